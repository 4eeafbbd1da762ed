package org.valida.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.violation.Severity;

/**
 * Violations counted by name: of a rule, an attribute, a school. The names may come from a payload,
 * so only so many are told apart; the others are counted together.
 */
final class HtmlCounts {

  private final int most;
  private final Map<String, HtmlCount> byName = new HashMap<>();
  private final HtmlCount others = new HtmlCount();

  /**
   * @param most names told apart
   */
  HtmlCounts(int most) {
    this.most = most;
  }

  void add(String name, Severity severity) {
    var count = byName.get(name);
    if (count == null) {
      if (byName.size() == most) {
        others.add(severity);
        return;
      }
      count = new HtmlCount();
      byName.put(name, count);
    }
    count.add(severity);
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  /** What was counted under a name that had no place any more. */
  HtmlCount others() {
    return others;
  }

  /** The worst first, then by name. */
  List<Map.Entry<String, HtmlCount>> worstFirst() {
    return byName.entrySet().stream()
        .sorted(
            Map.Entry.<String, HtmlCount>comparingByValue(HtmlCount.WORST_FIRST)
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /** The most frequent first, then by name. */
  List<Map.Entry<String, HtmlCount>> mostFirst() {
    return byName.entrySet().stream()
        .sorted(
            Map.Entry.<String, HtmlCount>comparingByValue(
                    Comparator.comparingLong(HtmlCount::total).reversed())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }
}
