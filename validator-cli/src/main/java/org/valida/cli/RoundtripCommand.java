package org.valida.cli;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.report.Fanout;
import org.valida.report.Format;
import org.valida.report.OutputException;
import org.valida.report.Reports;
import org.valida.report.TextReport;
import org.valida.report.UnwritableException;
import org.valida.server.roundtrip.HttpService;
import org.valida.server.roundtrip.LocalSubject;
import org.valida.server.roundtrip.RemoteSubject;
import org.valida.server.roundtrip.RoundTrip;
import org.valida.server.roundtrip.Subject;
import org.valida.server.store.DatabaseException;
import org.valida.server.web.AddressException;
import org.valida.violation.Failure;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;

/** {@code valida roundtrip}: inputs, service, comparison, reports, exit status, in this order. */
final class RoundtripCommand {

  private final Terminal terminal;
  private final RoundtripOptions options;

  /** One moment for the whole run: of rectifications that do not say when. */
  private final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);

  RoundtripCommand(Terminal terminal, RoundtripOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  Exit run() throws UseException, IOException {
    if (options.check().inputs().isEmpty()) {
      throw UseException.of(terminal, new Failure("no-input", "", Map.of()));
    }
    var inputs =
        Inputs.of(options.check().inputs(), terminal.environment().folder(), terminal.in());
    var builder = Valida.builder();
    options.check().today().ifPresent(builder::today);
    var valida = builder.build();
    if (options.against().isPresent()) {
      return compare(valida, remote(valida, options.against().get()), inputs);
    }
    try (var local = LocalSubject.start(valida, clock)) {
      return compare(valida, local, inputs);
    } catch (DatabaseException | AddressException e) {
      throw new UseException(terminal.phrases().text("use.roundtrip.start"));
    }
  }

  private Subject remote(Valida valida, URI address) {
    return new RemoteSubject(valida, new HttpService(address, options.user()));
  }

  private Exit compare(Valida valida, Subject subject, Inputs inputs)
      throws UseException, IOException {
    try (var reports = new Reports(style())) {
      var console = open(reports);
      var failures = new FailureLines(terminal);
      failures.before(inputs.failures());
      var listeners = new ArrayList<RunListener>(reports.writers());
      listeners.add(failures);
      var roundTrip = new RoundTrip(valida, subject, clock);
      var result = run(roundTrip, inputs.sources(), reports, new Fanout(listeners));
      reports.complete();
      if (console.isPresent() && terminal.out().failure().isEmpty()) {
        console.get().flush();
      }
      return exit(result, inputs);
    } catch (UnwritableException e) {
      throw UseException.of(terminal, e.failure());
    }
  }

  private RunResult run(
      RoundTrip roundTrip, List<Source> sources, Reports reports, RunListener listener)
      throws UseException, UnwritableException {
    try {
      return roundTrip.run(sources, listener);
    } catch (DatabaseException e) {
      throw new UseException(terminal.phrases().text("use.roundtrip.start"));
    } catch (OutputException e) {
      reports.verify();
      throw e;
    }
  }

  /** Opens the reports; what goes to standard output is flushed at the end. */
  private Optional<Writer> open(Reports reports) throws UnwritableException, IOException {
    var console = Optional.<Writer>empty();
    for (var target : options.targets()) {
      if (target.file().isPresent()) {
        reports.to(terminal.environment().folder(), target.file().get(), target.format());
      } else {
        var writer = target.format() == Format.TEXT ? terminal.text() : terminal.utf8();
        reports.to(writer, target.format());
        console = Optional.of(writer);
      }
    }
    return console;
  }

  private Reports.Options style() {
    var check = options.check();
    var detail =
        check.quiet()
            ? TextReport.Detail.QUIET
            : check.verbose() ? TextReport.Detail.VERBOSE : TextReport.Detail.NORMAL;
    return new Reports.Options(
        terminal.language(),
        BuildInfo.read().version(),
        check.maxViolations(),
        detail,
        !check.noColor() && terminal.environment().colour(),
        false,
        path -> Optional.empty(),
        Optional.of(Severity.ERROR));
  }

  private static Exit exit(RunResult result, Inputs inputs) {
    boolean unchecked = result.files().stream().anyMatch(file -> file.failure().isPresent());
    boolean trouble = !result.failures().isEmpty() || !inputs.failures().isEmpty();
    if (unchecked || trouble || result.files().isEmpty()) {
      return Exit.TROUBLE;
    }
    return result.errors() > 0 ? Exit.FOUND : Exit.CLEAN;
  }
}
