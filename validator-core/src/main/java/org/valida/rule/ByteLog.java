package org.valida.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers written one behind the other, small ones in few bytes. Kept in blocks, so that nothing is
 * copied to grow. An entry lies in one block and is found again by its position.
 */
final class ByteLog {

  /** The bits of a position within its block. */
  private static final int BITS = 16;

  private static final int BLOCK = 1 << BITS;
  private static final int FIRST = 256;

  /** The most bytes that one number takes. */
  private static final int LONGEST = 10;

  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] block = {};
  private int at;

  /**
   * Begins an entry of at most so many numbers.
   *
   * @return its position
   */
  long begin(int numbers) {
    int room = numbers * LONGEST;
    if (block.length - at < room) {
      makeRoom(room);
    }
    return (long) (blocks.size() - 1) << BITS | at;
  }

  /** Small inputs have an entry or two, so the first block begins small and grows. */
  private void makeRoom(int room) {
    if (room > BLOCK) {
      throw new IllegalArgumentException("an entry of " + room + " bytes");
    }
    if (blocks.size() == 1 && block.length < BLOCK) {
      int length = Math.min(BLOCK, Math.max(block.length * 2, at + room));
      block = Arrays.copyOf(block, length);
      blocks.set(0, block);
      if (length - at >= room) {
        return;
      }
    }
    block = new byte[blocks.isEmpty() ? Math.max(FIRST, room) : BLOCK];
    blocks.add(block);
    at = 0;
  }

  /** Writes a number to the entry that was begun last. */
  void write(long number) {
    // Zigzag: small negative numbers are short as well.
    long rest = number << 1 ^ number >> 63;
    while ((rest & ~0x7FL) != 0) {
      block[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    block[at++] = (byte) rest;
  }

  /** Reads the log; what is written later is read by another one. */
  Reader reader() {
    return new Reader();
  }

  /** Reads entries. */
  final class Reader {
    private byte[] source = blocks.isEmpty() ? block : blocks.get(0);
    private int read;
    private int from;

    /** Goes to the first number of an entry, by its position. */
    void seek(long position) {
      read = (int) (position >>> BITS);
      source = blocks.get(read);
      from = (int) position & BLOCK - 1;
    }

    /**
     * Goes on to the next entry, behind the last number of the one before; for logs whose entries
     * all have as many numbers.
     */
    void entry(int numbers) {
      // Where this one had no room, it was written to the next block.
      if (source.length - from < numbers * LONGEST) {
        source = blocks.get(++read);
        from = 0;
      }
    }

    /** The next number of the entry. */
    long next() {
      int part = source[from++];
      long number = part & 0x7F;
      for (int shift = 7; part < 0; shift += 7) {
        part = source[from++];
        number |= (part & 0x7FL) << shift;
      }
      return number >>> 1 ^ -(number & 1);
    }

    /** Passes over numbers. */
    void skip(int numbers) {
      for (int left = numbers; left > 0; from++) {
        left -= source[from] < 0 ? 0 : 1;
      }
    }
  }
}
