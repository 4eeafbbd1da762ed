package org.valida.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** The backslash escapes of JSON texts. */
final class Escapes {

  /** Bytes of the longest escape. */
  static final int LONGEST = 6;

  private Escapes() {}

  /**
   * How many bytes the escape takes that begins with the backslash at this index, or 0 if it is
   * none.
   */
  static int length(byte[] bytes, int backslash) {
    return switch (bytes[backslash + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
      case 'u' -> unit(bytes, backslash + 2) < 0 ? 0 : LONGEST;
      default -> 0;
    };
  }

  /**
   * Decodes a text that was found well-formed. Surrogates come out as they were written, paired or
   * not.
   */
  static String decode(byte[] bytes, int start, int end) {
    var text = new StringBuilder(end - start);
    int from = start;
    int p = start;
    while (p < end) {
      if (bytes[p] != '\\') {
        p++;
        continue;
      }
      text.append(new String(bytes, from, p - from, UTF_8));
      text.append(character(bytes, p));
      p += length(bytes, p);
      from = p;
    }
    return text.append(new String(bytes, from, end - from, UTF_8)).toString();
  }

  /**
   * Writes a text in quotes. Lone surrogates are escaped, since UTF-8 could not tell them apart.
   */
  static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
              : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || (Character.isSurrogate(c) && !paired)) {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private static char character(byte[] bytes, int backslash) {
    byte letter = bytes[backslash + 1];
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) unit(bytes, backslash + 2);
      default -> (char) letter;
    };
  }

  /**
   * The UTF-16 unit that four hexadecimal digits name, or something negative if they are not four
   * digits.
   */
  private static int unit(byte[] bytes, int p) {
    return hex(bytes[p]) << 12
        | hex(bytes[p + 1]) << 8
        | hex(bytes[p + 2]) << 4
        | hex(bytes[p + 3]);
  }

  private static int hex(byte c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }
}
