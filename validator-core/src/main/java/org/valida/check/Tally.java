package org.valida.check;

import java.util.Map;
import java.util.TreeMap;
import org.valida.violation.FileResult;
import org.valida.violation.Level;
import org.valida.violation.Severity;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/**
 * Counts what was found in one input. There may be a great many of these, and most find nothing.
 */
final class Tally {

  private final Input input;
  private long[] bySeverity;
  private TreeMap<String, Long> byRule;
  private long suppressed;
  private FileResult result;
  private boolean counted;

  Tally(Input input) {
    this.input = input;
  }

  String path() {
    return input.source().path();
  }

  /** The user's levels of rules for this input. */
  Map<String, Level> levels() {
    return input.levels();
  }

  void add(Violation violation) {
    if (byRule == null) {
      bySeverity = new long[Severity.values().length];
      byRule = new TreeMap<>();
    }
    bySeverity[violation.severity().ordinal()]++;
    byRule.merge(violation.rule().id(), 1L, Long::sum);
    counted = false;
  }

  void suppress() {
    suppressed++;
    counted = false;
  }

  /** The input was read. */
  void read(Outcome how) {
    result = result(how);
    counted = true;
  }

  /** The counts so far, once the input was read: rules that compare inputs find more later. */
  FileResult result() {
    if (!counted) {
      read(
          new Outcome(
              result.contractId(), result.records(), result.bytes(), result.failureOrNull()));
    }
    return result;
  }

  private FileResult result(Outcome outcome) {
    long errors = count(Severity.ERROR);
    var verdict =
        outcome.failureOrNull() != null
            ? Verdict.ERROR
            : errors > 0 ? Verdict.INVALID : Verdict.VALID;
    return new FileResult(
        path(),
        outcome.contractOrNull(),
        verdict,
        outcome.records(),
        outcome.bytes(),
        errors,
        count(Severity.WARNING),
        count(Severity.INFO),
        suppressed,
        byRule == null ? Map.of() : new TreeMap<>(byRule),
        outcome.failureOrNull());
  }

  private long count(Severity severity) {
    return bySeverity == null ? 0 : bySeverity[severity.ordinal()];
  }
}
