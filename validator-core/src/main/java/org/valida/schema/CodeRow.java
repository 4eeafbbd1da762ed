package org.valida.schema;

import org.valida.contract.CodeTable;

/**
 * A row of a code table.
 *
 * @param table null only in {@link #NONE}
 * @param index row number from 0
 * @param wholeState whether the row is a município that is a whole state: as a key it equals the
 *     state row
 */
public record CodeRow(CodeTable table, int index, boolean wholeState) {

  /** No row. */
  public static final CodeRow NONE = new CodeRow(null, CodeTable.NONE, false);

  public boolean found() {
    return table != null;
  }

  /** A cell of the row, "" where it is empty. */
  public String text(String column) {
    return table.text(index, column);
  }
}
