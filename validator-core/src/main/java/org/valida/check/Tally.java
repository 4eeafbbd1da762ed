package org.valida.check;

import java.util.TreeMap;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Severity;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/** Counts what was found in one input. */
final class Tally {

  private final String path;
  private final long[] bySeverity = new long[Severity.values().length];
  private final TreeMap<String, Long> byRule = new TreeMap<>();
  private String contract;
  private long records;
  private long bytes;
  private long suppressed;
  private Failure failure;

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

  void contract(String id) {
    contract = id;
  }

  void read(long recordsRead, long bytesRead) {
    records = recordsRead;
    bytes = bytesRead;
  }

  void failed(Failure trouble) {
    failure = trouble;
  }

  FileResult result() {
    long errors = bySeverity[Severity.ERROR.ordinal()];
    var verdict = failure != null ? Verdict.ERROR : errors > 0 ? Verdict.INVALID : Verdict.VALID;
    return new FileResult(
        path,
        contract,
        verdict,
        records,
        bytes,
        errors,
        bySeverity[Severity.WARNING.ordinal()],
        bySeverity[Severity.INFO.ordinal()],
        suppressed,
        new TreeMap<>(byRule),
        failure);
  }
}
