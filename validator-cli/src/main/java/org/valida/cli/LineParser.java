package org.valida.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Reads all arguments, says what is wrong with them, and prints the help. */
final class LineParser {

  private final Terminal terminal;
  private final Phrases phrases;
  private final CommandLine commandLine;

  LineParser(Terminal terminal) {
    this.terminal = terminal;
    this.phrases = terminal.phrases();
    this.commandLine = FullSyntax.commandLine(phrases);
  }

  /** The help of the program, on standard error. */
  void complainOfNothing() {
    terminal.err().print(help(commandLine));
  }

  /** What they say; empty if they asked for help or the version, and got it. */
  Optional<Arguments> read(List<String> arguments) throws UseException, IOException {
    var parsed = parse(helpAsOption(arguments));
    var command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (parsed.isUsageHelpRequested() || command.isUsageHelpRequested()) {
      terminal.print(List.of(help(command.commandSpec().commandLine()).stripTrailing()));
      return Optional.empty();
    }
    if (parsed.isVersionHelpRequested()) {
      terminal.print(List.of(BuildInfo.read().line()));
      return Optional.empty();
    }
    return Optional.of(arguments(command));
  }

  static Arguments arguments(ParseResult command) {
    var options = new HashMap<String, Object>();
    for (var option : command.matchedOptions()) {
      for (var name : option.names()) {
        options.put(name, option.getValue());
      }
    }
    Object positional = command.matchedPositionalValue(0, (Object) null);
    return new Arguments(command.commandSpec().name(), options, positional);
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
