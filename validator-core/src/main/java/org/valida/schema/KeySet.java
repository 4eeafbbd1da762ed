package org.valida.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * Remembers keys by 128 bits of each, and where each was first seen. A key of up to two words fits
 * in them and is only scrambled; of a longer one it is the digest of SipHash-1-3. Both depend on
 * numbers drawn once per process: nobody who writes a payload can make two keys collide or fill one
 * bucket of the table, and no value of a payload stays in memory as it is. A key takes 24 bytes and
 * 6 to 12 in the table that finds it; only that table is made anew when the set grows.
 */
public final class KeySet {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  static final long K0;

  static final long K1;

  /** Odd, so that multiplying by them can be undone: different words stay different. */
  private static final long ODD0;

  private static final long ODD1;

  static {
    var key = Unguessable.bytes(4 * Long.BYTES);
    K0 = key.getLong();
    K1 = key.getLong();
    ODD0 = key.getLong() | 1;
    ODD1 = key.getLong() | 1;
  }

  /** Keys of a block; the first block begins smaller. */
  private static final int BLOCK = 1 << 12;

  private static final int FIRST = 16;
  private static final int WIDTH = 3;

  /** Bits of the numbers that share an entry of the table with bits of the digest. */
  private static final int NUMBER_BITS = 25;

  /** The keys in the order in which they came: high, low and place of each. */
  private long[][] blocks = {new long[FIRST * WIDTH]};

  /**
   * The number of a key, from 1, where its digest leads to; 0 where there is none. The bits that
   * numbers do not need are those of the digest, so that another key is mostly told apart here,
   * without a look at it somewhere else in memory.
   */
  private int[] table = new int[2 * FIRST];

  private final int numberBits;
  private int tags;

  private int size;

  /**
   * Whether each key so far was greater than the one before it, as in a sorted list: then no key
   * came twice, and none is entered in the table before one comes that is not greater.
   */
  private boolean ascending = true;

  private long firstFirst;
  private long firstSecond;
  private long lastFirst;
  private long lastSecond;

  public KeySet() {
    this(NUMBER_BITS);
  }

  /** With room for fewer numbers beside bits of the digest: tests come to the end of it. */
  KeySet(int numberBits) {
    this.numberBits = numberBits;
    tags = -1 << numberBits;
  }

  /** Forgets all keys; what a large set took is given back. */
  public void clear() {
    if (size == 0) {
      return;
    }
    if (size > BLOCK) {
      blocks = new long[][] {new long[FIRST * WIDTH]};
      table = new int[2 * FIRST];
    } else if (!ascending) {
      Arrays.fill(table, 0);
    }
    size = 0;
    ascending = true;
    tags = -1 << numberBits;
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
    if (ascending) {
      if (key.isPlain()
          && (size == 0
              || key.first > lastFirst
              || key.first == lastFirst && key.second > lastSecond)) {
        lastFirst = key.first;
        lastSecond = key.second;
        if (size == 0) {
          firstFirst = lastFirst;
          firstSecond = lastSecond;
        }
        append(key.high, key.low, place);
        return -1;
      }
      enter();
    }
    return add(key.high, key.low, place);
  }

  /** Adds the keys of another set; those that are known keep their place. */
  public void addAll(KeySet other) {
    if (ascending) {
      enter();
    }
    for (int number = 0; number < other.size; number++) {
      var block = other.blocks[number / BLOCK];
      int at = number % BLOCK * WIDTH;
      add(block[at], block[at + 1], block[at + 2]);
    }
  }

  /**
   * Adds the keys of another set, or none of them if one of them is known.
   *
   * @param places makes of the place of each the one to answer
   * @return whether they were added
   */
  public boolean join(KeySet other, LongUnaryOperator places) {
    if (other.size == 0) {
      return true;
    }
    if (ascending && other.ascending && (size == 0 || other.beginsAfter(this))) {
      joinBehind(other, places);
      return true;
    }
    if (ascending) {
      enter();
    }
    int before = size;
    for (int number = 0; number < other.size; number++) {
      var block = other.blocks[number / BLOCK];
      int at = number % BLOCK * WIDTH;
      if (add(block[at], block[at + 1], places.applyAsLong(block[at + 2])) >= 0) {
        shrink(before);
        return false;
      }
    }
    return true;
  }

  private boolean beginsAfter(KeySet other) {
    return firstFirst > other.lastFirst
        || firstFirst == other.lastFirst && firstSecond > other.lastSecond;
  }

  private void joinBehind(KeySet other, LongUnaryOperator places) {
    if (size == 0) {
      firstFirst = other.firstFirst;
      firstSecond = other.firstSecond;
    }
    for (int number = 0; number < other.size; number++) {
      var block = other.blocks[number / BLOCK];
      int at = number % BLOCK * WIDTH;
      append(block[at], block[at + 1], places.applyAsLong(block[at + 2]));
    }
    lastFirst = other.lastFirst;
    lastSecond = other.lastSecond;
  }

  /** Forgets all keys but those that came first. */
  public void shrink(int newSize) {
    if (ascending) {
      enter();
    }
    // The key that came last stands in nobody's way.
    while (size > newSize) {
      int last = size - 1;
      var block = blocks[last / BLOCK];
      int at = last % BLOCK * WIDTH;
      table[slot(block[at], block[at + 1])] = 0;
      size = last;
    }
  }

  private long add(long high, long low, long place) {
    int slot = slot(high, low);
    if (table[slot] != 0) {
      int number = (table[slot] & ~tags) - 1;
      return blocks[number / BLOCK][number % BLOCK * WIDTH + 2];
    }
    append(high, low, place);
    table[slot] = size | tag(high);
    if (isFull() || (size & tags) != 0) {
      fill(table.length * 2);
    }
    return -1;
  }

  private void append(long high, long low, long place) {
    int last = size / BLOCK;
    int at = size % BLOCK * WIDTH;
    if (last == blocks.length || blocks[last] == null || at == blocks[last].length) {
      makeRoom();
    }
    var block = blocks[last];
    block[at] = high;
    block[at + 1] = low;
    block[at + 2] = place;
    size++;
  }

  private boolean isFull() {
    return size * 3L > table.length * 2L;
  }

  /** Whether the key was added. */
  public boolean contains(Digest key) {
    if (ascending) {
      enter();
    }
    return table[slot(key.high, key.low)] != 0;
  }

  /** Where the key is in the table, or where it belongs. */
  private int slot(long high, long low) {
    int mask = table.length - 1;
    int slot = (int) high & mask;
    int tag = tag(high);
    for (; table[slot] != 0; slot = slot + 1 & mask) {
      if ((table[slot] & tags) != tag) {
        continue;
      }
      int number = (table[slot] & ~tags) - 1;
      var block = blocks[number / BLOCK];
      int at = number % BLOCK * WIDTH;
      if (block[at] == high && block[at + 1] == low) {
        break;
      }
    }
    return slot;
  }

  private int tag(long high) {
    return (int) (high >>> Integer.SIZE) & tags;
  }

  private void makeRoom() {
    int last = size / BLOCK;
    if (last == blocks.length) {
      blocks = Arrays.copyOf(blocks, last * 2);
    }
    if (blocks[last] == null) {
      blocks[last] = new long[BLOCK * WIDTH];
    } else if (size % BLOCK * WIDTH == blocks[last].length) {
      blocks[last] = Arrays.copyOf(blocks[last], blocks[last].length * 2);
    }
  }

  /** Enters the keys that came in ascending order in the table. */
  private void enter() {
    ascending = false;
    int length = table.length;
    while (size * 3L > length * 2L) {
      length *= 2;
    }
    fill(length);
  }

  private void fill(int length) {
    table = length == table.length ? table : new int[length];
    if ((size & tags) != 0) {
      tags = 0;
    }
    int mask = table.length - 1;
    for (int number = 0; number < size; number++) {
      long high = blocks[number / BLOCK][number % BLOCK * WIDTH];
      int slot = (int) high & mask;
      while (table[slot] != 0) {
        slot = slot + 1 & mask;
      }
      table[slot] = number + 1 | tag(high);
    }
  }

  /** A key in the making: feed its parts, then {@link #finish}. Reusable, not thread-safe. */
  public static final class Digest {
    /** What stands in for the second word of a key of one: no part of a key begins so. */
    private static final long NO_WORD = -1;

    private int words;
    private long first;
    private long second;
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    /** Whether the key is one or two words that can be compared with those of another one. */
    boolean isPlain() {
      return words == 1 || words == 2;
    }

    /** The digest, after {@link #finish}. */
    long high;

    long low;

    public Digest() {
      start();
    }

    /** Begins a new key. */
    public Digest start() {
      words = 0;
      first = NO_WORD;
      second = NO_WORD;
      return this;
    }

    /** Feeds eight bytes. */
    public Digest add(long word) {
      if (words == 0) {
        first = word;
      } else if (words == 1) {
        second = word;
      } else {
        addLater(word);
      }
      words++;
      return this;
    }

    private void addLater(long word) {
      if (words == 2) {
        v0 = K0 ^ 0x736f6d6570736575L;
        v1 = K1 ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = K0 ^ 0x6c7967656e657261L;
        v3 = K1 ^ 0x7465646279746573L;
        absorb(first);
        absorb(second);
      }
      absorb(word);
    }

    private void absorb(long word) {
      v3 ^= word;
      round();
      v0 ^= word;
    }

    /** Feeds bytes and their count, so that parts cannot run into each other. */
    public Digest add(byte[] bytes, int from, int to) {
      int at = from;
      while (to - at >= Long.BYTES) {
        add((long) LONGS.get(bytes, at));
        at += Long.BYTES;
      }
      long last = (long) (to - from) << 56;
      for (int i = 0; at + i < to; i++) {
        last |= (bytes[at + i] & 0xFFL) << (8 * i);
      }
      return add(last);
    }

    // Parts of a key: the low bits of the first word tell what a part is and so how many words it
    // takes, hence different parts never feed the same words.

    private static final int TAG_BITS = 3;
    private static final long ABSENT = 0;
    private static final long NUMBER = 1;
    private static final long TEXT = 2;
    private static final long LONG_NUMBER = 3;
    private static final long DIGEST = 4;
    private static final long SUBSTITUTE = 5;

    /** Feeds that there is no value. */
    Digest absent() {
      return add(ABSENT);
    }

    /** Feeds that the next part stands in for another one. */
    public Digest substitute() {
      return add(SUBSTITUTE);
    }

    /** Feeds a number. */
    Digest number(long number) {
      return number << TAG_BITS >> TAG_BITS == number
          ? add(number << TAG_BITS | NUMBER)
          : add(LONG_NUMBER).add(number);
    }

    /** Feeds what another digest made of a long text. */
    Digest digested(long first, long second) {
      return add(DIGEST).add(first).add(second);
    }

    /** Feeds a short text: its length, then its bytes; the array holds a multiple of eight. */
    Digest text(byte[] bytes, int length) {
      add((long) length << TAG_BITS | TEXT);
      for (int at = 0; at < length; at += Long.BYTES) {
        long word = (long) LONGS.get(bytes, at);
        int left = length - at;
        add(left < Long.BYTES ? word & (1L << left * Byte.SIZE) - 1 : word);
      }
      return this;
    }

    /** Ends the key. */
    public Digest finish() {
      if (words > 2) {
        hash();
      } else {
        low = (second ^ K1) * ODD1;
        // The high bits of a product depend on all bits of its factors; tables use the low ones.
        high = Long.rotateLeft((first ^ K0) * ODD0, Integer.SIZE) ^ low >>> Integer.SIZE;
      }
      return this;
    }

    private void hash() {
      v2 ^= 0xee;
      for (int i = 0; i < 3; i++) {
        round();
      }
      high = v0 ^ v1 ^ v2 ^ v3;
      v1 ^= 0xdd;
      for (int i = 0; i < 3; i++) {
        round();
      }
      low = v0 ^ v1 ^ v2 ^ v3;
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
