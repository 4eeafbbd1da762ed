package org.valida.rule;

import java.util.List;
import org.valida.contract.CodeTable;
import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/**
 * {@code x-table}, form: numbers that are never codes, codes of another length, and the beginning
 * of a code taken for the whole (MCE 4.1 gives município codes a size of 6 and a regular expression
 * of 7 digits).
 *
 * @param refused numbers that have a rule of their own
 * @param digits how many digits a whole code has, 0 where that is not judged
 * @param prefixDigits how many digits of its beginning name a code too
 * @param prefix the rule for them
 * @param form the rule for any other count of digits
 */
record CodeForm(
    CodeTable table,
    String key,
    List<Refused> refused,
    int digits,
    int prefixDigits,
    RuleUse prefix,
    RuleUse form)
    implements ValueRule {

  /** A number that is never a code, and the rule that says so. */
  record Refused(long number, RuleUse rule) {}

  @Override
  public boolean quiet(QuietValue quiet) {
    if (digits > 0) {
      quiet.between(power(digits - 1), power(digits) - 1);
    }
    if (!refused.isEmpty() && !quiet.readsTextsAsNumbers()) {
      quiet.noTexts();
    }
    for (var number : refused) {
      if (!quiet.keepsOut(number.number())) {
        return false;
      }
    }
    return true;
  }

  private static long power(int of) {
    long power = 1;
    for (int i = 0; i < of; i++) {
      power *= 10;
    }
    return power;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (!refused.isEmpty()) {
      long number = value.hasNumber() ? value.number() : writtenNumber(value);
      for (int i = 0; i < refused.size(); i++) {
        if (refused.get(i).number() == number) {
          scope.report(refused.get(i).rule(), "");
          return Outcome.BROKEN;
        }
      }
    }
    if (digits == 0 || !value.whole()) {
      return Outcome.PASS;
    }
    long number = value.hasNumber() ? value.number() : -1;
    int count = number < 0 ? -1 : count(number);
    if (count == digits) {
      return Outcome.PASS;
    }
    if (count == prefixDigits) {
      int row = table.findByPrefix(key, number, (int) power(digits - prefixDigits));
      if (row != CodeTable.NONE) {
        long code = table.code(row, key).orElseThrow();
        value.meansInteger(code);
        value.formWarning(prefix, "", "code", Long.toString(code), "label", table.label(row));
        return Outcome.PASS;
      }
    }
    scope.report(form, "");
    return Outcome.BROKEN;
  }

  private static int count(long number) {
    int count = 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      count++;
    }
    return count;
  }

  /**
   * The number that a text such as "-1" writes; a number that nothing refuses if it writes none.
   */
  private static long writtenNumber(Value value) {
    if (value.type() != Value.STRING) {
      return Long.MIN_VALUE;
    }
    var text = value.text().strip();
    return text.matches("-?[0-9]{1,17}") ? Long.parseLong(text) : Long.MIN_VALUE;
  }
}
