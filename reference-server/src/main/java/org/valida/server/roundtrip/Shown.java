package org.valida.server.roundtrip;

import org.valida.privacy.Mask;

/** Values as messages show them: short, and without CPF and NIS. */
record Shown(String expected, String found) {

  private static final int LENGTH = 80;
  private static final int BEFORE = 20;

  /** Two values that differ: of long ones, where they do. */
  static Shown of(String expected, String found) {
    int same = 0;
    while (same < expected.length()
        && same < found.length()
        && expected.charAt(same) == found.charAt(same)) {
      same++;
    }
    int from =
        Math.max(expected.length(), found.length()) <= LENGTH ? 0 : Math.max(0, same - BEFORE);
    return new Shown(cut(Mask.free(expected), from), cut(Mask.free(found), from));
  }

  static String of(String text) {
    return cut(Mask.free(text), 0);
  }

  private static String cut(String text, int from) {
    int begin = Math.min(from, Math.max(0, text.length() - BEFORE));
    int end = Math.min(text.length(), begin + LENGTH);
    return (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
  }
}
