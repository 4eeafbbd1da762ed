package org.valida.rule;

import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/**
 * {@code x-expect}: a number outside the bounds is possible but suspect.
 *
 * @param minimum null for none
 * @param maximum null for none
 * @param toThisYear whether the year of today is the maximum
 */
record Expectation(RuleUse rule, Long minimum, Long maximum, boolean toThisYear)
    implements ValueRule {

  private static final long CENTS = 100;

  @Override
  public boolean quiet(QuietValue quiet) {
    quiet.between(
        minimum == null ? Long.MIN_VALUE : minimum * quiet.unit(),
        maximum == null ? Long.MAX_VALUE : maximum * quiet.unit());
    if (toThisYear) {
      quiet.untilThisYear();
    }
    return true;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.meaning() != Value.Meaning.NUMBER && value.meaning() != Value.Meaning.AMOUNT) {
      return Outcome.PASS;
    }
    long unit = value.meaning() == Value.Meaning.AMOUNT ? CENTS : 1;
    Long greatest = toThisYear ? Long.valueOf(scope.settings().today().getYear()) : maximum;
    boolean low = minimum != null && value.number() < minimum * unit;
    boolean high = greatest != null && value.number() > greatest * unit;
    if (!low && !high) {
      return Outcome.PASS;
    }
    value.doubt();
    return Meanings.report(
        value,
        scope,
        rule,
        "",
        "minimum",
        shown(minimum),
        "maximum",
        shown(greatest),
        "limit",
        shown(low ? minimum : greatest));
  }

  private static String shown(Long bound) {
    return bound == null ? "" : bound.toString();
  }
}
