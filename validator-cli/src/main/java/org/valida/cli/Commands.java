package org.valida.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.valida.report.Phrases;
import org.valida.violation.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Finds the command that the arguments name, and runs it. */
final class Commands {

  private final Terminal terminal;
  private final Phrases phrases;
  private final CommandLine commandLine;
  private final Optional<Consumer<URI>> host;

  /**
   * @param host the program that this one is a part of, if it is; it is told where a server is
   */
  Commands(Terminal terminal, Optional<Consumer<URI>> host) {
    this.terminal = terminal;
    this.host = host;
    this.phrases = terminal.phrases();
    this.commandLine = Syntax.commandLine(phrases);
  }

  Exit run(List<String> arguments) throws UseException, IOException {
    if (arguments.isEmpty()) {
      terminal.err().print(help(commandLine));
      return Exit.TROUBLE;
    }
    var parsed = parse(helpAsOption(arguments));
    var command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (parsed.isUsageHelpRequested() || command.isUsageHelpRequested()) {
      terminal.print(List.of(help(command.commandSpec().commandLine()).stripTrailing()));
      return Exit.CLEAN;
    }
    if (parsed.isVersionHelpRequested()) {
      terminal.print(List.of(BuildInfo.read().line()));
      return Exit.CLEAN;
    }
    language(command);
    return switch (command.commandSpec().name()) {
      case "check" -> new CheckCommand(terminal, CheckOptions.of(command, phrases)).run();
      case "baseline" -> new BaselineCommand(terminal, BaselineOptions.of(command, phrases)).run();
      case "report" -> new ReportCommand(terminal, Opener.of(terminal.environment())).run(command);
      case "fix" -> fix(command);
      case "split" -> new SplitCommand(terminal, CheckOptions.of(command, phrases), command).run();
      case "explain" -> new ExplainCommand(terminal).run(command);
      case "rules" -> new RulesCommand(terminal).run(command);
      case "contracts" -> new ContractsCommand(terminal).run(command);
      case "completion" -> new CompletionCommand(terminal).run(command);
      case "serve" -> new ServeCommand(terminal, ServeOptions.of(command, terminal), host).run();
      case "roundtrip" ->
          new RoundtripCommand(terminal, RoundtripOptions.of(command, terminal)).run();
      case "probe" -> new ProbeCommand(terminal, ProbeOptions.of(command, terminal)).run();
      default -> throw new UseException(phrases.text("use.no-command"));
    };
  }

  private Exit fix(ParseResult command) throws UseException, IOException {
    var options = CheckOptions.of(command, phrases);
    var wanted = FixOptions.of(command, options.inputs(), phrases);
    return new FixCommand(terminal, options, wanted).run();
  }

  /** {@code valida help check} is {@code valida check --help}. */
  private static List<String> helpAsOption(List<String> arguments) {
    if (!arguments.get(0).equals("help")) {
      return arguments;
    }
    var rest = new ArrayList<>(arguments.subList(1, arguments.size()));
    rest.add("--help");
    return rest;
  }

  private static String help(CommandLine command) {
    return command.getUsageMessage(Ansi.OFF);
  }

  private void language(ParseResult command) throws UseException {
    String lang = command.matchedOptionValue("--lang", null);
    if (lang != null && !Language.ALL.contains(lang)) {
      throw Choice.wrong(phrases, "--lang", lang, Language.ALL);
    }
  }

  private ParseResult parse(List<String> arguments) throws UseException {
    try {
      return commandLine.parseArgs(arguments.toArray(String[]::new));
    } catch (UnmatchedArgumentException e) {
      throw unmatched(e);
    } catch (MissingParameterException e) {
      throw missing(e);
    } catch (ParameterException e) {
      throw new UseException(
          flagWithValue(arguments, e.getCommandLine().getCommandSpec())
              .map(flag -> phrases.text("use.option-value", Map.of("option", flag)))
              .orElseGet(() -> phrases.text("use.arguments", Map.of("command", path(e)))));
    }
  }

  private UseException unmatched(UnmatchedArgumentException e) {
    var argument = e.getUnmatched().get(0);
    var spec = e.getCommandLine().getCommandSpec();
    if (argument.startsWith("-") && argument.length() > 1) {
      var option = argument.split("=", 2)[0];
      var known =
          spec.options().stream()
              .flatMap(o -> Stream.of(o.names()))
              .filter(name -> option.startsWith("--") && name.startsWith("--"))
              .toList();
      return new UseException(
          suggesting(
              "use.option-unknown", option, known, Map.of("name", option, "command", path(e))));
    }
    if (!spec.subcommands().isEmpty()) {
      return new UseException(unknownCommand(argument, spec));
    }
    return new UseException(
        phrases.text("use.argument-unexpected", Map.of("name", argument, "command", path(e))));
  }

  private String unknownCommand(String argument, CommandSpec spec) {
    var key = exists(argument) ? "use.command-file" : "use.command-unknown";
    return suggesting(key, argument, spec.subcommands().keySet(), Map.of("name", argument));
  }

  private boolean exists(String argument) {
    try {
      return Files.exists(terminal.environment().folder().resolve(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private String suggesting(
      String key, String wrong, Collection<String> known, Map<String, String> parts) {
    return phrases.text(key, parts)
        + NearestName.of(wrong, known)
            .map(near -> " " + phrases.text("suggestion", Map.of("suggestion", near)))
            .orElse("");
  }

  private UseException missing(MissingParameterException e) {
    if (e.getMissing().get(0) instanceof OptionSpec option) {
      return new UseException(
          phrases.text(
              "use.option-needs-value",
              Map.of("option", option.longestName(), "label", option.paramLabel())));
    }
    return new UseException(phrases.text("use.arguments", Map.of("command", path(e))));
  }

  /** The first {@code --flag=value} whose flag takes none. */
  private static Optional<String> flagWithValue(List<String> arguments, CommandSpec spec) {
    return arguments.stream()
        .filter(argument -> argument.contains("="))
        .map(argument -> argument.split("=", 2)[0])
        .filter(name -> spec.findOption(name) != null && spec.findOption(name).arity().max() == 0)
        .findFirst();
  }

  private static String path(ParameterException e) {
    return e.getCommandLine().getCommandSpec().qualifiedName();
  }
}
