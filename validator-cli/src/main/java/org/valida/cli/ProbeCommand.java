package org.valida.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.valida.probe.Probe;
import org.valida.probe.ProbeReport;
import org.valida.probe.Time;
import org.valida.report.ReportFile;
import org.valida.violation.Severity;

/** {@code valida probe}: the go-live list against a running service. */
final class ProbeCommand {

  static final List<String> FORMATS = List.of("text", "json", "junit", "html");

  private final Terminal terminal;
  private final ProbeOptions options;

  ProbeCommand(Terminal terminal, ProbeOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  Exit run() throws UseException, IOException {
    var report = probed();
    boolean passed = passes(report);
    for (var output : options.outputs()) {
      var file = output.getValue();
      if (file.isPresent()) {
        toFile(output.getKey(), file.get(), report, passed);
      } else {
        var writer = output.getKey().equals("text") ? terminal.text() : terminal.utf8();
        write(output.getKey(), writer, report, passed);
        writer.flush();
      }
    }
    return passed ? Exit.CLEAN : Exit.FOUND;
  }

  private ProbeReport probed() throws UseException {
    var thisYear = LocalDate.now(ZoneId.of("America/Sao_Paulo")).getYear();
    try {
      return new Probe(options.settings(), thisYear, Time.SYSTEM).run(this::begun);
    } catch (IOException e) {
      var file = options.settings().authorities().map(Object::toString).orElse("");
      throw wrong("use.probe.unreadable", Map.of("option", "--cacert", "file", file));
    }
  }

  private void begun(String method) {
    if (terminal.environment().terminal()) {
      terminal.complain(terminal.phrases().text("probe.begun", Map.of("method", method)));
    }
  }

  /** A list on which nothing could be judged is no clean one. */
  private boolean passes(ProbeReport report) {
    boolean failed =
        report.failed(Severity.ERROR) > 0
            || options.failOn() == Severity.WARNING && report.failed(Severity.WARNING) > 0;
    return report.judgedSomething() && !failed;
  }

  private void toFile(String format, String name, ProbeReport report, boolean passed)
      throws UseException {
    try {
      var file = new ReportFile(terminal.environment().folder().resolve(name));
      try {
        write(format, file.writer(), report, passed);
        file.complete();
      } finally {
        file.abandon();
      }
    } catch (IOException | InvalidPathException e) {
      throw wrong("use.probe.unwritable", Map.of("file", name));
    }
  }

  private void write(String format, Writer out, ProbeReport report, boolean passed)
      throws IOException {
    switch (format) {
      case "json" -> new ProbeJson(terminal.phrases(), report).write(out, passed);
      case "html" -> new ProbeHtml(terminal.phrases(), report).write(out, passed);
      case "junit" -> new ProbeJunit(terminal.phrases(), report).write(out);
      default -> new ProbeText(terminal.phrases(), report).write(out);
    }
  }

  private UseException wrong(String key, Map<String, ?> parts) {
    return new UseException(terminal.phrases().text(key, parts));
  }
}
