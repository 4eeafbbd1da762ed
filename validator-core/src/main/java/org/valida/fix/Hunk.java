package org.valida.fix;

import java.util.ArrayList;
import java.util.List;
import org.valida.violation.Violation;

/** Repairs in one line that are shown together, as a unified diff shows them. */
final class Hunk {

  private final Violation first;
  private final String before;
  private final List<Disguise> changes = new ArrayList<>();
  private final List<String> rules = new ArrayList<>();

  Hunk(Violation violation, Disguise change) {
    this.first = violation;
    this.before = change.before();
    add(violation, change);
  }

  private void add(Violation violation, Disguise change) {
    changes.add(change);
    rules.add(violation.rule().id());
  }

  /** Takes one more if it is in the same piece of the same line, behind the others. */
  boolean takes(Violation violation, Disguise change) {
    var last = changes.get(changes.size() - 1);
    boolean fits =
        last.open()
            && change.open()
            && violation.line() == first.line()
            && change.before().equals(before)
            && change.start() >= last.start() + last.length();
    if (fits) {
      add(violation, change);
    }
    return fits;
  }

  List<String> rules() {
    return rules;
  }

  String header() {
    var place = new StringBuilder("@@ " + first.line() + ":" + first.column());
    if (!first.pointer().isEmpty()) {
      place.append(' ').append(first.pointer());
    }
    if (!first.recordKey().isEmpty()) {
      place.append(" (").append(first.recordKey()).append(')');
    }
    return place + " [" + String.join(", ", rules) + "] @@";
  }

  String before() {
    return before;
  }

  String after() {
    var line = new StringBuilder();
    int from = 0;
    for (var change : changes) {
      line.append(before, from, change.start()).append(change.replacement());
      from = change.start() + change.length();
    }
    return line.append(before, from, before.length()).toString();
  }
}
