package org.valida.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of text in columns as wide as their widest cell, counted in code points. */
public final class Table {

  /** Where a cell stands in its column. */
  public enum Align {
    LEFT,
    RIGHT
  }

  private final List<Align> columns;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(List<Align> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Columns of text below a line of titles. */
  public static Table titled(List<String> titles) {
    var table = new Table(Collections.nCopies(titles.size(), Align.LEFT));
    table.row(titles);
    return table;
  }

  /** Adds a row with a cell for each column. */
  public void row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells for " + columns.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /** The rows behind an indent, two blanks between columns, none at the end. */
  public List<String> lines(String indent) {
    var widths = new int[columns.size()];
    for (var row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    var lines = new ArrayList<String>();
    for (var row : rows) {
      var line = new StringBuilder(indent);
      for (int i = 0; i < widths.length; i++) {
        var blanks = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? "" : "  ");
        line.append(columns.get(i) == Align.LEFT ? row.get(i) + blanks : blanks + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
