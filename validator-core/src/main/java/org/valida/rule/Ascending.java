package org.valida.rule;

import org.valida.schema.Frame;
import org.valida.schema.ObjectRule;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Slot;
import org.valida.schema.Value;

/**
 * {@code x-order}: of the attributes that are there, none is less than one named before it. One
 * report, for the first pair.
 */
record Ascending(RuleUse rule, int[] attributes) implements ObjectRule {

  @Override
  public void closed(Frame frame, Scope scope) {
    Slot lower = null;
    for (int attribute : attributes) {
      var slot = frame.slot(attribute);
      // A day that is no day of anybody's life was reported as such.
      if (!slot.hasNumber() || slot.meaning() == Value.Meaning.DAY && slot.doubtful()) {
        continue;
      }
      if (lower != null && lower.number() > slot.number()) {
        scope.report(
            rule,
            frame,
            "",
            "lower",
            lower.name(),
            "lowerValue",
            scope.shown(lower),
            "upper",
            slot.name(),
            "upperValue",
            scope.shown(slot));
        return;
      }
      lower = slot;
    }
  }
}
