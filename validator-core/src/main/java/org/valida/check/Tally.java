package org.valida.check;

import java.util.TreeMap;
import org.valida.violation.FileResult;
import org.valida.violation.Severity;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/** Counts what was found in one input. */
final class Tally {

  private final String path;
  private final long[] bySeverity = new long[Severity.values().length];
  private final TreeMap<String, Long> byRule = new TreeMap<>();
  private long suppressed;
  private Outcome outcome;

  Tally(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  void add(Violation violation) {
    bySeverity[violation.severity().ordinal()]++;
    byRule.merge(violation.rule().id(), 1L, Long::sum);
  }

  void suppress() {
    suppressed++;
  }

  void read(Outcome how) {
    outcome = how;
  }

  /** The counts so far, once the input was read. */
  FileResult result() {
    long errors = bySeverity[Severity.ERROR.ordinal()];
    var verdict =
        outcome.failureOrNull() != null
            ? Verdict.ERROR
            : errors > 0 ? Verdict.INVALID : Verdict.VALID;
    return new FileResult(
        path,
        outcome.contractOrNull(),
        verdict,
        outcome.records(),
        outcome.bytes(),
        errors,
        bySeverity[Severity.WARNING.ordinal()],
        bySeverity[Severity.INFO.ordinal()],
        suppressed,
        new TreeMap<>(byRule),
        outcome.failureOrNull());
  }
}
