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
    long prefix = Math.abs(number);
    long end = 1;
    for (int i = 0; i < digits; i++) {
      end *= 10;
    }
    while (prefix >= end) {
      prefix /= 10;
    }
    return index.find(prefix) != CodeTable.NONE;
  }
}
