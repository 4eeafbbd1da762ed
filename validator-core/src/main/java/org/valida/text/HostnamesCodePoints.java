package org.valida.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Which code points a U-label may hold: the derived property of RFC 5892, clause 3, computed from
 * the running Java's version of Unicode as the RFC asks.
 */
final class HostnamesCodePoints {

  enum Status {
    VALID,
    /** Only where the rule of appendix A for it allows. */
    IN_CONTEXT,
    DISALLOWED
  }

  /** Clause 2.6, Exceptions, by their outcome. */
  private static final EcmaSet VALID = EcmaSet.ofHex("DF 3C2 6FD 6FE F0B 3007");

  private static final EcmaSet IN_CONTEXT =
      EcmaSet.ofHex("B7 375 5F3-5F4 30FB 660-669 6F0-6F9 200C-200D");

  /**
   * Clause 2.6, Exceptions; clause 2.3, those of Default_Ignorable_Code_Point that are letters or
   * marks; clause 2.4, IgnorableBlocks; clause 2.9, OldHangulJamo.
   */
  private static final EcmaSet DISALLOWED =
      EcmaSet.ofHex(
          "640 7FA 302E-302F 3031-3035 303B"
              + " 34F 17B4-17B5 180B-180F 3164 FE00-FE0F FFA0 E0000-E0FFF"
              + " 20D0-20FF 1D100-1D1FF 1D200-1D24F"
              + " 1100-11FF A960-A97C D7B0-D7C6 D7CB-D7FB");

  private HostnamesCodePoints() {}

  static Status statusOf(int c) {
    if (VALID.contains(c) || Hostnames.isLetterDigitHyphen(c) && !(c >= 'A' && c <= 'Z')) {
      return Status.VALID;
    }
    if (IN_CONTEXT.contains(c)) {
      return Status.IN_CONTEXT;
    }
    return DISALLOWED.contains(c) || !isLetterDigit(c) || isUnstable(c)
        ? Status.DISALLOWED
        : Status.VALID;
  }

  /** Clause 2.1, LetterDigits; without the upper case, which is never stable. */
  private static boolean isLetterDigit(int c) {
    return switch (Character.getType(c)) {
      case Character.LOWERCASE_LETTER,
          Character.UPPERCASE_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.MODIFIER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /** Clause 2.2: what normalisation and case folding change. */
  private static boolean isUnstable(int c) {
    var text = Character.toString(c);
    return !compatible(folded(compatible(text))).equals(text);
  }

  private static String compatible(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /**
   * Case folding, which Java does not have: it is upper case and then lower case, but for the
   * dotless i, which folds to itself, and for Cherokee, which folds to upper case.
   */
  private static String folded(String text) {
    var c = text.codePointAt(0);
    if (c == 0x131 || c >= 0x13A0 && c <= 0x13F5) {
      return text;
    }
    var upper = text.toUpperCase(Locale.ROOT);
    return c >= 0x13F8 && c <= 0x13FD || c >= 0xAB70 && c <= 0xABBF
        ? upper
        : upper.toLowerCase(Locale.ROOT);
  }
}
