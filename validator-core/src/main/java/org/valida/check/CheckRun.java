package org.valida.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.valida.rule.ServerErrors;
import org.valida.schema.Place;
import org.valida.schema.Program;
import org.valida.schema.RuleUse;
import org.valida.schema.RunMemory;
import org.valida.schema.Settings;
import org.valida.violation.Level;
import org.valida.violation.Note;
import org.valida.violation.RecordRef;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Suppression;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/**
 * One run over inputs: has each recognised and checked in one pass, reports what was found in the
 * order of the inputs, and lets the rules that compare inputs have the last word. Everything is
 * reported by the thread that runs it, whatever the number of jobs.
 */
public final class CheckRun {

  /**
   * What to judge inputs by.
   *
   * @param contract the contract of an input, where the user named one
   * @param schema a schema instead of contracts; may be null
   * @param levels the user's levels of rules for an input
   * @param suppression which violations are known and accepted
   * @param serverErrors what the server answered for the records of the lotes; for one run only.
   *     Each answer goes to the first record that it fits, so such a run reads its inputs in turn
   * @param jobs how many inputs may be checked at the same time, at least 1; whatever it is, the
   *     listener is told the same
   */
  public record Plan(
      Contracts contracts,
      Settings settings,
      Function<Source, Optional<String>> contract,
      Program schema,
      Function<Source, Map<String, Level>> levels,
      Suppression suppression,
      Optional<ServerErrors> serverErrors,
      int jobs) {}

  private final Plan plan;
  private final Parting parting;
  private final RunListener listener;
  private final Suppression suppression;
  private final List<Tally> tallies = new ArrayList<>();
  private Map<String, Tally> byPath;
  private Tally tally;

  /** Reports what is found in the input at hand. */
  private final InputReport reporting =
      new InputReport() {
        @Override
        public void begin(Input input) {
          tally = new Tally(input);
          tallies.add(tally);
        }

        @Override
        public void end(Outcome outcome) {
          tally.read(outcome);
          listener.read(tally.result());
        }

        @Override
        public void contract(String id) {
          listener.contract(tally.path(), id);
        }

        @Override
        public void violation(Violation violation) {
          found(violation);
        }

        @Override
        public void totals(Totals totals) {
          listener.totals(tally.path(), totals);
        }
      };

  public CheckRun(Plan plan, RunListener listener) {
    this(plan, listener, new Parting(plan.serverErrors().isPresent() ? 1 : plan.jobs()));
  }

  CheckRun(Plan plan, RunListener listener, Parting parting) {
    this.plan = plan;
    this.parting = parting;
    this.listener = listener;
    this.suppression = plan.suppression().forRun();
  }

  /**
   * Checks the inputs in their order. Called once.
   *
   * @throws CancellationException if the thread is interrupted
   */
  public RunResult run(List<? extends Source> sources) {
    long start = System.nanoTime();
    boolean together =
        plan.jobs() > 1 && plan.serverErrors().isEmpty() && Crew.isWorthwhile(sources);
    var memory = together ? together(sources) : inTurn(sources);
    memory.end(this::late);
    var results = tallies.stream().map(Tally::result).toList();
    var result = new RunResult(results, System.nanoTime() - start, List.of(), notes());
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
    if (plan.schema() != null) {
      programs.add(plan.schema());
    }
    for (var one : tallies) {
      one.result().contract().map(plan.contracts()::program).ifPresent(programs::add);
    }
    if (!programs.isEmpty() && programs.stream().noneMatch(program -> program.has(keyword))) {
      notes.add(new Note(kind, "", Map.of()));
    }
  }

  private RunMemory inTurn(List<? extends Source> sources) {
    var check = new InputCheck(plan, listener.wantsTotals(), parting);
    plan.serverErrors()
        .ifPresent(errors -> check.memory().memory(ServerErrors.class, () -> errors));
    for (var source : sources) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      var input = input(source);
      reporting.begin(input);
      reporting.end(check.check(input, reporting));
    }
    return check.memory();
  }

  private RunMemory together(List<? extends Source> sources) {
    var memory = new RunMemory(null);
    int begun = 0;
    try (var crew = new Crew(plan, Math.min(plan.jobs(), sources.size()), listener.wantsTotals())) {
      for (int reported = 0; reported < sources.size(); ) {
        while (begun < sources.size() && crew.hasRoom()) {
          int end = Crew.end(sources, begun);
          crew.begin(sources.subList(begun, end).stream().map(this::input).toList());
          begun = end;
        }
        var lane = crew.first();
        lane.drain(reporting);
        memory.absorb(lane.memory());
        reported += lane.inputs().size();
        crew.reported();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
    return memory;
  }

  private Input input(Source source) {
    return new Input(
        source,
        plan.levels().apply(source),
        plan.schema() == null ? plan.contract().apply(source) : Optional.empty());
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
    tally = tally(input);
    InputCheck.severity(use, tally.levels())
        .ifPresent(
            severity -> {
              var arguments = new LinkedHashMap<String, Object>();
              for (int i = 0; i < pairs.length; i += 2) {
                arguments.put((String) pairs[i], pairs[i + 1]);
              }
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

  private Tally tally(String path) {
    if (byPath == null) {
      byPath = new HashMap<>();
      tallies.forEach(one -> byPath.put(one.path(), one));
    }
    return byPath.get(path);
  }
}
