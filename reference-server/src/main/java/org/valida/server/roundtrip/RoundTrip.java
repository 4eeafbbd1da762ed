package org.valida.server.roundtrip;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.valida.Valida;
import org.valida.check.Source;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Moment;
import org.valida.server.consulta.Municipios;
import org.valida.server.load.LoadResult;
import org.valida.server.load.LoadResult.InOrder;
import org.valida.server.load.LoadResult.Invalid;
import org.valida.server.load.LoadResult.Loaded;
import org.valida.server.load.LoadResult.Reason;
import org.valida.server.load.LoadResult.Refused;
import org.valida.server.load.LoadResult.Unchecked;
import org.valida.server.store.DatabaseException;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Note;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/**
 * Has a service hold payloads, asks for each of their rows with every filter that should return it,
 * and compares value by value: decimals by value, texts by code point. A difference is a violation
 * at its place in the payload. What has errors of its own is reported as {@code valida check} does,
 * and not compared.
 */
public final class RoundTrip {

  private final Valida valida;
  private final Subject subject;
  private final Clock clock;
  private final Municipios municipios = Municipios.builtIn();

  /**
   * @param clock that of the subject: a payload of retificadora that does not say when is of now
   */
  public RoundTrip(Valida valida, Subject subject, Clock clock) {
    this.valida = valida;
    this.subject = subject;
    this.clock = clock;
  }

  /**
   * Compares.
   *
   * @throws DatabaseException if the database of the reference implementation fails
   */
  public RunResult run(List<Source> sources, RunListener listener) throws DatabaseException {
    return new Run(listener).over(sources);
  }

  static Failure refused(String path, String reason) {
    return new Failure("roundtrip-refused", path, Map.of("reason", reason));
  }

  /** One run. */
  private final class Run {
    private final RunListener listener;
    private final long started = System.nanoTime();
    private final List<FileResult> files = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<PayloadTally> held = new ArrayList<>();

    Run(RunListener listener) {
      this.listener = listener;
    }

    RunResult over(List<Source> sources) throws DatabaseException {
      for (int i = 0; i < sources.size() && failures.isEmpty(); i++) {
        take(sources.get(i), i);
        if (subject.oneByOne()) {
          examine();
        }
      }
      examine();
      var result = new RunResult(files, System.nanoTime() - started, failures, notes);
      listener.ended(result);
      return result;
    }

    private void take(Source source, int number) throws DatabaseException {
      var result = subject.take(source);
      if (result instanceof Loaded loaded) {
        hold(source, number, loaded.method());
      } else if (result instanceof InOrder inOrder) {
        hold(source, number, inOrder.method());
      } else if (result instanceof Invalid) {
        report(source);
      } else {
        passOver(result);
      }
    }

    private void hold(Source source, int number, Method method) {
      try {
        held.add(new PayloadTally(new Held(number, source, method, rectified(source, method))));
      } catch (IOException e) {
        unchecked(refused(source.path(), "changed"));
      }
    }

    /** Checks it again, to say what is wrong. */
    private void report(Source source) {
      var result =
          valida.run(
              List.of(source),
              new RunListener() {
                @Override
                public void contract(String path, String contractId) {
                  listener.contract(path, contractId);
                }

                @Override
                public void violation(String path, Violation violation) {
                  listener.violation(path, violation);
                }
              });
      done(result.files().get(0));
    }

    private void passOver(LoadResult result) {
      if (result instanceof Unchecked trouble) {
        unchecked(trouble.failure());
      } else if (result instanceof Refused refusal) {
        if (refusal.reason() == Reason.NO_CONSULTA) {
          notes.add(new Note(Note.Kind.NO_CONSULTA, refusal.path(), Map.of()));
        } else {
          var reason = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
          unchecked(refused(refusal.path(), reason));
        }
      }
    }

    private void unchecked(Failure failure) {
      var none = Map.<String, Long>of();
      done(new FileResult(failure.path(), null, Verdict.ERROR, 0, 0, 0, 0, 0, 0, none, failure));
    }

    private void done(FileResult file) {
      files.add(file);
      listener.read(file);
    }

    private void examine() {
      var byMethod = new LinkedHashMap<Method, List<PayloadTally>>();
      held.forEach(
          payload ->
              byMethod
                  .computeIfAbsent(payload.payload().method(), method -> new ArrayList<>())
                  .add(payload));
      byMethod.forEach(this::examine);
      held.forEach(this::tell);
      held.clear();
    }

    private void examine(Method method, List<PayloadTally> payloads) {
      if (!failures.isEmpty()) {
        return;
      }
      try {
        new Examination(method, subject.service(), municipios, valida.contracts().rules(), payloads)
            .run();
      } catch (AnswerException e) {
        failures.add(e.failure());
      }
    }

    private void tell(PayloadTally payload) {
      var path = payload.payload().source().path();
      listener.contract(path, payload.payload().method().contract());
      payload.violations().stream()
          .sorted(Comparator.comparingLong(Violation::offset))
          .forEach(violation -> listener.violation(path, violation));
      done(payload.result());
    }
  }

  /** As the reference implementation takes it: when the payload says it was made. */
  private Optional<LocalDateTime> rectified(Source source, Method method) throws IOException {
    if (method != Method.RETIFICADORA) {
      return Optional.empty();
    }
    try (var document = source.open()) {
      var reader = new RowReader(method, municipios, document, index -> false);
      reader.rows(row -> {});
      return Moment.ofPayload(reader.datConsulta()).or(this::now);
    }
  }

  /** Another service has its own time for it. */
  private Optional<LocalDateTime> now() {
    return subject.oneByOne()
        ? Optional.of(
            LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS))
        : Optional.empty();
  }
}
