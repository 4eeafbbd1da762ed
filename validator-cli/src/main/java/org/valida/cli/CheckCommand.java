package org.valida.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.valida.check.Configuration;
import org.valida.check.FailOn;
import org.valida.check.Inputs;
import org.valida.report.Fanout;
import org.valida.report.Format;
import org.valida.report.OutputException;
import org.valida.report.Reports;
import org.valida.report.TextReport;
import org.valida.report.UnwritableException;
import org.valida.session.Answers;
import org.valida.session.RequestException;
import org.valida.session.Session;
import org.valida.violation.Failure;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;

/** {@code valida check}: inputs, configuration, engine, reports, exit status, in this order. */
final class CheckCommand {

  private final Terminal started;
  private final CheckOptions options;
  private final List<RunListener> also;

  /**
   * @param also who is told too, beside the reports
   */
  CheckCommand(Terminal terminal, CheckOptions options, RunListener... also) {
    this.started = terminal;
    this.options = options;
    this.also = List.of(also);
  }

  Exit run() throws UseException, IOException {
    return Prepared.run(started, options, this::check);
  }

  private Exit check(Prepared prepared) throws RequestException, UseException, IOException {
    var terminal = prepared.terminal();
    var targets = Targets.of(options, prepared.preparation(), terminal);
    try {
      var session = prepared.preparation().leavingOut(targets.files()).open();
      warnOfMissingPages(terminal);
      var result = report(terminal, session, targets, style(prepared, session));
      return exit(result, prepared.failOn());
    } catch (UnwritableException e) {
      throw UseException.of(terminal, shown(e.failure()));
    }
  }

  /** The name of a file may be an address that was taken for one. */
  private static Failure shown(Failure unwritable) {
    var file = String.valueOf(unwritable.arguments().get("file"));
    return new Failure(unwritable.kind(), unwritable.path(), Map.of("file", Inputs.shown(file)));
  }

  private void warnOfMissingPages(Terminal terminal) throws RequestException {
    if (options.errors().isEmpty()) {
      return;
    }
    var missing =
        new Answers(terminal.environment().folder())
            .missingPages(options.errors()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      terminal.complain(terminal.phrases().text("errors.pages-missing", Map.of("pages", missing)));
    }
  }

  private RunResult report(
      Terminal terminal, Session session, Targets targets, Reports.Options style)
      throws RequestException, UnwritableException, IOException {
    if (options.quiet() || !ProgressBar.fits(terminal.environment())) {
      return report(terminal, session, targets, style, session::run, List.of());
    }
    try (var bar = ProgressBar.over(terminal, session.sources())) {
      var progress = bar.progress();
      return report(
          bar.terminal(),
          session,
          targets,
          style,
          listener -> session.run(listener, progress::read),
          List.of(progress));
    }
  }

  /** Runs the engine. */
  private interface Engine {
    RunResult run(RunListener listener) throws RequestException;
  }

  private RunResult report(
      Terminal terminal,
      Session session,
      Targets targets,
      Reports.Options style,
      Engine engine,
      List<RunListener> watching)
      throws RequestException, UnwritableException, IOException {
    try (var reports = new Reports(style);
        var console = new Console(terminal)) {
      open(reports, targets, terminal, console);
      if (options.showPersonal() && !targets.files().isEmpty()) {
        terminal.complain(terminal.phrases().text("warn.show-personal"));
      }
      var failures = new FailureLines(terminal);
      failures.before(session.failures());
      var listeners = new ArrayList<RunListener>(reports.writers());
      listeners.add(failures);
      listeners.addAll(also);
      listeners.addAll(watching);
      var result = run(engine, reports, new Fanout(listeners));
      reports.complete();
      return result;
    }
  }

  private void open(Reports reports, Targets targets, Terminal terminal, Console console)
      throws UnwritableException, IOException {
    for (var target : targets.all()) {
      if (target.file().isPresent()) {
        reports.to(
            terminal.environment().folder(),
            target.file().get(),
            target.format(),
            options.showPersonal());
      } else {
        reports.to(console.open(target.format()), target.format());
      }
    }
  }

  private static RunResult run(Engine engine, Reports reports, RunListener listener)
      throws RequestException, UnwritableException {
    try {
      return engine.run(listener);
    } catch (OutputException e) {
      reports.verify();
      throw e;
    }
  }

  private Reports.Options style(Prepared prepared, Session session) {
    var terminal = prepared.terminal();
    var configuration = prepared.preparation().configuration();
    var most =
        options.maxViolations().isPresent()
            ? options.maxViolations()
            : configuration.map(Configuration::maxViolations).orElse(OptionalLong.empty());
    var detail =
        options.quiet()
            ? TextReport.Detail.QUIET
            : options.verbose() ? TextReport.Detail.VERBOSE : TextReport.Detail.NORMAL;
    return new Reports.Options(
        terminal.language(),
        BuildInfo.read().version(),
        most,
        detail,
        !options.noColor() && terminal.environment().colour(),
        options.statistics(),
        session::sha256,
        prepared.failOn().severity());
  }

  private static Exit exit(RunResult result, FailOn failOn) {
    boolean unchecked = result.files().stream().anyMatch(file -> file.failure().isPresent());
    if (unchecked || result.files().isEmpty() || !result.failures().isEmpty()) {
      return Exit.TROUBLE;
    }
    return failOn.reachedBy(result) ? Exit.FOUND : Exit.CLEAN;
  }

  /** Standard output, as long as reports are written to it. */
  private static final class Console implements AutoCloseable {
    /** Whoever has not read on after so many milliseconds does not read any more. */
    private static final int PATIENCE = 3_000;

    private final Terminal terminal;
    private final Thread whenInterrupted = new Thread(this::flushSoon, "flush or give up");
    private Writer writer;

    Console(Terminal terminal) {
      this.terminal = terminal;
    }

    Writer open(Format format) {
      writer = format == Format.TEXT ? terminal.text() : terminal.utf8();
      Runtime.getRuntime().addShutdownHook(whenInterrupted);
      return writer;
    }

    /**
     * What was found before the run broke off is worth seeing; but the run itself may be waiting
     * for a reader who never comes back, and must not wait for him beyond its end.
     */
    private void flushSoon() {
      var flushing = new Thread(this::flush, "flush");
      flushing.setDaemon(true);
      flushing.start();
      try {
        flushing.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void flush() {
      try {
        writer.flush();
      } catch (IOException e) {
        // Nobody is there to be told.
      }
    }

    @Override
    public void close() throws IOException {
      if (writer == null) {
        return;
      }
      if (terminal.out().failure().isEmpty()) {
        writer.flush();
      }
      try {
        Runtime.getRuntime().removeShutdownHook(whenInterrupted);
      } catch (IllegalStateException e) {
        // The program is being ended already.
      }
    }
  }
}
