package org.valida.rule;

import java.util.Set;
import org.valida.schema.ListRule;
import org.valida.schema.ListState;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;

/**
 * {@code x-contradiction}: a code that excludes all others, such as "none", stands together with
 * others.
 */
record Contradiction(RuleUse rule, Set<Long> alone) implements ListRule {

  @Override
  public ListState newState() {
    return new ListState() {
      private boolean others;
      private Long found;

      @Override
      public void reset() {
        others = false;
        found = null;
      }

      @Override
      public void scalar(Value value, long index, Scope scope) {
        if (!value.hasNumber()) {
          return;
        }
        if (found == null && alone.contains(value.number())) {
          found = value.number();
          others |= index > 0;
        } else {
          others |= found == null || found != value.number();
        }
      }

      @Override
      public void ended(long count, Scope scope) {
        if (found != null && others) {
          scope.report(
              rule,
              scope.list(),
              null,
              "",
              "code",
              scope.masked() ? org.valida.privacy.Mask.HIDDEN : found.toString());
        }
      }
    };
  }
}
