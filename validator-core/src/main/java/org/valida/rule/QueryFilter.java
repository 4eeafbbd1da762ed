package org.valida.rule;

import java.util.Map;
import java.util.StringJoiner;
import org.valida.contract.CodeTable;
import org.valida.schema.Frame;
import org.valida.schema.ObjectRule;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Slot;
import org.valida.schema.Value;

/**
 * {@code x-query}: a record that a request's filters should have left out (MCE 4.1). Município
 * codes compare by their first six digits; -1 means state rows.
 *
 * @param filters query name to the slot it filters by
 * @param municipio the filter that compares so, null where there is none
 */
record QueryFilter(RuleUse rule, Map<String, Integer> filters, Municipio municipio)
    implements ObjectRule {

  /**
   * How a município is compared.
   *
   * @param filter its name in the query
   * @param table of the municípios
   * @param column of the table that names the UF
   * @param uf slot of the record's UF
   */
  record Municipio(String filter, CodeTable table, String column, int uf) {}

  private static final int SEVEN_DIGITS = 1_000_000;

  @Override
  public void closed(Frame frame, Scope scope) {
    var query = scope.settings().query();
    if (query.isEmpty()) {
      return;
    }
    var failed = new StringJoiner(", ");
    query
        .get()
        .filters()
        .forEach(
            (name, wanted) -> {
              var slot = filters.containsKey(name) ? frame.slot(filters.get(name)) : null;
              if (slot != null
                  && !(municipio != null && name.equals(municipio.filter())
                      ? matchesMunicipio(slot, wanted, frame)
                      : matches(slot, wanted))) {
                failed.add(name + "=" + wanted);
              }
            });
    if (failed.length() > 0) {
      scope.report(rule, frame, "", "filters", failed.toString());
    }
  }

  private static boolean matches(Slot slot, String wanted) {
    if (!slot.hasNumber()) {
      return true;
    }
    return slot.meaning() == Value.Meaning.CODE
        ? CodeTable.unpack(slot.number()).equals(wanted)
        : slot.number() == Long.parseLong(wanted);
  }

  private boolean matchesMunicipio(Slot slot, String wanted, Frame frame) {
    if (slot.state() == Slot.State.BROKEN) {
      return true;
    }
    long asked = Long.parseLong(wanted);
    if (asked == -1) {
      return slot.isAbsent() || slot.row().wholeState();
    }
    if (slot.isAbsent()) {
      return isWholeState(sixDigits(asked), frame);
    }
    return slot.hasNumber() && sixDigits(slot.number()) == sixDigits(asked);
  }

  /** Whether the state row of the frame is the município asked for: Brasília is the whole DF. */
  private boolean isWholeState(long asked, Frame frame) {
    var table = municipio.table();
    int row = table.findByPrefix("code", asked, 10);
    var uf = frame.slot(municipio.uf());
    return row != CodeTable.NONE
        && table.text(row, "whole_state").equals("true")
        && uf.hasNumber()
        && CodeTable.unpack(uf.number()).equals(table.text(row, municipio.column()));
  }

  private static long sixDigits(long code) {
    return code >= SEVEN_DIGITS && code < 10L * SEVEN_DIGITS ? code / 10 : code;
  }
}
