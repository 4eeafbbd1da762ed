package org.valida.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.valida.json.Utf8Cursor;
import org.valida.rule.ServerErrors;
import org.valida.schema.Checker;
import org.valida.schema.Place;
import org.valida.schema.Program;
import org.valida.schema.RuleUse;
import org.valida.schema.RunMemory;
import org.valida.schema.Settings;
import org.valida.violation.Failure;
import org.valida.violation.Level;
import org.valida.violation.Note;
import org.valida.violation.RecordRef;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Suppression;
import org.valida.violation.Violation;

/**
 * One run over inputs: recognises each, checks it in one pass, and lets the rules that compare
 * inputs have the last word.
 */
public final class CheckRun {

  private static final int BUFFER_OF_LINE = 1 << 16;

  /**
   * What to judge inputs by.
   *
   * @param contract the contract of an input, where the user named one
   * @param schema a schema instead of contracts; may be null
   * @param levels the user's levels of rules for an input
   * @param suppression which violations are known and accepted
   * @param serverErrors what the server answered for the records of the lotes; for one run only
   */
  public record Plan(
      Contracts contracts,
      Settings settings,
      Function<Source, Optional<String>> contract,
      Program schema,
      Function<Source, Map<String, Level>> levels,
      Suppression suppression,
      Optional<ServerErrors> serverErrors) {}

  private record Engine(Program program, Map<String, Level> levels) {}

  private final Plan plan;
  private final RunListener listener;
  private final Suppression suppression;
  private final RunMemory memory;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Map<String, Map<String, Level>> levelsByPath = new HashMap<>();
  private final Map<Engine, Checker> checkers = new HashMap<>();
  private Utf8Cursor cursor;
  private Tally tally;

  public CheckRun(Plan plan, RunListener listener) {
    this.plan = plan;
    this.listener = listener;
    this.suppression = plan.suppression().forRun();
    this.memory = new RunMemory(listener.wantsTotals() ? listener::totals : null);
    plan.serverErrors().ifPresent(errors -> memory.memory(ServerErrors.class, () -> errors));
  }

  /** Checks the inputs in their order. Called once. */
  public RunResult run(List<? extends Source> sources) {
    long start = System.nanoTime();
    for (var source : sources) {
      tally = new Tally(source.path());
      tallies.put(source.path(), tally);
      check(source);
      listener.read(tally.result());
    }
    memory.end(this::late);
    var result =
        new RunResult(
            tallies.values().stream().map(Tally::result).toList(),
            System.nanoTime() - start,
            List.of(),
            notes());
    listener.ended(result);
    return result;
  }

  /** What was asked for and no input was concerned by. */
  private List<Note> notes() {
    var notes = new ArrayList<Note>();
    if (plan.settings().query().isPresent()) {
      noteUnused("x-query", Note.Kind.QUERY_UNUSED, notes);
    }
    if (plan.serverErrors().isPresent()) {
      noteUnused("x-server-errors", Note.Kind.ERRORS_UNUSED, notes);
    }
    return notes;
  }

  private void noteUnused(String keyword, Note.Kind kind, List<Note> notes) {
    var programs = new HashSet<Program>();
    checkers.keySet().forEach(engine -> programs.add(engine.program()));
    programs.remove(plan.contracts().anyJson());
    if (!programs.isEmpty() && programs.stream().noneMatch(program -> program.has(keyword))) {
      notes.add(new Note(kind, "", Map.of()));
    }
  }

  private void check(Source source) {
    var levels = plan.levels().apply(source);
    levelsByPath.put(source.path(), levels);
    CountingStream in = null;
    try (var opened = new CountingStream(source.open())) {
      in = opened;
      if (plan.schema() != null) {
        judge(plan.schema(), source, in, in, levels);
        return;
      }
      var named = plan.contract().apply(source);
      if (named.isPresent()) {
        tally.contract(named.get());
        judge(plan.contracts().program(named.get()), source, in, in, levels);
      } else {
        recognise(source, in, levels);
      }
    } catch (IOException e) {
      tally.failed(unreadable(source, e));
    } catch (UncheckedIOException e) {
      if (in == null || !in.failedWith(e.getCause())) {
        throw e;
      }
      tally.failed(unreadable(source, e.getCause()));
    }
  }

  private static Failure unreadable(Source source, IOException cause) {
    var reason = cause instanceof AccessDeniedException ? "permission" : "io";
    return new Failure("unreadable", source.path(), Map.of("reason", reason));
  }

  private void recognise(Source source, CountingStream in, Map<String, Level> levels)
      throws IOException {
    var recording = new RecordingStream(in, Recogniser.MOST_BYTES);
    var answer = plan.contracts().recogniser().recognise(recording, plan.settings().limits());
    var again = recording.again();
    if (answer instanceof Recogniser.Answer.Found found) {
      tally.contract(found.contract());
      if (found.assumed()) {
        assumed(found.contract(), levels);
      }
      judge(plan.contracts().program(found.contract()), source, again, in, levels);
      return;
    }
    if (answer instanceof Recogniser.Answer.Broken) {
      judge(plan.contracts().anyJson(), source, again, in, levels);
      return;
    }
    if (isWellFormed(again, source)) {
      tally.read(0, in.count());
      tally.failed(
          answer instanceof Recogniser.Answer.Ambiguous ambiguous
              ? new Failure(
                  "contract-ambiguous",
                  source.path(),
                  Map.of("candidates", String.join(", ", ambiguous.candidates())))
              : new Failure(
                  "contract-unrecognised",
                  source.path(),
                  Map.of("hint", ((Recogniser.Answer.Unknown) answer).hint())));
    } else {
      tally.read(0, in.count());
      brokenOff.forEach(this::found);
    }
  }

  private final List<Violation> brokenOff = new ArrayList<>();

  /**
   * Reads a document of no known contract to its end; what breaks it off is then told instead of
   * the missing contract.
   */
  private boolean isWellFormed(InputStream document, Source source) {
    brokenOff.clear();
    var checker =
        new Checker(
            plan.contracts().anyJson(),
            plan.settings(),
            memory,
            violation -> {
              if (violation.rule().endsReading()) {
                brokenOff.add(violation);
              }
            });
    checker.check(Utf8Cursor.over(document, plan.settings().limits()), source.path());
    return brokenOff.isEmpty();
  }

  private void assumed(String contract, Map<String, Level> levels) {
    var rule = plan.contracts().rules().rule("contract-assumed");
    severity(RuleUse.of(rule), levels)
        .ifPresent(
            severity ->
                found(
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

  private static Optional<org.valida.violation.Severity> severity(
      RuleUse use, Map<String, Level> levels) {
    var level = levels.get(use.rule().id());
    return level == null ? Optional.of(use.severity()) : level.severity();
  }

  private void judge(
      Program program,
      Source source,
      InputStream document,
      CountingStream counted,
      Map<String, Level> levels)
      throws IOException {
    var checker =
        checkers.computeIfAbsent(
            new Engine(program, levels),
            key ->
                new Checker(
                    program,
                    plan.settings().withLevels(levels),
                    memory,
                    (Consumer<Violation>) this::found));
    long records;
    if (isLines(source.path())) {
      records = lines(checker, source, document);
    } else {
      if (cursor == null) {
        cursor = Utf8Cursor.over(document, plan.settings().limits());
      } else {
        cursor.reset(document);
      }
      records = checker.check(cursor, source.path());
    }
    tally.read(program == plan.contracts().anyJson() ? 0 : records, counted.count());
  }

  private static boolean isLines(String path) {
    var lower = path.toLowerCase(Locale.ROOT);
    return lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
  }

  /** One document a line; empty lines are passed over. */
  private long lines(Checker checker, Source source, InputStream document) throws IOException {
    var reader = new LineReader(document, BUFFER_OF_LINE, plan.settings().limits().captureBytes());
    long documents = 0;
    while (reader.next()) {
      if (reader.isBlank()) {
        continue;
      }
      documents++;
      checker.check(
          Utf8Cursor.over(
              reader.bytes(),
              0,
              reader.length(),
              plan.settings().limits(),
              reader.offset(),
              reader.line(),
              1),
          source.path());
    }
    if (documents == 0) {
      checker.check(
          Utf8Cursor.over(new ByteArrayInputStream(new byte[0]), plan.settings().limits()),
          source.path());
    }
    return documents;
  }

  private void found(Violation violation) {
    if (suppression.suppresses(tally.path(), violation)) {
      tally.suppress();
      listener.suppressed(tally.path(), violation);
    } else {
      tally.add(violation);
      listener.violation(tally.path(), violation);
    }
  }

  private void late(
      String input, RuleUse use, Place at, RecordRef record, String variant, Object... pairs) {
    severity(use, levelsByPath.getOrDefault(input, Map.of()))
        .ifPresent(
            severity -> {
              var arguments = new LinkedHashMap<String, Object>();
              for (int i = 0; i < pairs.length; i += 2) {
                arguments.put((String) pairs[i], pairs[i + 1]);
              }
              tally = tallies.get(input);
              found(
                  new Violation(
                      use.rule(),
                      severity,
                      variant,
                      arguments,
                      at.pointer(),
                      at.line(),
                      at.column(),
                      at.offset(),
                      use.rule().clauseText(),
                      null,
                      record,
                      Violation.Excerpt.NONE));
            });
  }
}
