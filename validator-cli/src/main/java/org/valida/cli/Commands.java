package org.valida.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.valida.report.Phrases;

/** Finds the command that the arguments name, and runs it. */
final class Commands {

  private final Terminal terminal;
  private final Phrases phrases;
  private final Optional<Consumer<URI>> host;

  /**
   * @param host the program that this one is a part of, if it is; it is told where a server is
   */
  Commands(Terminal terminal, Optional<Consumer<URI>> host) {
    this.terminal = terminal;
    this.host = host;
    this.phrases = terminal.phrases();
  }

  Exit run(List<String> arguments) throws UseException, IOException {
    if (arguments.isEmpty()) {
      new LineParser(terminal).complainOfNothing();
      return Exit.TROUBLE;
    }
    var plain = PlainArguments.read(arguments);
    var command = plain.isPresent() ? plain : new LineParser(terminal).read(arguments);
    return command.isPresent() ? run(command.get()) : Exit.CLEAN;
  }

  private Exit run(Arguments command) throws UseException, IOException {
    language(command);
    return switch (command.command()) {
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

  private Exit fix(Arguments command) throws UseException, IOException {
    var options = CheckOptions.of(command, phrases);
    var wanted = FixOptions.of(command, options.inputs(), phrases);
    return new FixCommand(terminal, options, wanted).run();
  }

  private void language(Arguments command) throws UseException {
    String lang = command.matchedOptionValue("--lang", null);
    if (lang != null && !Language.ALL.contains(lang)) {
      throw Choice.wrong(phrases, "--lang", lang, Language.ALL);
    }
  }
}
