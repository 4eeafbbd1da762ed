package org.valida.rule;

import org.valida.contract.CodeTable;
import org.valida.schema.Frame;
import org.valida.schema.ObjectRule;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;

/**
 * {@code x-agree}: the table row of one attribute names another attribute's value, as a município
 * its UF.
 */
record Agreement(RuleUse rule, int attribute, String column, int with) implements ObjectRule {

  @Override
  public void closed(Frame frame, Scope scope) {
    var slot = frame.slot(attribute);
    var other = frame.slot(with);
    if (!slot.isRead() || !slot.row().found() || !other.hasNumber()) {
      return;
    }
    var row = slot.row();
    long expected = row.table().code(row.index(), column, other.number());
    if (expected != other.number()) {
      scope.report(
          rule,
          frame,
          slot,
          "",
          "code",
          scope.masked() ? scope.shown(slot) : row.text("code"),
          "label",
          scope.masked() && scope.shown(slot).startsWith("*") ? "" : row.table().label(row.index()),
          "expected",
          row.text(column),
          "found",
          other.meaning() == Value.Meaning.CODE
              ? CodeTable.unpack(other.number())
              : Long.toString(other.number()));
    }
  }
}
