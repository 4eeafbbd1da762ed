package org.valida.cli;

import java.util.ArrayList;
import java.util.List;
import org.valida.violation.Printable;

/**
 * The lines of an example around a place, with their numbers, and below its line a mark.
 *
 * @param text of the whole example
 * @param line to show, counted from 1
 * @param column where the mark begins, in code points counted from 1; 0 for no mark
 */
record ExampleExcerpt(String text, int line, int column) {

  /** An example of so many lines is shown whole. */
  private static final int WHOLE = 14;

  private static final int AROUND = 4;

  /** A longer line is cut around the place. */
  private static final int WIDTH = 96;

  private static final int BEFORE_MARK = 40;

  private static final String MORE = "…";

  /** A line of the excerpt; the mark is one of its own. */
  record Line(String gutter, String text, boolean mark) {}

  List<Line> lines() {
    var all = List.of(withoutMark(text).split("\n", -1));
    int count = all.get(all.size() - 1).isEmpty() ? all.size() - 1 : all.size();
    int middle = Math.min(Math.max(line, 1), Math.max(count, 1));
    boolean whole = count <= WHOLE;
    int first = whole ? 1 : Math.max(1, middle - AROUND);
    int last = whole ? count : Math.min(count, middle + AROUND);
    int digits = Integer.toString(last).length();
    var lines = new ArrayList<Line>();
    for (int number = first; number <= last; number++) {
      var raw = all.get(number - 1).replaceFirst("\r$", "").replace('\t', ' ');
      var gutter = " ".repeat(digits - Integer.toString(number).length()) + number;
      boolean marked = number == line && column > 0;
      var shown = marked ? around(raw) : cut(raw);
      lines.add(new Line(gutter, shown.text(), false));
      if (marked) {
        var mark = " ".repeat(shown.before()) + "^".repeat(shown.length());
        lines.add(new Line(" ".repeat(digits), mark, true));
      }
    }
    return lines;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * What is shown of a line.
   *
   * @param before how many characters stand before the marked ones
   * @param length how many are marked
   */
  private record Shown(String text, int before, int length) {}

  private static Shown cut(String raw) {
    int[] points = raw.codePoints().toArray();
    return new Shown(
        points.length <= WIDTH
            ? Printable.of(raw)
            : Printable.of(new String(points, 0, WIDTH)) + MORE,
        0,
        0);
  }

  private Shown around(String raw) {
    int[] points = raw.codePoints().toArray();
    int at = Math.min(column - 1, points.length);
    int from = points.length <= WIDTH ? 0 : Math.max(0, at - BEFORE_MARK);
    int to = Math.min(points.length, from + WIDTH);
    int end = Math.min(to, end(points, at));
    var before = (from > 0 ? MORE : "") + Printable.of(new String(points, from, at - from));
    var marked = Printable.of(new String(points, at, end - at));
    var after = Printable.of(new String(points, end, to - end)) + (to < points.length ? MORE : "");
    return new Shown(before + marked + after, length(before), Math.max(1, length(marked)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Where the value, name or bracket ends that begins there. */
  private static int end(int[] points, int at) {
    if (at >= points.length || "{}[],:".indexOf(points[at]) >= 0) {
      return Math.min(at + 1, points.length);
    }
    int i = at + 1;
    if (points[at] == '"') {
      while (i < points.length && points[i] != '"') {
        i += points[i] == '\\' ? 2 : 1;
      }
      return Math.min(i + 1, points.length);
    }
    while (i < points.length && " \t,:]}".indexOf(points[i]) < 0) {
      i++;
    }
    return i;
  }
}
