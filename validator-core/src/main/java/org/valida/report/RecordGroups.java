package org.valida.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.violation.RecordRef;

/**
 * How many violations there are in the records of each school and stage. Remembers a bounded number
 * of each; those that come later are not named.
 */
final class RecordGroups {

  private static final int MOST = 10_000;
  private static final int SHOWN = 20;

  private final Map<String, Map<String, Long>> counts = new HashMap<>();

  /** Counts a violation in that record. */
  void add(RecordRef record) {
    record
        .groups()
        .forEach(
            (group, value) -> {
              var values = counts.computeIfAbsent(group, g -> new HashMap<>());
              if (values.size() < MOST || values.containsKey(value)) {
                values.merge(value, 1L, Long::sum);
              }
            });
  }

  /** The values with the most violations, the largest first. */
  List<Map.Entry<String, Long>> largest(String group) {
    return counts.getOrDefault(group, Map.of()).entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .toList();
  }
}
