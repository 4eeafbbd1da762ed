package org.valida.check;

import java.util.List;
import java.util.Random;

/**
 * Where a stack puts white space.
 *
 * @param indent of each level; null if all stands in one line
 * @param line how lines end
 * @param colon with the white space around it
 * @param comma with the white space after it, within a line
 * @param lists whether the elements of lists have lines of their own too
 * @param anywhere white space of all kinds wherever it may stand
 * @param end what stands behind the document
 */
record Layout(
    String indent,
    String line,
    String colon,
    String comma,
    boolean lists,
    boolean anywhere,
    String end) {

  static final Layout COMPACT = new Layout(null, "", ":", ",", true, false, "");
  static final Layout SPACED = new Layout(null, "", ": ", ", ", true, false, "");
  static final Layout ANYWHERE = new Layout(null, "", ":", ",", true, true, "");

  static Layout indented(String indent) {
    return new Layout(indent, "\n", ": ", ",", true, false, "");
  }

  Layout withColon(String written) {
    return new Layout(indent, line, written, comma, lists, anywhere, end);
  }

  Layout withLines(String ending) {
    return new Layout(indent, ending, colon, comma, lists, anywhere, end);
  }

  Layout withListsInLine() {
    return new Layout(indent, line, colon, comma, false, anywhere, end);
  }

  Layout withComma(String written) {
    return new Layout(indent, line, colon, written, lists, anywhere, end);
  }

  Layout withEnd(String last) {
    return new Layout(indent, line, colon, comma, lists, anywhere, last);
  }

  /** What stands before a member or element, and before the bracket that closes them. */
  String before(boolean list, int depth) {
    if (indent == null) {
      return "";
    }
    return list && !lists ? " " : line + indent.repeat(depth);
  }

  /** What stands between two of them, the comma included. */
  String between(boolean list, int depth) {
    if (indent == null) {
      return comma;
    }
    return list && !lists ? ", " : "," + before(list, depth);
  }

  /** White space for a place where it may stand. */
  String space(Random random) {
    if (!anywhere || random.nextInt(3) > 0) {
      return "";
    }
    var kinds = List.of(" ", "\t", "\n", "\r\n", "\r", "   ");
    return kinds.get(random.nextInt(kinds.size())).repeat(1 + random.nextInt(2));
  }
}
