package org.valida.rule;

import org.valida.privacy.CheckDigits;
import org.valida.schema.QuietText;
import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;
import org.valida.text.Digits;

/**
 * {@code x-check}: a CPF or NIS, a text of eleven digits with their check digits.
 *
 * @param digits for wrong check digits
 */
record PersonNumber(Kind kind, RuleUse format, RuleUse digits) implements ValueRule {

  enum Kind {
    CPF,
    NIS,
    CPF_OR_NIS;

    /** As {@link #holds(long)}, of digits as {@link CheckDigits} takes them. */
    boolean holds(long number, long eight, int ninth, int tenth, int eleventh) {
      return this == CPF ? CheckDigits.cpf(eight, ninth, tenth, eleventh) : holds(number);
    }

    boolean holds(long number) {
      return this != NIS && CheckDigits.cpf(number) || this != CPF && CheckDigits.nis(number);
    }
  }

  @Override
  public boolean quiet(QuietValue quiet) {
    quiet.noNumbers();
    return quiet.texts(this::read, Value.Meaning.PERSON, "^[0-9]{11}$");
  }

  private long read(byte[] bytes, int from, int to) {
    if (to - from != 11) {
      return QuietText.SPEAKS;
    }
    long eight = Digits.word(bytes, from);
    int ninth = bytes[from + 8] - '0';
    int tenth = bytes[from + 9] - '0';
    int eleventh = bytes[from + 10] - '0';
    if (Digits.count(eight) < 8 || !isDigit(ninth) || !isDigit(tenth) || !isDigit(eleventh)) {
      return QuietText.SPEAKS;
    }
    long number = Digits.number(eight, 8) * 1000 + ninth * 100L + tenth * 10L + eleventh;
    return kind.holds(number, eight, ninth, tenth, eleventh) ? number : QuietText.SPEAKS;
  }

  private static boolean isDigit(int digit) {
    return digit >= 0 && digit <= 9;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.STRING) {
      scope.report(format, value.type() == Value.INTEGER ? "number" : "");
      return Outcome.BROKEN;
    }
    long number = eleven(value.bytes(), value.from(), value.to());
    if (number < 0) {
      var text = value.text();
      scope.report(format, hint(text));
      var digits = text.replaceAll("[^0-9]", "");
      if (!digits.isEmpty() && digits.length() <= 11) {
        value.means(Value.Meaning.PERSON, Long.parseLong(digits));
      }
      return Outcome.BROKEN;
    }
    value.means(Value.Meaning.PERSON, number);
    if (!kind.holds(number)) {
      scope.report(digits, CheckDigits.repeated(number) ? "repeated" : "");
      return Outcome.BROKEN;
    }
    return Outcome.PASS;
  }

  private static long eleven(byte[] bytes, int from, int to) {
    if (to - from != 11) {
      return -1;
    }
    long number = 0;
    for (int at = from; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private String hint(String text) {
    var bare = text.replaceAll("[.\\-/\\s]", "");
    if (!bare.matches("[0-9]+")) {
      return bare.isEmpty() ? "length" : "letters";
    }
    if (bare.length() == 11) {
      return bare.length() < text.length() ? "punctuation" : "";
    }
    return bare.length() < 11 && kind.holds(Long.parseLong(bare)) ? "zeros" : "length";
  }
}
