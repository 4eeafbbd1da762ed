package org.valida.rule;

import java.util.List;
import java.util.Set;
import org.valida.schema.Frame;
import org.valida.schema.ObjectRule;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Slot;

/** The keywords that ask for an attribute beyond {@code required}. Reported at the object. */
sealed interface Presence extends ObjectRule {

  /** {@code x-required-any}: at least one of the attributes is there, and not empty. */
  record AnyOf(RuleUse rule, int[] attributes, List<String> names) implements Presence {
    @Override
    public void closed(Frame frame, Scope scope) {
      for (int attribute : attributes) {
        if (!frame.slot(attribute).isAbsent()) {
          return;
        }
      }
      scope.report(rule, frame, "", "names", String.join(", ", names));
    }
  }

  /** {@code x-required-when}: the attribute is there if another has one of the values. */
  record When(RuleUse rule, int attribute, int when, Set<Long> in) implements Presence {
    @Override
    public void closed(Frame frame, Scope scope) {
      var other = frame.slot(when);
      if (frame.slot(attribute).isAbsent() && other.hasNumber() && in.contains(other.number())) {
        scope.report(
            rule,
            frame,
            "",
            "name",
            frame.slot(attribute).name(),
            "when",
            other.name(),
            "whenValue",
            scope.shown(other));
      }
    }
  }

  /** {@code x-recommended}: the attribute is there; empty was already reported as such. */
  record Recommended(RuleUse rule, int attribute) implements Presence {
    @Override
    public void closed(Frame frame, Scope scope) {
      if (frame.slot(attribute).state() == Slot.State.MISSING) {
        scope.report(rule, frame, "", "name", frame.slot(attribute).name());
      }
    }
  }
}
