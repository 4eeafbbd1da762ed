package org.valida.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Note;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/**
 * Adds to the result of a run what the engine does not know: inputs that are not there, and what is
 * worth saying of the configuration and the baseline.
 *
 * @param listener who is told
 * @param before the failures to add
 * @param notes to add
 * @param accepted the baseline of the run
 */
record Completion(
    RunListener listener, List<Failure> before, List<Note> notes, Optional<Accepted> accepted)
    implements RunListener {

  /** The result with those failures in front of its own. */
  RunResult complete(RunResult result) {
    var failures = Stream.concat(before.stream(), result.failures().stream()).toList();
    var all = new ArrayList<>(notes);
    accepted.ifPresent(baseline -> all.addAll(baseline.notes()));
    all.addAll(result.notes());
    return new RunResult(result.files(), result.nanos(), failures, all);
  }

  @Override
  public void contract(String path, String contractId) {
    listener.contract(path, contractId);
  }

  @Override
  public void violation(String path, Violation violation) {
    // Of new violations nothing is kept, however many there are.
    if (violation.rule().endsReading()) {
      accepted.ifPresent(baseline -> baseline.findings().violation(path, violation));
    }
    listener.violation(path, violation);
  }

  @Override
  public void suppressed(String path, Violation violation) {
    accepted.ifPresent(baseline -> baseline.findings().suppressed(path, violation));
    listener.suppressed(path, violation);
  }

  @Override
  public void read(FileResult file) {
    listener.read(file);
  }

  @Override
  public void totals(String path, Totals totals) {
    listener.totals(path, totals);
  }

  @Override
  public boolean wantsTotals() {
    return listener.wantsTotals();
  }

  @Override
  public void ended(RunResult result) {
    accepted.ifPresent(baseline -> baseline.findings().ended(result));
    listener.ended(complete(result));
  }
}
