package org.valida.rule;

import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/** {@code x-empty-rule}: an empty text is this rule's, and nothing else is said about it. */
record EmptyText(RuleUse rule) implements ValueRule {

  @Override
  public boolean quiet(QuietValue quiet) {
    quiet.notEmpty();
    return true;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (!BlankText.isEmptyText(value)) {
      return Outcome.PASS;
    }
    scope.report(rule, "empty");
    return rule.isError() ? Outcome.BROKEN : Outcome.ABSENT;
  }
}
