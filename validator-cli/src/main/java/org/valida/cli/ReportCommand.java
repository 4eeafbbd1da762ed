package org.valida.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.check.Inputs;
import org.valida.report.Format;
import org.valida.report.Summary;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/**
 * {@code valida report}: writes beside each file what {@code check} has to say of it, for somebody
 * who reads it in a browser. What is dropped on {@code valida.cmd} comes here.
 */
final class ReportCommand {

  private static final String SUFFIX = ".relatorio." + Format.HTML.label();

  private final Terminal terminal;
  private final Opener opener;

  ReportCommand(Terminal terminal, Opener opener) {
    this.terminal = terminal;
    this.opener = opener;
  }

  Exit run(Arguments command) throws UseException, IOException {
    boolean dropped = command.matchedOptionValue("--dropped", false);
    var files = files(command, dropped);
    if (files.isEmpty() && dropped) {
      terminal.print(List.of(terminal.phrases().text("report.drop")));
      return Exit.TROUBLE;
    }
    if (files.isEmpty()) {
      throw new UseException(terminal.phrases().text("report.no-file"));
    }
    var contract = Optional.<String>ofNullable(command.matchedOptionValue("--contract", null));
    boolean open = command.matchedOptionValue("--open", false);
    var worst = Exit.CLEAN;
    for (var file : files) {
      var exit = report(file, contract, open);
      worst = exit.compareTo(worst) > 0 ? exit : worst;
    }
    return worst;
  }

  private List<String> files(Arguments command, boolean dropped) {
    List<String> named = command.matchedPositionalValue(List.of());
    var whole = dropped ? Dropped.files(terminal.environment()) : List.<String>of();
    return whole.isEmpty() ? named : whole;
  }

  private Exit report(String file, Optional<String> contract, boolean open) throws IOException {
    if (!hasNeighbours(file)) {
      terminal.complain(
          terminal.phrases().text("report.no-place", Map.of("file", Inputs.shown(file))));
      return Exit.TROUBLE;
    }
    var report = nameFor(file);
    var counted = new Counted();
    try {
      var options = options(file, contract, report);
      var exit = new CheckCommand(terminal, options, counted).run();
      say("report.found", Map.of("file", file, "found", counted.line(terminal.language())));
      say("report.written", Map.of("report", report));
      if (open) {
        opener.open(terminal.environment().folder().resolve(report));
      }
      return exit;
    } catch (UseException e) {
      terminal.complain(e.getMessage());
      return Exit.TROUBLE;
    }
  }

  /** Whether a report can lie beside it: not so with an address, standard input and pipes. */
  private boolean hasNeighbours(String file) {
    if (file.equals("-") || Inputs.isAddress(file)) {
      return false;
    }
    try {
      var path = terminal.environment().folder().resolve(file);
      return !Files.readAttributes(path, BasicFileAttributes.class).isOther();
    } catch (IOException | InvalidPathException e) {
      // A pattern, or nothing at all, of which the check has a sentence.
      return true;
    }
  }

  /** Those of {@code valida check} with this one report. */
  private CheckOptions options(String file, Optional<String> contract, String report)
      throws UseException {
    var options = new HashMap<String, Object>();
    contract.ifPresent(id -> options.put("--contract", id));
    options.put("--format", List.of(written(report)));
    return CheckOptions.of(new Arguments("check", options, List.of(file)), terminal.phrases());
  }

  private static String written(String report) {
    return Format.HTML.label() + "=" + report;
  }

  /** {@code lote.json.relatorio.html}; a folder's report lies beside the folder. */
  private static String nameFor(String file) {
    return file.replaceFirst("(?<=[^/\\\\:])[/\\\\]+$", "") + SUFFIX;
  }

  private void say(String key, Map<String, String> parts) throws IOException {
    terminal.print(List.of(terminal.phrases().text(key, parts)));
  }

  /** Keeps how a run ended. */
  private static final class Counted implements RunListener {
    private RunResult result = new RunResult(List.of(), 0, List.of());

    String line(String language) {
      return Summary.line(result, language);
    }

    @Override
    public void violation(String path, Violation violation) {
      // They are in the report.
    }

    @Override
    public void read(FileResult file) {
      // So is this.
    }

    @Override
    public void ended(RunResult ended) {
      result = ended;
    }
  }
}
