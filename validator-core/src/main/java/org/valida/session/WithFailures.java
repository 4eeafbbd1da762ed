package org.valida.session;

import java.util.List;
import java.util.stream.Stream;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/**
 * Adds to the result of a run what already failed before it: inputs that are not there.
 *
 * @param listener who is told
 * @param before the failures to add
 */
record WithFailures(RunListener listener, List<Failure> before) implements RunListener {

  /** The result with those failures in front of its own. */
  RunResult complete(RunResult result) {
    var failures = Stream.concat(before.stream(), result.failures().stream()).toList();
    return new RunResult(result.files(), result.nanos(), failures);
  }

  @Override
  public void contract(String path, String contractId) {
    listener.contract(path, contractId);
  }

  @Override
  public void violation(String path, Violation violation) {
    listener.violation(path, violation);
  }

  @Override
  public void suppressed(String path, Violation violation) {
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
    listener.ended(complete(result));
  }
}
