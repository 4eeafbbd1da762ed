package org.valida.schema;

import java.util.Arrays;

/**
 * Remembers keys by a 128-bit digest of each, and where each was first seen. SipHash-2-4 with a key
 * drawn once per process: nobody who writes a payload can make two keys collide, and no value of a
 * payload stays in memory. A set takes 24 bytes a place and is at most two thirds full: 36 to 72
 * bytes a key.
 */
public final class KeySet {

  private static final long K0;
  private static final long K1;

  static {
    var key = Unguessable.bytes(2 * Long.BYTES);
    K0 = key.getLong();
    K1 = key.getLong();
  }

  private long[] high = new long[16];
  private long[] low = new long[16];
  private long[] first = new long[16];
  private int size;

  /** Forgets all keys; a large table is given back. */
  public void clear() {
    if (size == 0) {
      return;
    }
    if (high.length > 4096) {
      high = new long[16];
      low = new long[16];
      first = new long[16];
    } else {
      Arrays.fill(high, 0);
      Arrays.fill(low, 0);
    }
    size = 0;
  }

  public int size() {
    return size;
  }

  /**
   * Adds a key.
   *
   * @param place what to answer when the key comes again, not negative
   * @return -1 if the key is new, else the place it was first added with
   */
  public long add(Digest key, long place) {
    return add(key.high, key.low | 1, place);
  }

  /** Adds the keys of another set; those that are known keep their place. */
  public void addAll(KeySet other) {
    for (int i = 0; i < other.low.length; i++) {
      if (other.low[i] != 0) {
        add(other.high[i], other.low[i], other.first[i]);
      }
    }
  }

  private long add(long hi, long lo, long place) {
    int mask = high.length - 1;
    int at = (int) hi & mask;
    while (low[at] != 0) {
      if (low[at] == lo && high[at] == hi) {
        return first[at];
      }
      at = at + 1 & mask;
    }
    high[at] = hi;
    low[at] = lo;
    first[at] = place;
    if (++size * 3L > high.length * 2L) {
      grow();
    }
    return -1;
  }

  /** Whether the key was added. */
  public boolean contains(Digest key) {
    long hi = key.high;
    long lo = key.low | 1;
    int mask = high.length - 1;
    for (int at = (int) hi & mask; low[at] != 0; at = at + 1 & mask) {
      if (low[at] == lo && high[at] == hi) {
        return true;
      }
    }
    return false;
  }

  private void grow() {
    var oldHigh = high;
    var oldLow = low;
    var oldFirst = first;
    int capacity = oldHigh.length * 2;
    high = new long[capacity];
    low = new long[capacity];
    first = new long[capacity];
    int mask = capacity - 1;
    for (int i = 0; i < oldHigh.length; i++) {
      if (oldLow[i] != 0) {
        int at = (int) oldHigh[i] & mask;
        while (low[at] != 0) {
          at = at + 1 & mask;
        }
        high[at] = oldHigh[i];
        low[at] = oldLow[i];
        first[at] = oldFirst[i];
      }
    }
  }

  /** A key in the making: feed its parts, then {@link #finish}. Reusable, not thread-safe. */
  public static final class Digest {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    /** The digest, after {@link #finish}. */
    long high;

    long low;

    public Digest() {
      start();
    }

    /** Begins a new key. */
    public Digest start() {
      v0 = K0 ^ 0x736f6d6570736575L;
      v1 = K1 ^ 0x646f72616e646f6dL ^ 0xee;
      v2 = K0 ^ 0x6c7967656e657261L;
      v3 = K1 ^ 0x7465646279746573L;
      return this;
    }

    /** Feeds eight bytes. */
    public Digest add(long word) {
      v3 ^= word;
      round();
      round();
      v0 ^= word;
      return this;
    }

    /** Feeds bytes and their count, so that parts cannot run into each other. */
    public Digest add(byte[] bytes, int from, int to) {
      int at = from;
      while (to - at >= 8) {
        long word = 0;
        for (int i = 0; i < 8; i++) {
          word |= (bytes[at + i] & 0xFFL) << (8 * i);
        }
        add(word);
        at += 8;
      }
      long last = (long) (to - from) << 56;
      for (int i = 0; at + i < to; i++) {
        last |= (bytes[at + i] & 0xFFL) << (8 * i);
      }
      return add(last);
    }

    /** Ends the key. */
    public Digest finish() {
      v2 ^= 0xee;
      for (int i = 0; i < 4; i++) {
        round();
      }
      high = v0 ^ v1 ^ v2 ^ v3;
      v1 ^= 0xdd;
      for (int i = 0; i < 4; i++) {
        round();
      }
      low = v0 ^ v1 ^ v2 ^ v3;
      return this;
    }

    private void round() {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
