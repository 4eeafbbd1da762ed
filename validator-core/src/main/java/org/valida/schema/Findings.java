package org.valida.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.valida.violation.Level;
import org.valida.violation.RecordRef;
import org.valida.violation.Rule;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * Collects the violations of one record and hands them on in the order of their offsets when the
 * record ends. A record with more than {@link #HELD} violations is handed on in pieces, so that
 * memory stays bounded whatever a payload holds.
 */
final class Findings {

  /** How many violations of one record are put in order together. */
  static final int HELD = 10_000;

  private final Map<String, Level> levels;
  private final Consumer<Violation> handler;
  private final List<Violation> held = new ArrayList<>();

  Findings(Map<String, Level> levels, Consumer<Violation> handler) {
    this.levels = levels;
    this.handler = handler;
  }

  /** Who takes what is found, in its order. */
  Consumer<Violation> handler() {
    return handler;
  }

  /** The severity that the rule has here, null if the user turned it off. */
  Severity severity(Rule rule, Severity declared) {
    if (levels.isEmpty()) {
      return declared;
    }
    var level = levels.get(rule.id());
    if (level == Level.OFF && rule.endsReading()) {
      return declared;
    }
    return level == null ? declared : level.severity().orElse(null);
  }

  void add(Violation violation) {
    held.add(violation);
    if (held.size() >= HELD) {
      flush(RecordRef.NONE);
    }
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  void clear() {
    held.clear();
  }

  /** Ends a record. */
  void flush(RecordRef record) {
    if (held.isEmpty()) {
      return;
    }
    held.sort((one, other) -> Long.compare(one.offset(), other.offset()));
    for (var violation : held) {
      handler.accept(
          violation.record().isNone() && !record.isNone() ? violation.inRecord(record) : violation);
    }
    held.clear();
  }
}
