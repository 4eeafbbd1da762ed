package org.valida.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where in a well-formed document the value of each pointer begins, and its name. Written for
 * tests, and independent of the engine: it goes over the characters, and counts lines only
 * afterwards.
 */
final class Locator {

  /**
   * Places by pointer.
   *
   * @param value offset of the value's first byte
   * @param name offset of the opening quote of the member's name, -1 where there is none
   */
  record Spot(int value, int name) {}

  private final byte[] bytes;
  private final Map<String, List<Spot>> spots = new LinkedHashMap<>();
  private int at;

  Locator(byte[] document) {
    bytes = document;
    if (bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF) {
      at = 3;
    }
    blank();
    value("", -1);
  }

  /** Every place with that pointer: several if a name repeats. */
  List<Spot> spots(String pointer) {
    return spots.getOrDefault(pointer, List.of());
  }

  int count() {
    return spots.size();
  }

  /** Line and column of an offset: LF, CR LF and a lone CR end a line. */
  long[] lineAndColumn(int offset) {
    long line = 1;
    long column = 1;
    for (int i = 0; i < offset; i++) {
      boolean inCrLf = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
      if (bytes[i] == '\n' || bytes[i] == '\r' && !inCrLf) {
        line++;
        column = 1;
      } else if ((bytes[i] & 0xC0) != 0x80 && !inCrLf && !(i == 0 && (bytes[0] & 0xFF) == 0xEF)) {
        column++;
      }
    }
    return new long[] {line, column};
  }

  private void value(String pointer, int name) {
    spots.computeIfAbsent(pointer, key -> new ArrayList<>()).add(new Spot(at, name));
    switch (bytes[at]) {
      case '{' -> object(pointer);
      case '[' -> array(pointer);
      case '"' -> string();
      default -> {
        while (at < bytes.length && ",]} \t\r\n".indexOf(bytes[at]) < 0) {
          at++;
        }
      }
    }
  }

  private void object(String pointer) {
    at++;
    blank();
    while (bytes[at] != '}') {
      int name = at;
      var text = string().replace("~", "~0").replace("/", "~1");
      blank();
      at++;
      blank();
      value(pointer + "/" + text, name);
      blank();
      if (bytes[at] == ',') {
        at++;
        blank();
      }
    }
    at++;
  }

  private void array(String pointer) {
    at++;
    blank();
    for (int index = 0; bytes[at] != ']'; index++) {
      value(pointer + "/" + index, -1);
      blank();
      if (bytes[at] == ',') {
        at++;
        blank();
      }
    }
    at++;
  }

  private String string() {
    int start = ++at;
    while (bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    var raw = new String(bytes, start, at - start, StandardCharsets.UTF_8);
    at++;
    return raw.indexOf('\\') < 0 ? raw : decoded(raw);
  }

  private static String decoded(String raw) {
    var text = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      c = raw.charAt(++i);
      if (c == 'u') {
        text.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        int control = "bfnrt".indexOf(c);
        text.append(control < 0 ? c : "\b\f\n\r\t".charAt(control));
      }
    }
    return text.toString();
  }

  private void blank() {
    while (at < bytes.length && " \t\r\n".indexOf(bytes[at]) >= 0) {
      at++;
    }
  }
}
