package org.valida.schema;

import java.util.Arrays;

/**
 * Leads from the digest of a key to its number. Eight entries make a group, and a byte of the
 * digest stands for each in a word: one look tells that a key is none of eight, which is the usual
 * answer, and the next key is read on that guess while the word is still on its way from memory. An
 * entry takes 5 bytes.
 */
final class KeyTable {

  /** Entries of a group. */
  static final int GROUP = Long.BYTES;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x80 * ONES;

  /**
   * For each group the tags of its entries, the first in the lowest byte; 0 where there is none.
   */
  private final long[] tags;

  private final int[] numbers;

  /** How many keys there is room for, so that nearly all are found in their own group. */
  final int room;

  /** A table of so many groups, a power of two. */
  KeyTable(int groups) {
    tags = new long[groups];
    numbers = new int[groups * GROUP];
    room = room(groups);
  }

  /** The room of a table of so many groups. */
  static int room(int groups) {
    return (int) ((long) groups * GROUP * 4 / 5);
  }

  int groups() {
    return tags.length;
  }

  void clear() {
    Arrays.fill(tags, 0);
  }

  /** Enters a key that is not there; there must be room. */
  void enter(long digest, int number) {
    int group = first(digest);
    while (!ends(group)) {
      group = next(group);
    }
    int entry = Long.numberOfTrailingZeros(zeros(tags[group])) >>> 3;
    tags[group] |= tag(digest) << entry * Byte.SIZE;
    numbers[group * GROUP + entry] = number;
  }

  /** Takes out the key that was entered last of all. */
  void leave(long digest, int number) {
    int group = first(digest);
    while (true) {
      for (int i = 0; i < GROUP; i++) {
        if (numbers[group * GROUP + i] == number && (tags[group] >>> i * Byte.SIZE & 0xFF) != 0) {
          tags[group] &= ~(0xFFL << i * Byte.SIZE);
          return;
        }
      }
      group = next(group);
    }
  }

  /** The group in which the search for a key begins. */
  int first(long digest) {
    return (int) digest & tags.length - 1;
  }

  /** The group in which the search goes on. */
  int next(int group) {
    return group + 1 & tags.length - 1;
  }

  /** Whether a search ends in this group, for it was never full. */
  boolean ends(int group) {
    return zeros(tags[group]) != 0;
  }

  /** The entries of a group that may be of a key, or of another one: a bit in the byte of each. */
  long candidates(int group, long digest) {
    return zeros(tags[group] ^ tag(digest) * ONES);
  }

  /** The number of the first candidate. */
  int number(int group, long candidates) {
    return numbers[group * GROUP + (Long.numberOfTrailingZeros(candidates) >>> 3)];
  }

  /** 1 to 255. */
  private static long tag(long digest) {
    long tag = digest >>> Long.SIZE - Byte.SIZE;
    return tag - (tag - 1 >> Long.SIZE - 1);
  }

  /** The high bit of each byte that is zero. */
  private static long zeros(long word) {
    return ~((word & ~HIGH_BITS) + ~HIGH_BITS | word) & HIGH_BITS;
  }
}
