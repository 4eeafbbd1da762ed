package org.valida.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.valida.json.LimitPassedException;
import org.valida.json.Utf8Cursor;
import org.valida.schema.Checker;
import org.valida.schema.Program;
import org.valida.schema.RuleUse;
import org.valida.schema.RunMemory;
import org.valida.violation.Failure;
import org.valida.violation.Level;
import org.valida.violation.RecordRef;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * Checks inputs one after the other: recognises each and judges it in one pass. It has its own
 * cursor and checkers, which it uses again and again; one thread at a time.
 */
final class InputCheck {

  private static final int BUFFER_OF_LINE = 1 << 16;

  /** Compared by hand: what Java makes for a record costs milliseconds at each start. */
  private record Engine(Program program, Map<String, Level> levels) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Engine engine
          && program.equals(engine.program)
          && levels.equals(engine.levels);
    }

    @Override
    public int hashCode() {
      return 31 * program.hashCode() + levels.hashCode();
    }
  }

  private final CheckRun.Plan plan;
  private final RunMemory memory;
  private final Parting parting;
  private final Map<Engine, Checker> checkers = new HashMap<>();
  private Utf8Cursor cursor;
  private RecordingStream recording;

  private InputListener listener;
  private String contract;
  private long records;
  private long bytes;
  private Failure failure;

  /**
   * @param totals whether somebody wants the totals of entes
   * @param parting how large documents are read in parts
   */
  InputCheck(CheckRun.Plan plan, boolean totals, Parting parting) {
    this.plan = plan;
    this.parting = parting;
    this.memory = new RunMemory(totals ? (input, sums) -> listener.totals(sums) : null);
  }

  /** What rules remember of the inputs that were checked here. */
  RunMemory memory() {
    return memory;
  }

  /** Checks one input to its end, or to where it cannot be read any further. */
  Outcome check(Input input, InputListener finds) {
    listener = finds;
    contract = null;
    records = 0;
    bytes = 0;
    failure = null;
    var source = input.source();
    CountingStream in = null;
    try (var opened = new CountingStream(limited(source))) {
      in = opened;
      if (plan.schema() != null) {
        judge(plan.schema(), input, in, in);
      } else if (input.contract().isPresent()) {
        contract(input.contract().get());
        judge(plan.contracts().program(contract), input, in, in);
      } else {
        recognise(input, in);
      }
    } catch (IOException e) {
      failure = unreadable(source, e);
    } catch (UncheckedIOException e) {
      if (in == null || !in.failedWith(e.getCause())) {
        throw e;
      }
      failure = unreadable(source, e.getCause());
    }
    return new Outcome(contract, records, bytes, failure);
  }

  private void contract(String id) {
    contract = id;
    listener.contract(id);
  }

  /** What is decompressed or fetched ends at its limit. */
  private InputStream limited(Source source) throws IOException {
    var before = source.inflatedBefore();
    return before.isEmpty()
        ? source.open()
        : new LimitedStream(
            source.open(), before.getAsLong(), plan.settings().limits().inflatedBytes());
  }

  private static Failure unreadable(Source source, IOException cause) {
    if (cause instanceof ClosedByInterruptException) {
      throw new CancellationException("interrupted while reading");
    }
    return Unreadable.of(source.path(), cause);
  }

  private void recognise(Input input, CountingStream in) throws IOException {
    if (recording == null) {
      recording = new RecordingStream(Recogniser.MOST_BYTES);
    }
    recording.begin(in);
    var answer = plan.contracts().recogniser().recognise(cursor(recording), recording);
    var again = recording.again();
    if (answer instanceof Recogniser.Answer.Found found) {
      contract(found.contract());
      if (found.assumed()) {
        assumed(input);
      }
      judge(plan.contracts().program(contract), input, again, in);
    } else if (answer instanceof Recogniser.Answer.Broken) {
      judge(plan.contracts().anyJson(), input, again, in);
    } else {
      unrecognised(input, answer, again);
      bytes = in.count();
    }
  }

  /**
   * Reads a document of no known contract to its end; what breaks it off is then told instead of
   * the missing contract.
   */
  private void unrecognised(Input input, Recogniser.Answer answer, InputStream document) {
    var brokenOff = new ArrayList<Violation>();
    var checker = new Checker(plan.contracts().anyJson(), plan.settings(), memory, brokenOff::add);
    var path = input.source().path();
    checker.check(Utf8Cursor.over(document, plan.settings().limits()), path);
    brokenOff.removeIf(violation -> !violation.rule().endsReading());
    if (!brokenOff.isEmpty()) {
      brokenOff.forEach(listener::violation);
    } else if (answer instanceof Recogniser.Answer.Ambiguous ambiguous) {
      var candidates = String.join(", ", ambiguous.candidates());
      failure = new Failure("contract-ambiguous", path, Map.of("candidates", candidates));
    } else {
      var hint = ((Recogniser.Answer.Unknown) answer).hint();
      failure = new Failure("contract-unrecognised", path, Map.of("hint", hint));
    }
  }

  private void assumed(Input input) {
    var rule = plan.contracts().rules().rule("contract-assumed");
    severity(RuleUse.of(rule), input.levels())
        .ifPresent(
            severity ->
                listener.violation(
                    new Violation(
                        rule,
                        severity,
                        "",
                        Map.of("contract", contract),
                        "",
                        1,
                        1,
                        0,
                        rule.clauseText(),
                        null,
                        RecordRef.NONE,
                        Violation.Excerpt.NONE)));
  }

  /** The severity of a rule by the user's levels; empty where it is off. */
  static Optional<Severity> severity(RuleUse use, Map<String, Level> levels) {
    var level = levels.get(use.rule().id());
    return level == null ? Optional.of(use.severity()) : level.severity();
  }

  private void judge(Program program, Input input, InputStream document, CountingStream counted)
      throws IOException {
    var checker =
        checkers.computeIfAbsent(
            new Engine(program, input.levels()),
            key ->
                new Checker(
                    program,
                    plan.settings().withLevels(input.levels()),
                    memory,
                    violation -> listener.violation(violation)));
    var source = input.source();
    long read =
        source.lines() ? lines(checker, source, document) : one(checker, source, document, counted);
    records = program == plan.contracts().anyJson() ? 0 : read;
    bytes = counted.count();
  }

  private long one(Checker checker, Source source, InputStream document, CountingStream counted) {
    var reading = cursor(document);
    long size = parting.threads() > 1 ? source.size().orElse(0) : 0;
    if (!parting.isWorthwhile(size)) {
      return checker.check(reading, source.path());
    }
    try (var parts = new Parts(parting, counted, size)) {
      return checker.check(reading, source.path(), parts);
    }
  }

  /** The one cursor, before the first token of a document: a window costs more than a small one. */
  private Utf8Cursor cursor(InputStream document) {
    if (cursor == null) {
      cursor = Utf8Cursor.over(document, plan.settings().limits());
    } else {
      cursor.reset(document);
    }
    return cursor;
  }

  /** One document a line; empty lines are passed over. */
  private long lines(Checker checker, Source source, InputStream document) throws IOException {
    var limits = plan.settings().limits();
    var reader = new LineReader(document, BUFFER_OF_LINE, limits.captureBytes());
    long documents = 0;
    try {
      while (reader.next()) {
        if (reader.isBlank()) {
          continue;
        }
        documents++;
        checker.check(
            Utf8Cursor.over(
                reader.bytes(), 0, reader.length(), limits, reader.offset(), reader.line(), 1),
            source.path());
      }
    } catch (LimitPassedException e) {
      documents++;
      checker.check(
          Utf8Cursor.over(reader.cutOff(e), limits, reader.offset(), reader.line(), 1),
          source.path());
    }
    if (documents == 0) {
      checker.check(Utf8Cursor.over(new ByteArrayInputStream(new byte[0]), limits), source.path());
    }
    return documents;
  }
}
