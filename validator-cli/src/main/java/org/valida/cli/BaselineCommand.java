package org.valida.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.valida.baseline.Baseline;
import org.valida.baseline.FileNames;
import org.valida.baseline.Findings;
import org.valida.baseline.Update;
import org.valida.check.Configuration;
import org.valida.check.Inputs;
import org.valida.document.DocumentException;
import org.valida.report.Fanout;
import org.valida.report.ReportFile;
import org.valida.session.Preparation;
import org.valida.session.Request;
import org.valida.session.RequestException;
import org.valida.violation.Failure;
import org.valida.violation.RunResult;

/** {@code valida baseline}: checks, and writes down what was found, so that only new ones fail. */
final class BaselineCommand {

  private final Terminal started;
  private final BaselineOptions options;

  BaselineCommand(Terminal terminal, BaselineOptions options) {
    this.started = terminal;
    this.options = options;
  }

  Exit run() throws UseException, IOException {
    return Prepared.run(started, options.check(), this::accept);
  }

  private Exit accept(Prepared prepared) throws RequestException, UseException, IOException {
    try {
      return accept(prepared.terminal(), prepared.preparation());
    } catch (DocumentException e) {
      throw UseException.of(prepared.terminal(), e.failures());
    }
  }

  private Exit accept(Terminal terminal, Preparation preparation)
      throws RequestException, DocumentException, UseException, IOException {
    var request = preparation.request();
    var file = preparation.baselineFile();
    var shown = request.baseline().map(Inputs::shown).orElseGet(() -> preparation.shown(file));
    if (request.baseline().isEmpty() && preparation.configuration().isPresent()) {
      ConfiguredFile.verify(file, preparation.configuration().get(), preparation, terminal);
    }
    var session = preparation.openWithoutBaseline();
    var before = Files.exists(file) ? Baseline.read(file, shown) : Baseline.EMPTY;
    if (before.needsOtherKey(request.identityKey())) {
      throw UseException.of(terminal, new Failure("baseline-other-key", "", Map.of("file", shown)));
    }
    var names = new FileNames(request.folder(), file);
    var findings = new Findings(names);
    var failures = new FailureLines(terminal);
    failures.before(session.failures());
    var result = session.run(new Fanout(List.of(findings, failures)));
    if (result.files().stream().allMatch(one -> one.failure().isPresent())) {
      return Exit.TROUBLE;
    }
    var update = update(before, findings, names, request);
    if (!update.baseline().equals(before) || !Files.exists(file)) {
      write(terminal, file, shown, update.baseline());
    }
    say(terminal, shown, update, findings, preparation);
    return exit(result);
  }

  private Update update(Baseline before, Findings findings, FileNames names, Request request) {
    if (options.prune()) {
      return Update.pruning(before, findings, names, request.identityKey(), request.dayOrToday());
    }
    var terms = new Update.Terms(request.dayOrToday(), options.reason(), options.expires());
    return Update.accepting(before, findings, request.identityKey(), terms);
  }

  private static void write(Terminal terminal, Path file, String shown, Baseline baseline)
      throws UseException {
    try {
      var target = new ReportFile(file);
      try {
        baseline.write(target.writer());
        target.complete();
      } finally {
        target.abandon();
      }
    } catch (IOException e) {
      throw UseException.of(terminal, new Failure("report-unwritable", "", Map.of("file", shown)));
    }
  }

  private void say(
      Terminal terminal, String shown, Update update, Findings findings, Preparation preparation)
      throws IOException {
    if (options.check().quiet()) {
      return;
    }
    var phrases = terminal.phrases();
    var lines = new ArrayList<String>();
    long entries = update.baseline().entries().size();
    lines.add(
        phrases.counted(
            "baseline.written",
            entries,
            Map.of(
                "file",
                shown,
                "violations",
                phrases.grouped(update.baseline().violations()),
                "added",
                phrases.grouped(update.added()),
                "removed",
                phrases.grouped(update.removed()))));
    if (update.expired() > 0) {
      lines.add(phrases.counted("baseline.expired", update.expired()));
    }
    if (findings.unacceptable() > 0) {
      lines.add(phrases.counted("baseline.unacceptable", findings.unacceptable()));
    }
    boolean used = preparation.configuration().flatMap(Configuration::baseline).isPresent();
    if (!used) {
      lines.add(phrases.text("baseline.use", Map.of("file", shown)));
    }
    terminal.print(lines);
  }

  private static Exit exit(RunResult result) {
    boolean unchecked = result.files().stream().anyMatch(file -> file.failure().isPresent());
    return unchecked || !result.failures().isEmpty() ? Exit.TROUBLE : Exit.CLEAN;
  }
}
