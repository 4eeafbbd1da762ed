package org.valida.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.violation.Rule;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * The violations of a run by file, rule and severity: counted exactly, with a bounded sample of
 * each rule in each file.
 */
final class Groups {

  /** One rule in one file, at one severity. */
  static final class Group {
    private final Rule rule;
    private final Severity severity;
    private final List<Violation> shown = new ArrayList<>();
    private long count;

    private Group(Rule rule, Severity severity) {
      this.rule = rule;
      this.severity = severity;
    }

    Rule rule() {
      return rule;
    }

    Severity severity() {
      return severity;
    }

    long count() {
      return count;
    }

    /** The first of them, as found. */
    List<Violation> shown() {
      return shown;
    }

    long hidden() {
      return count - shown.size();
    }
  }

  private record Key(String rule, Severity severity) {}

  /** Heavy ones first, then those that occur most. */
  private static final Comparator<Group> BY_WEIGHT =
      Comparator.comparing(Group::severity)
          .thenComparing(Comparator.comparingLong(Group::count).reversed())
          .thenComparing(group -> group.rule().id());

  private final Cap cap;
  private final Map<String, Map<Key, Group>> files = new HashMap<>();

  /**
   * @param most shown per rule and file, 0 for all
   */
  Groups(long most) {
    this.cap = new Cap(most);
  }

  void add(String path, Violation violation) {
    var group =
        files
            .computeIfAbsent(path, p -> new LinkedHashMap<>())
            .computeIfAbsent(
                new Key(violation.rule().id(), violation.severity()),
                key -> new Group(violation.rule(), violation.severity()));
    group.count++;
    if (cap.admits(path, violation.rule().id())) {
      group.shown.add(violation);
    }
  }

  /** Those of a file, the heaviest first. */
  List<Group> of(String path) {
    return files.getOrDefault(path, Map.of()).values().stream().sorted(BY_WEIGHT).toList();
  }
}
