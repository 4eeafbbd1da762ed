package org.valida.rule;

import org.valida.schema.QuietText;
import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;
import org.valida.text.Digits;

/**
 * {@code x-digits}: a text of digits where a whole number is due is read as that number (MCE 4.1
 * writes numbers as texts where 5.x writes numbers).
 *
 * @param warning {@code number-as-string}, or null where the contract itself has both forms
 */
record DigitText(RuleUse warning) implements ValueRule {

  /** Digits of a number that always fits. */
  private static final int LONG_DIGITS = 18;

  @Override
  public boolean quiet(QuietValue quiet) {
    if (warning == null) {
      quiet.textsAsNumbers(DigitText::read);
    } else {
      quiet.noTexts();
    }
    return true;
  }

  /** The number that up to 18 digits write; {@link QuietText#SPEAKS} of any other text. */
  static long read(byte[] bytes, int from, int to) {
    if (from == to || to - from > LONG_DIGITS) {
      return QuietText.SPEAKS;
    }
    long number = 0;
    int at = from;
    if (to - from >= Long.BYTES) {
      long eight = Digits.word(bytes, from);
      if (Digits.count(eight) < Long.BYTES) {
        return QuietText.SPEAKS;
      }
      number = Digits.number(eight, Long.BYTES);
      at += Long.BYTES;
    }
    for (; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return QuietText.SPEAKS;
      }
      number = number * 10 + digit;
    }
    return number;
  }

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
    if (significant <= LONG_DIGITS) {
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
