package org.valida.check;

import java.util.Locale;
import java.util.Random;

/**
 * How a stack writes texts.
 *
 * @param also characters that it escapes without need
 * @param ascii whether it escapes whatever is not ASCII
 * @param upper whether its escapes are written A-F
 * @param any how many of a hundred characters it escapes for no reason at all
 */
record TextHabit(String also, boolean ascii, boolean upper, int any) {

  static final TextHabit PLAIN = new TextHabit("", false, false, 0);

  TextHabit escaping(String characters) {
    return new TextHabit(characters, ascii, upper, any);
  }

  TextHabit inAscii() {
    return new TextHabit(also, true, upper, any);
  }

  TextHabit inUpperCase() {
    return new TextHabit(also, ascii, true, any);
  }

  TextHabit atRandom(int ofHundred) {
    return new TextHabit(also, ascii, upper, ofHundred);
  }

  void print(String text, StringBuilder out, Random random) {
    out.append('"');
    text.codePoints().forEach(c -> character(c, out, random));
    out.append('"');
  }

  private void character(int c, StringBuilder out, Random random) {
    boolean asked = also.indexOf(c) >= 0;
    boolean whim = any > 0 && random.nextInt(100) < any;
    int letter = "\b\t\n\f\r\"\\".indexOf(c);
    if (c == '/' && asked) {
      out.append("\\/");
    } else if (letter >= 0 && !asked && !whim) {
      out.append('\\').append("btnfr\"\\".charAt(letter));
    } else if (c < ' ' || asked || whim || isSurrogate(c) || (ascii && c >= 0x7f)) {
      boolean capital = upper || (whim && random.nextBoolean());
      for (char unit : Character.toChars(c)) {
        var digits = String.format(Locale.ROOT, "%04x", (int) unit);
        out.append("\\u").append(capital ? digits.toUpperCase(Locale.ROOT) : digits);
      }
    } else {
      out.appendCodePoint(c);
    }
  }

  /** Half a pair, which UTF-8 has no bytes for. */
  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
