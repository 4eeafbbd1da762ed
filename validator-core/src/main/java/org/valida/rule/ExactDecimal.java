package org.valida.rule;

import java.math.BigDecimal;
import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/**
 * {@code x-decimal}: an exact decimal such as money (MCE 5: NU 15,2), judged on its characters.
 * Never through a double, which cannot hold 0.29.
 */
final class ExactDecimal implements ValueRule {

  /** Beyond this exponent a number is too great or too small whatever its digits. */
  private static final int FAR = 10_000;

  private static final int DIGITS_OF_A_DOUBLE = 12;

  private final int wholeDigits;
  private final int scale;
  private final RuleUse rule;
  private final RuleUse trailingZeros;
  private final RuleUse exponent;

  ExactDecimal(int precision, int scale, RuleUse rule, RuleUse trailingZeros, RuleUse exponent) {
    this.wholeDigits = precision - scale;
    this.scale = scale;
    this.rule = rule;
    this.trailingZeros = trailingZeros;
    this.exponent = exponent;
  }

  @Override
  public boolean quiet(QuietValue quiet) {
    return quiet.decimals(wholeDigits, scale);
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (!value.isNumber()) {
      return broken(scope, wrongType(value));
    }
    var cursor = value.cursor();
    byte[] bytes = cursor.buffer();
    int end = cursor.end();
    int at = cursor.start();
    boolean negative = bytes[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    long amount = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      amount = amount * 10 + (bytes[at++] - '0');
    }
    if (at < end && bytes[at] != '.') {
      return withExponent(value, scope);
    }
    if (at - first > wholeDigits) {
      return hasExponent(bytes, at, end) ? withExponent(value, scope) : broken(scope, "precision");
    }
    int decimals = 0;
    boolean beyond = false;
    for (at++; at < end; at++, decimals++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return withExponent(value, scope);
      }
      if (decimals < scale) {
        amount = amount * 10 + digit;
      } else {
        beyond |= digit != 0;
      }
    }
    if (beyond) {
      return broken(scope, decimals >= DIGITS_OF_A_DOUBLE ? "binary" : "scale");
    }
    for (int i = decimals; i < scale; i++) {
      amount *= 10;
    }
    if (decimals > scale) {
      value.formWarning(trailingZeros, "");
    }
    value.means(Value.Meaning.AMOUNT, negative ? -amount : amount);
    return Outcome.PASS;
  }

  private static boolean hasExponent(byte[] bytes, int from, int end) {
    for (int at = from; at < end; at++) {
      if ((bytes[at] | 0x20) == 'e') {
        return true;
      }
    }
    return false;
  }

  private Outcome withExponent(Value value, Scope scope) {
    var text = value.text();
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    var digits = new BigDecimal(text.substring(0, mark));
    if (digits.signum() != 0 && isFar(text.substring(mark + 1))) {
      return broken(scope, text.charAt(mark + 1) == '-' ? "scale" : "precision");
    }
    var exact = digits.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(text).stripTrailingZeros();
    if (exact.scale() > scale) {
      return broken(scope, "scale");
    }
    if (exact.precision() - exact.scale() > wholeDigits) {
      return broken(scope, "precision");
    }
    value.formWarning(exponent, "", "plain", exact.setScale(scale).toPlainString());
    value.means(Value.Meaning.AMOUNT, exact.setScale(scale).unscaledValue().longValueExact());
    return Outcome.PASS;
  }

  private static boolean isFar(String exponent) {
    var digits = exponent.replaceFirst("^[+-]?0*", "");
    return digits.length() > 5 || !digits.isEmpty() && Integer.parseInt(digits) > FAR;
  }

  private Outcome broken(Scope scope, String variant) {
    scope.report(rule, variant);
    return Outcome.BROKEN;
  }

  private static String wrongType(Value value) {
    if (value.type() == Value.NULL) {
      return "null";
    }
    if (value.type() != Value.STRING) {
      return "type";
    }
    var text = value.text().strip();
    if (text.matches("-?[0-9]+([.][0-9]+)?")) {
      return "quoted";
    }
    return text.matches("(R\\$ ?)?-?[0-9]{1,3}([. ]?[0-9]{3})*,[0-9]+")
            || text.matches("-?[0-9]+,[0-9]+")
        ? "comma"
        : "type";
  }
}
