package org.valida.text;

/** Reads a pattern by code points and words its errors. */
final class EcmaScanner {

  private final String text;
  private int index;

  EcmaScanner(String text) {
    this.text = text;
  }

  int index() {
    return index;
  }

  boolean done() {
    return index == text.length();
  }

  boolean at(char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  boolean atAnyOf(String characters) {
    return index < text.length() && characters.indexOf(text.charAt(index)) >= 0;
  }

  boolean atDigit() {
    return index < text.length() && isDigit(text.charAt(index));
  }

  boolean take(char c) {
    var found = at(c);
    index += found ? 1 : 0;
    return found;
  }

  boolean take(String word) {
    var found = text.startsWith(word, index);
    index += found ? word.length() : 0;
    return found;
  }

  void expect(char c, String otherwise) {
    if (!take(c)) {
      throw error(otherwise);
    }
  }

  /** The next code point; must not be called at the end. */
  int next() {
    var c = text.codePointAt(index);
    index += Character.charCount(c);
    return c;
  }

  /** A decimal number; one beyond an int is read as the largest int. */
  int number() {
    if (!atDigit()) {
      throw error("a decimal number must stand here");
    }
    long value = 0;
    for (; atDigit(); index++) {
      value = Math.min(value * 10 + text.charAt(index) - '0', Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /** Exactly {@code digits} hexadecimal digits; -1, and nothing read, if they do not stand here. */
  int hex(int digits) {
    if (index + digits > text.length()) {
      return -1;
    }
    var value = 0;
    for (var i = index; i < index + digits; i++) {
      var digit = hexDigit(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    index += digits;
    return value;
  }

  /** An escaped trailing surrogate; -1, and nothing read, if none stands here. */
  int trailingSurrogate() {
    var start = index;
    var value = take("\\u") ? hex(4) : -1;
    if (value >= 0 && Character.isLowSurrogate((char) value)) {
      return value;
    }
    index = start;
    return -1;
  }

  /** A group's name and the closing {@code >}. */
  String name() {
    var start = index;
    while (!done() && !at('>')) {
      var c = text.codePointAt(index);
      var fits =
          index == start
              ? Character.isUnicodeIdentifierStart(c) || c == '$' || c == '_'
              : Character.isUnicodeIdentifierPart(c) || c == '$' || c == 0x200C || c == 0x200D;
      if (!fits || Character.isIdentifierIgnorable(c) && c != 0x200C && c != 0x200D) {
        throw error("a group's name is made of letters, digits, $ and _, and begins with no digit");
      }
      index += Character.charCount(c);
    }
    if (index == start || done()) {
      throw error("a group's name must stand here, closed by >");
    }
    return text.substring(start, index++);
  }

  /** The text up to the mark, which is read too; null, and nothing read, if there is no mark. */
  String upTo(char mark) {
    var end = text.indexOf(mark, index);
    if (end < 0) {
      return null;
    }
    var found = text.substring(index, end);
    index = end + 1;
    return found;
  }

  IllegalArgumentException error(String what) {
    return error(index, what);
  }

  IllegalArgumentException error(int at, String what) {
    return new IllegalArgumentException(
        "The pattern is not valid (ECMA-262): " + what + ", at index " + at + ".");
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  /** The value of an ASCII hexadecimal digit, else -1. */
  static int hexDigit(int c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
