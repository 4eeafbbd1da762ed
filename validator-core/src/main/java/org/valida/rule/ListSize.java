package org.valida.rule;

import org.valida.schema.Frame;
import org.valida.schema.ListRule;
import org.valida.schema.ListState;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Shift;

/** The keywords about how many items a list has. */
sealed interface ListSize extends ListRule {

  /**
   * {@code x-empty}: the list has no items; reported at the list, or at the object that holds it.
   */
  record NoItems(RuleUse rule, boolean atObject) implements ListSize {
    @Override
    public ListState newState() {
      return new ListState() {
        private boolean empty;

        @Override
        public void reset() {
          empty = false;
        }

        @Override
        public void ended(long items, Scope scope) {
          empty = items == 0;
          if (empty && !atObject) {
            scope.report(rule, scope.list(), null, "");
          }
        }

        @Override
        public void closed(Frame owner, Scope scope) {
          if (empty && atObject && owner != null) {
            scope.report(rule, owner, "");
          }
        }

        @Override
        public boolean joins() {
          return true;
        }

        @Override
        public boolean join(ListState next, Shift shift, Scope scope) {
          return true;
        }
      };
    }
  }

  /** {@code x-records}: the list has more items than the user's limit. */
  record TooMany(RuleUse rule) implements ListSize {
    @Override
    public ListState newState() {
      return new ListState() {
        @Override
        public void ended(long items, Scope scope) {
          long limit = scope.settings().maxRecords();
          if (limit > 0 && items > limit) {
            scope.report(rule, scope.list(), null, "", "limit", limit, "count", items);
          }
        }

        @Override
        public boolean joins() {
          return true;
        }

        @Override
        public boolean join(ListState next, Shift shift, Scope scope) {
          return true;
        }
      };
    }
  }
}
