package org.valida.rule;

import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule.Outcome;

/**
 * Reports a verdict on the meaning of a value: a mere warning stays silent where the form was
 * already warned about.
 */
final class Meanings {

  private Meanings() {}

  static Outcome report(
      Value value, Scope scope, RuleUse rule, String variant, Object... arguments) {
    if (scope.isError(rule) || !value.formWarned()) {
      scope.report(rule, variant, arguments);
    }
    return rule.isError() ? Outcome.BROKEN : Outcome.DONE;
  }
}
