package org.valida.rule;

import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/**
 * {@code x-blank} and {@code x-optional}: an empty text and null are the absence of the attribute,
 * rightly or with a warning.
 *
 * @param warning null where the absence is right
 */
record BlankText(RuleUse warning) implements ValueRule {

  @Override
  public boolean quiet(QuietValue quiet) {
    quiet.notEmpty();
    return true;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (!isBlank(value)) {
      return Outcome.PASS;
    }
    if (warning != null) {
      scope.report(warning, "");
    }
    return Outcome.ABSENT;
  }

  static boolean isBlank(Value value) {
    return value.type() == Value.NULL || isEmptyText(value);
  }

  static boolean isEmptyText(Value value) {
    return value.type() == Value.STRING && value.cursor().end() == value.cursor().start();
  }
}
