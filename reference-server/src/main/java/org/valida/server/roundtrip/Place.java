package org.valida.server.roundtrip;

import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.schema.Excerpts;
import org.valida.violation.Violation.Excerpt;

/**
 * Where something stands in a document.
 *
 * @param line from 1
 * @param column in code points, from 1
 * @param offset in bytes, from 0
 * @param excerpt the text around it, where it was asked for
 */
record Place(long line, long column, long offset, Excerpt excerpt) {

  /** Of the token on which a cursor stands. */
  static Place of(JsonCursor cursor, boolean withExcerpt) {
    var excerpt = withExcerpt ? Excerpts.of(cursor, cursor.offset(), length(cursor)) : Excerpt.NONE;
    return new Place(cursor.line(), cursor.column(), cursor.offset(), excerpt);
  }

  private static int length(JsonCursor cursor) {
    return switch (cursor.token()) {
      case STRING, NAME -> cursor.end() - cursor.start() + 2;
      case NUMBER -> cursor.end() - cursor.start();
      case TRUE, NULL -> 4;
      case FALSE -> 5;
      default -> 1;
    };
  }

  static boolean isScalar(Token token) {
    return switch (token) {
      case STRING, NUMBER, TRUE, FALSE, NULL -> true;
      default -> false;
    };
  }
}
