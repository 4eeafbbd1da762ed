package org.valida.rule;

import org.valida.contract.CodeTable;
import org.valida.schema.CodeRow;
import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/** {@code x-prefix-table}: the first digits of a number are a code, as the UF in an INEP code. */
record PrefixLookup(CodeTable.Index index, int digits, RuleUse rule) implements ValueRule {

  /** Of ten, as many as a number may have digits. */
  private static final long[] POWERS = new long[19];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  @Override
  public boolean quiet(QuietValue quiet) {
    quiet.noTexts();
    return quiet.codes((number, frame) -> known(number) ? CodeRow.NONE : null);
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    return !value.hasNumber() || known(value.number())
        ? Outcome.PASS
        : Meanings.report(value, scope, rule, "");
  }

  private boolean known(long number) {
    return index.find(prefix(Math.abs(number), digits)) != CodeTable.NONE;
  }

  /** The first digits of a number that is not negative; the number itself if it has no more. */
  static long prefix(long number, int digits) {
    int more = 0;
    while (digits + more < POWERS.length && number >= POWERS[digits + more]) {
      more++;
    }
    // Most numbers are short, and short ones are divided in a third of the time.
    return number <= Integer.MAX_VALUE ? (int) number / (int) POWERS[more] : number / POWERS[more];
  }
}
