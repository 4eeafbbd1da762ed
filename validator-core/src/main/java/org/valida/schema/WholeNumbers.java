package org.valida.schema;

import org.valida.json.Decimal;
import org.valida.json.JsonCursor.Token;

/**
 * Reads 3528205.0 and 2.017E3 as the whole numbers they are, with a warning: spreadsheets and data
 * frames print them so.
 */
final class WholeNumbers implements ValueRule {

  private static final Decimal LEAST = Decimal.of("-1e18");
  private static final Decimal GREATEST = Decimal.of("1e18");

  private final RuleUse rule;

  WholeNumbers(RuleUse rule) {
    this.rule = rule;
  }

  @Override
  public boolean quiet(QuietValue quiet) {
    return true;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.NUMBER || value.cursor().token() != Token.NUMBER) {
      return Outcome.PASS;
    }
    var text = value.text();
    var number = Decimal.of(text);
    if (!number.isInteger()) {
      return Outcome.PASS;
    }
    boolean fits = number.compareTo(LEAST) > 0 && number.compareTo(GREATEST) < 0;
    var plain = fits ? new java.math.BigDecimal(text).toBigInteger() : null;
    value.formWarning(rule, "", "integer", plain == null ? text : plain.toString());
    if (plain == null) {
      value.meansHugeInteger();
    } else {
      value.meansInteger(plain.longValueExact());
    }
    return Outcome.PASS;
  }
}
