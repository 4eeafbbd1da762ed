package org.valida.violation;

/**
 * Text that may come from a payload, made safe for a console, a log or an editor: characters that
 * steer a terminal, reorder what is read or break a line are shown as {@code \}{@code uXXXX}.
 * Everything else stays as it is, so that applying it twice changes nothing more.
 *
 * <p>Escaped are control characters (C0, DEL, C1), the bidirectional marks, embeddings and
 * isolates, line and paragraph separators, the byte order mark, and surrogates without their other
 * half, which no charset can write.
 */
public final class Printable {

  private Printable() {}

  /** The text with every unsafe character escaped; the same object where there is none. */
  public static String of(String text) {
    int first = firstUnsafe(text);
    if (first == text.length()) {
      return text;
    }
    var safe = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (unsafe(text, i)) {
        safe.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          safe.append("0123456789ABCDEF".charAt(c >> shift & 0xF));
        }
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Whether a character outside the surrogates must not reach a console as it is. */
  public static boolean isUnsafe(char c) {
    return c < 0x20
        || c >= 0x7F && c <= 0x9F
        || c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || c >= 0x2028 && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0xFEFF;
  }

  private static int firstUnsafe(String text) {
    int i = 0;
    while (i < text.length() && !unsafe(text, i)) {
      i++;
    }
    return i;
  }

  private static boolean unsafe(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return isUnsafe(c);
  }
}
