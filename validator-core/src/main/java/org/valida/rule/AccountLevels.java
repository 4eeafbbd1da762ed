package org.valida.rule;

/**
 * The levels of a plan of accounts whose codes have so many digits. A code that ends in the zeros
 * of all parts below a level stands above the codes that agree with it down to there.
 */
final class AccountLevels {

  /** Digits of a code that always fits. */
  static final int MOST_DIGITS = 18;

  /** More zeros than a code ends in. */
  private static final int TOO_MANY = MOST_DIGITS + 1;

  private static final long[] POWERS = new long[MOST_DIGITS + 1];

  /** By what a number is multiplied to divide it by a power of five that divides it. */
  private static final long[] FIFTHS = new long[TOO_MANY + 1];

  /** The greatest number divided by each power of ten. */
  private static final long[] QUOTIENTS = new long[TOO_MANY + 1];

  static {
    POWERS[0] = 1;
    FIFTHS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
      FIFTHS[i] = FIFTHS[i - 1] * 0xCCCC_CCCC_CCCC_CCCDL;
      QUOTIENTS[i] = Long.MAX_VALUE / POWERS[i];
    }
    QUOTIENTS[0] = Long.MAX_VALUE;
    QUOTIENTS[TOO_MANY] = -1;
  }

  private final int[] groups;
  private final int digits;

  /** The zeros at the end of a code of each level but the lowest, which comes first. */
  private final int[] zeros;

  /** The least of them that is no less than a number of digits. */
  private final int[] zerosFor = new int[MOST_DIGITS + 2];

  /**
   * @param groups lengths of the parts; digits beyond them are one more part
   * @param digits of a code, at least those of the parts and at most {@link #MOST_DIGITS}
   */
  AccountLevels(int[] groups, int digits) {
    this.groups = groups;
    this.digits = digits;
    var found = new int[groups.length];
    int levels = 0;
    int behind = digits;
    for (int group : groups) {
      behind -= group;
      found[levels] = behind;
      levels += behind > 0 ? 1 : 0;
    }
    zeros = new int[levels];
    for (int i = 0; i < levels; i++) {
      zeros[i] = found[levels - 1 - i];
    }
    for (int i = 0; i < zerosFor.length; i++) {
      zerosFor[i] = TOO_MANY;
      for (int z = levels - 1; z >= 0; z--) {
        zerosFor[i] = zeros[z] >= i ? zeros[z] : zerosFor[i];
      }
    }
  }

  /** Whether these are the levels of such codes. */
  boolean isOf(int[] ofGroups, int ofDigits) {
    return groups == ofGroups && digits == ofDigits;
  }

  /** The digits that the parts of a plan have together. */
  static int digits(int[] groups) {
    int digits = 0;
    for (int group : groups) {
      digits += group;
    }
    return digits;
  }

  /** How many characters the code has. */
  static int digits(long code) {
    if (code < 0) {
      return Long.toString(code).length();
    }
    // The binary digits tell the decimal ones but for one.
    int digits = (Long.SIZE - Long.numberOfLeadingZeros(code | 1)) * 1233 >>> 12;
    return digits > MOST_DIGITS || code < POWERS[digits] ? Math.max(digits, 1) : digits + 1;
  }

  /** Ten to the power of 0 to {@link #MOST_DIGITS}. */
  static long power(int of) {
    return POWERS[of];
  }

  /** The least code of so many digits. */
  long least() {
    return POWERS[digits - 1];
  }

  /** One more than the greatest code of so many digits. */
  long end() {
    return POWERS[digits];
  }

  /**
   * What the part behind the last one that is not zero counts: codes that agree above it descend
   * from this one, and none does where it is 1.
   */
  long unit(long code) {
    long number = Math.abs(code);
    long unit = 1;
    for (int i = 0; i < zeros.length && endsIn(zeros[i], number); i++) {
      unit = POWERS[zeros[i]];
    }
    return unit;
  }

  /** Whether a greater code descends from this one, which is not negative. */
  boolean isAbove(long code, long greater) {
    // Of the levels that reach so far, the lowest.
    return endsIn(zerosFor[digits(greater - code)], code);
  }

  /** Whether a number ends in so many zeros, told by a product, for a division takes long. */
  private static boolean endsIn(int zeros, long number) {
    // Of a number that ten to that power divides this is the quotient; of any other it is beyond
    // the greatest quotient, or, taken as a signed number, negative.
    long quotient = Long.rotateRight(number * FIFTHS[zeros], zeros);
    return quotient >= 0 && quotient <= QUOTIENTS[zeros];
  }
}
