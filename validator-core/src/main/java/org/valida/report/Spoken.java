package org.valida.report;

import java.util.Map;
import org.valida.violation.Printable;
import org.valida.violation.Violation;

/** A violation in words, as reports for people say it. Everything is safe to print. */
record Spoken(Violation violation, Wording wording, Phrases phrases) {

  /** What is wrong, with its clause in parentheses unless the sentence names it. */
  String message() {
    var message = Printable.of(wording.message(violation));
    return violation
        .clause()
        .filter(clause -> !message.contains(clause))
        .map(clause -> message + " (" + Printable.of(clause) + ")")
        .orElse(message);
  }

  /** What to do about it; empty where there is nothing to say. */
  String help() {
    return Printable.of(wording.help(violation));
  }

  /** Where it is, by pointer and record; empty for a whole document of no record. */
  String place() {
    var pointed = !violation.pointer().isEmpty();
    var named = !violation.recordKey().isEmpty();
    if (!pointed && !named) {
      return "";
    }
    var key = !named ? "place.pointer" : pointed ? "place.both" : "place.record";
    return phrases.text(
        key, Map.of("pointer", violation.pointer(), "record", violation.recordKey()));
  }

  /** As compilers write it: {@code path:line:column: severity: message}. */
  String headline(String path) {
    return Printable.of(path)
        + ":"
        + violation.line()
        + ":"
        + violation.column()
        + ": "
        + violation.severity().label()
        + ": "
        + message();
  }
}
