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
    long least = 1;
    for (int i = 1; i < digits; i++) {
      least *= 10;
    }
    // In few steps, each by a number that the compiler knows: that takes a product, and no
    // division.
    long prefix = number;
    while (prefix / 100_000_000 >= least) {
      prefix /= 100_000_000;
    }
    if (prefix / 10_000 >= least) {
      prefix /= 10_000;
    }
    if (prefix / 100 >= least) {
      prefix /= 100;
    }
    return prefix / 10 >= least ? prefix / 10 : prefix;
  }
}
