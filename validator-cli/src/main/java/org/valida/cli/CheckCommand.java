package org.valida.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
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
import org.valida.session.OwnReports;
import org.valida.session.Preparation;
import org.valida.session.RequestException;
import org.valida.session.Session;
import org.valida.violation.RunResult;

/** {@code valida check}: inputs, configuration, engine, reports, exit status, in this order. */
final class CheckCommand {

  private final Terminal started;
  private final CheckOptions options;

  CheckCommand(Terminal terminal, CheckOptions options) {
    this.started = terminal;
    this.options = options;
  }

  Exit run() throws UseException, IOException {
    var terminal = started;
    try {
      var preparation = prepare();
      var configuration = preparation.configuration();
      terminal =
          options
              .lang()
              .or(() -> configuration.flatMap(Configuration::lang))
              .map(started::speaking)
              .orElse(started);
      var session = preparation.open();
      warnOfMissingPages(terminal);
      var most =
          options.maxViolations().isPresent()
              ? options.maxViolations()
              : configuration.map(Configuration::maxViolations).orElse(OptionalLong.empty());
      var result = report(terminal, session, most);
      var failOn = options.failOn().or(() -> configuration.flatMap(Configuration::failOn));
      return exit(result, failOn.orElse(FailOn.ERROR));
    } catch (RequestException e) {
      throw UseException.of(terminal, e.failure());
    } catch (UnwritableException e) {
      throw UseException.of(terminal, e.failure());
    }
  }

  private Preparation prepare() throws RequestException {
    var request = options.request(started);
    var reports = options.formats().stream().flatMap(target -> target.file().stream()).toList();
    var inputs = Inputs.of(request.inputs(), request.folder(), request.standardInput());
    return Preparation.of(
        request, new OwnReports(request.folder(), reports).leftOut(inputs, request.inputs()));
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

  private RunResult report(Terminal terminal, Session session, OptionalLong maxViolations)
      throws RequestException, UnwritableException, IOException {
    try (var reports = new Reports(style(terminal, session, maxViolations));
        var console = new Console(terminal)) {
      open(reports, terminal, console);
      if (options.showPersonal() && options.toFile()) {
        terminal.complain(terminal.phrases().text("warn.show-personal"));
      }
      var result = run(session, reports, new FailureLines(terminal));
      reports.complete();
      return result;
    }
  }

  private void open(Reports reports, Terminal terminal, Console console)
      throws UnwritableException, IOException {
    for (var target : options.formats()) {
      if (target.file().isPresent()) {
        reports.to(terminal.environment().folder(), target.file().get(), target.format());
      } else {
        reports.to(console.open(target.format()), target.format());
      }
    }
  }

  private static RunResult run(Session session, Reports reports, FailureLines failures)
      throws RequestException, UnwritableException {
    failures.before(session.failures());
    var listeners = new ArrayList<>(reports.writers());
    listeners.add(failures);
    try {
      return session.run(new Fanout(listeners));
    } catch (OutputException e) {
      reports.verify();
      throw e;
    }
  }

  private Reports.Options style(Terminal terminal, Session session, OptionalLong maxViolations) {
    var detail =
        options.quiet()
            ? TextReport.Detail.QUIET
            : options.verbose() ? TextReport.Detail.VERBOSE : TextReport.Detail.NORMAL;
    return new Reports.Options(
        terminal.language(),
        BuildInfo.read().version(),
        maxViolations,
        detail,
        !options.noColor() && terminal.environment().colour(),
        options.statistics(),
        session::sha256);
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
    private final Terminal terminal;
    private Writer writer;

    Console(Terminal terminal) {
      this.terminal = terminal;
    }

    Writer open(Format format) {
      writer = format == Format.TEXT ? terminal.text() : terminal.utf8();
      return writer;
    }

    @Override
    public void close() throws IOException {
      // What was found before the run broke off is worth seeing.
      if (writer != null && terminal.out().failure().isEmpty()) {
        writer.flush();
      }
    }
  }
}
