package org.valida.schema;

import java.util.Arrays;

/**
 * Short texts that a {@link QuietMember} has read, and the numbers they mean: codes come again and
 * again. A text of up to eight bytes is one word.
 */
final class KnownTexts {

  private static final int BITS = 8;

  private final long[] words = new long[1 << BITS];
  private final long[] numbers = new long[1 << BITS];

  KnownTexts() {
    Arrays.fill(numbers, QuietText.SPEAKS);
  }

  /** The number that the text means; {@link QuietText#SPEAKS} if it is not known. */
  long number(long word) {
    int at = at(word);
    return words[at] == word ? numbers[at] : QuietText.SPEAKS;
  }

  void learn(long word, long number) {
    int at = at(word);
    words[at] = word;
    numbers[at] = number;
  }

  private static int at(long word) {
    return (int) (word * 0x9E3779B97F4A7C15L >>> Long.SIZE - BITS);
  }
}
