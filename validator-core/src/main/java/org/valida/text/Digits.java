package org.valida.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Digits of ASCII, eight at a time: as a word with the value of the first one in its lowest byte.
 * Arrays must go on for eight bytes from where they are read, as the reading window of a cursor
 * does.
 */
public final class Digits {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x80 * ONES;
  private static final long ZEROS = '0' * ONES;
  private static final long ABOVE_NINE = (0x80 - 10) * ONES;

  private Digits() {}

  /** The eight bytes from an index on, each as the digit it is, if it is one. */
  public static long word(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at) ^ ZEROS;
  }

  /** How many bytes of the word, from the first on, are digits. */
  public static int count(long word) {
    // A carry can only come from a byte that is no digit, and the first of those is sought.
    return Long.numberOfTrailingZeros((word + ABOVE_NINE | word) & HIGH_BITS) >>> 3;
  }

  /** The number that the first digits of a word write, 1 to 8 of them. */
  public static long number(long word, int count) {
    long digits = word << Long.SIZE - count * Byte.SIZE;
    long pairs = digits * 10 + (digits >>> 8);
    return (pairs & 0x000000FF000000FFL) * 0x000F424000000064L
            + (pairs >>> 16 & 0x000000FF000000FFL) * 0x0000271000000001L
        >>> 32;
  }
}
