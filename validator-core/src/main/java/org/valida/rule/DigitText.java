package org.valida.rule;

import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/**
 * {@code x-digits}: a text of digits where a whole number is due is read as that number (MCE 4.1
 * writes numbers as texts where 5.x writes numbers).
 *
 * @param warning {@code number-as-string}, or null where the contract itself has both forms
 */
record DigitText(RuleUse warning) implements ValueRule {

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.STRING) {
      return Outcome.PASS;
    }
    byte[] bytes = value.bytes();
    int end = value.to();
    long number = 0;
    int significant = 0;
    if (end == value.from()) {
      return Outcome.PASS;
    }
    for (int at = value.from(); at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return Outcome.PASS;
      }
      number = number * 10 + digit;
      significant += significant > 0 || digit > 0 ? 1 : 0;
    }
    if (significant <= 18) {
      value.meansInteger(number);
    } else {
      value.meansHugeInteger();
    }
    if (warning != null) {
      value.formWarning(warning, "");
    }
    return Outcome.PASS;
  }
}
