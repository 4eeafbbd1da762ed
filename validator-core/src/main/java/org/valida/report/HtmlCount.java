package org.valida.report;

import java.util.Comparator;
import org.valida.violation.Severity;

/** How many violations of each severity there are of something. */
final class HtmlCount {

  /** What has most errors first, then what has most of all. */
  static final Comparator<HtmlCount> WORST_FIRST =
      Comparator.comparingLong(HtmlCount::errors).thenComparingLong(HtmlCount::total).reversed();

  private final long[] bySeverity = new long[Severity.values().length];

  void add(Severity severity) {
    bySeverity[severity.ordinal()]++;
  }

  void add(HtmlCount other) {
    for (int i = 0; i < bySeverity.length; i++) {
      bySeverity[i] += other.bySeverity[i];
    }
  }

  /** What is left when those are taken away. */
  HtmlCount minus(HtmlCount those) {
    var rest = new HtmlCount();
    for (int i = 0; i < bySeverity.length; i++) {
      rest.bySeverity[i] = bySeverity[i] - those.bySeverity[i];
    }
    return rest;
  }

  long of(Severity severity) {
    return bySeverity[severity.ordinal()];
  }

  long errors() {
    return of(Severity.ERROR);
  }

  long total() {
    long total = 0;
    for (long count : bySeverity) {
      total += count;
    }
    return total;
  }
}
