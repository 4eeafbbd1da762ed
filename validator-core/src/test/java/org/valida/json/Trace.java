package org.valida.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.valida.json.JsonCursor.Token;

/**
 * All that a cursor says of a document, one line for each token, and how it ended: for comparing.
 */
final class Trace {

  private Trace() {}

  /**
   * The bytes of a table's text, in which {@code <C3 A9>} stands for bytes and all else is ASCII.
   */
  static byte[] bytes(String notation) {
    var out = new StringBuilder();
    int p = 0;
    while (p < notation.length()) {
      int close = notation.charAt(p) == '<' ? notation.indexOf('>', p) : -1;
      String inside = close < 0 ? "" : notation.substring(p + 1, close);
      if (inside.matches("[0-9A-F]{2}( [0-9A-F]{2})*")) {
        var hex = HexFormat.ofDelimiter(" ").parseHex(inside);
        out.append(new String(hex, ISO_8859_1));
        p = close + 1;
      } else {
        out.append(notation.charAt(p++));
      }
    }
    return out.toString().getBytes(ISO_8859_1);
  }

  static JsonCursor cursor(byte[] document) {
    return cursor(document, Limits.defaults());
  }

  static JsonCursor cursor(byte[] document, Limits limits) {
    return Utf8Cursor.over(new ByteArrayInputStream(document), limits);
  }

  static JsonCursor cursor(byte[] document, Limits limits, int window) {
    return Utf8Cursor.over(new ByteArrayInputStream(document), limits, window);
  }

  /** Reads to the end, and returns what stopped the reading, or null. */
  static JsonStop stop(JsonCursor cursor) {
    try {
      while (cursor.next() != Token.END) {
        // Only the end matters.
      }
      return null;
    } catch (JsonStop stop) {
      return stop;
    }
  }

  static JsonStop stop(byte[] document) {
    return stop(cursor(document));
  }

  static List<String> of(byte[] document) {
    return of(cursor(document));
  }

  static List<String> of(JsonCursor cursor) {
    var lines = new ArrayList<String>();
    try {
      Token token;
      do {
        token = cursor.next();
        lines.add(line(cursor));
      } while (token != Token.END);
    } catch (JsonStop stop) {
      lines.add(stop.getMessage());
    }
    return lines;
  }

  static String line(JsonCursor cursor) {
    boolean text = cursor.token() == Token.NAME || cursor.token() == Token.STRING;
    return "%s %s at %d %d:%d in %d%s%s%s"
        .formatted(
            cursor.token(),
            cursor.text(),
            cursor.offset(),
            cursor.line(),
            cursor.column(),
            cursor.depth(),
            text && cursor.escaped() ? " escaped" : "",
            text && cursor.beyondAscii() ? " beyond" : "",
            cursor.token() == Token.NUMBER && cursor.integral() ? " integral" : "");
  }
}
