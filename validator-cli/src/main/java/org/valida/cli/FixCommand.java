package org.valida.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.valida.check.FailOn;
import org.valida.check.Source;
import org.valida.check.Unreadable;
import org.valida.fix.FixReport;
import org.valida.fix.FixResult;
import org.valida.fix.FixRun;
import org.valida.fix.FixedInput;
import org.valida.fix.HeldSource;
import org.valida.fix.Rewrite;
import org.valida.report.FailureText;
import org.valida.session.RequestException;
import org.valida.session.Session;
import org.valida.violation.Failure;

/** {@code valida fix}: works out repairs, tells of them, and writes them if asked to. */
final class FixCommand {

  private static final String STANDARD_INPUT = "-";
  private static final long SHOWN = 50;

  private final Terminal started;
  private final CheckOptions options;
  private final FixOptions wanted;
  private boolean failed;

  FixCommand(Terminal terminal, CheckOptions options, FixOptions wanted) {
    this.started = terminal;
    this.options = options;
    this.wanted = wanted;
  }

  Exit run() throws UseException, IOException {
    return Prepared.run(started, options, this::fix);
  }

  private Exit fix(Prepared prepared) throws RequestException, IOException {
    var terminal = prepared.terminal();
    var session = prepared.preparation().open();
    session.failures().forEach(failure -> complain(terminal, failure));
    if (options.showPersonal()) {
      terminal.complain(terminal.phrases().text("warn.fix-show-personal"));
    }
    var sources = sources(terminal, session);
    var result = new FixRun(session.valida()::run, wanted.unsafe()).run(sources);
    for (var input : result.inputs()) {
      input.failure().ifPresent(failure -> complain(terminal, failure));
    }
    // Where the document goes to standard output, what is said of it goes beside.
    boolean piped =
        wanted.write() && sources.stream().anyMatch(source -> source.path().equals(STANDARD_INPUT));
    var console = terminal.text();
    var report =
        new FixReport(piped ? terminal.err() : console, terminal.language(), style(terminal));
    report.inputs(result);
    console.flush();
    long written = wanted.write() ? write(terminal, result) : -1;
    if (!sources.isEmpty()) {
      report.summary(result, written);
    }
    console.flush();
    return exit(result, prepared.failOn());
  }

  private FixReport.Options style(Terminal terminal) {
    return new FixReport.Options(
        wanted.diff(),
        options.maxViolations().orElse(SHOWN),
        !options.noColor() && terminal.environment().colour(),
        options.showPersonal());
  }

  /** The inputs, each of which can be read again and again. */
  private List<Source> sources(Terminal terminal, Session session) {
    var sources = new ArrayList<Source>();
    for (var source : session.sources()) {
      if (wanted.write() && !isRewritable(source)) {
        complain(terminal, new Failure("fix-no-file", source.path(), Map.of()));
      } else if (source.rereadable()) {
        sources.add(source);
      } else {
        hold(terminal, source, sources);
      }
    }
    return sources;
  }

  private static boolean isRewritable(Source source) {
    return source.path().equals(STANDARD_INPUT) || Rewrite.isPossible(source);
  }

  private void hold(Terminal terminal, Source source, List<Source> sources) {
    try {
      HeldSource.of(source)
          .ifPresentOrElse(
              sources::add,
              () -> complain(terminal, new Failure("fix-held", source.path(), Map.of())));
    } catch (IOException e) {
      complain(terminal, Unreadable.of(source.path(), e));
    }
  }

  /** Writes what has changed; answers how many files that were. */
  private long write(Terminal terminal, FixResult result) throws IOException {
    long written = 0;
    for (var input : result.inputs()) {
      if (input.path().equals(STANDARD_INPUT)) {
        Rewrite.to(terminal.out(), input);
        written += input.changed() ? 1 : 0;
      } else if (input.changed()) {
        var failure = Rewrite.file(input);
        failure.ifPresent(why -> complain(terminal, why));
        written += failure.isPresent() ? 0 : 1;
      }
    }
    return written;
  }

  private void complain(Terminal terminal, Failure failure) {
    failed = true;
    terminal.complain(FailureText.of(terminal.language()).line(failure));
  }

  private Exit exit(FixResult result, FailOn failOn) {
    if (failed || result.inputs().isEmpty()) {
      return Exit.TROUBLE;
    }
    boolean pending = !wanted.write() && result.inputs().stream().anyMatch(FixedInput::changed);
    return pending || failOn.reachedBy(result.after()) ? Exit.FOUND : Exit.CLEAN;
  }
}
