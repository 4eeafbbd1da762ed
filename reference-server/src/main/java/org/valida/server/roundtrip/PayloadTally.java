package org.valida.server.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/** What became of one payload that the service holds. */
final class PayloadTally {

  private final Held payload;
  private final List<Violation> violations = new ArrayList<>();
  private long rows;
  private long bytes;
  private Failure failure;

  PayloadTally(Held payload) {
    this.payload = payload;
  }

  Held payload() {
    return payload;
  }

  void read(long allRows, long allBytes) {
    rows = allRows;
    bytes = allBytes;
  }

  void add(Violation violation) {
    violations.add(violation);
  }

  /** It could not be compared. */
  void fail(Failure why) {
    failure = why;
  }

  List<Violation> violations() {
    return violations;
  }

  FileResult result() {
    var byRule = new TreeMap<String, Long>();
    violations.forEach(violation -> byRule.merge(violation.rule().id(), 1L, Long::sum));
    var verdict =
        failure != null ? Verdict.ERROR : violations.isEmpty() ? Verdict.VALID : Verdict.INVALID;
    // All rules of the round trip are errors.
    return new FileResult(
        payload.source().path(),
        payload.method().contract(),
        verdict,
        rows,
        bytes,
        violations.size(),
        0,
        0,
        0,
        byRule,
        failure);
  }
}
