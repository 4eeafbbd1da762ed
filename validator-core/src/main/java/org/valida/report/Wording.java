package org.valida.report;

import org.valida.violation.Messages;
import org.valida.violation.Violation;

/** Says a violation in the reader's language. */
public interface Wording {

  /** What is wrong, and what was expected. */
  String message(Violation violation);

  /** What to do about it. */
  String help(Violation violation);

  /** The wording of the message bundles. */
  static Wording of(Messages messages) {
    return new Wording() {
      @Override
      public String message(Violation violation) {
        return messages.message(violation);
      }

      @Override
      public String help(Violation violation) {
        return messages.repair(violation);
      }
    };
  }
}
