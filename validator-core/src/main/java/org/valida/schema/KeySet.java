package org.valida.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * Remembers keys by 128 bits of each, and where each was first seen. A key of up to two words fits
 * in them and is only scrambled; of a longer one it is a digest ({@link LongKey}). Both depend on
 * numbers drawn once per process: nobody who writes a payload can make two keys collide or fill one
 * bucket of the table, and no value of a payload stays in memory as it is, but for the ends of
 * {@link KeyRuns} while there are no others. A key takes 24 bytes and 6 to 13 in the table that
 * finds it; only that table is made anew when the set grows.
 */
public final class KeySet {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long K0;

  private static final long K1;

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
  private static final int BLOCK_BITS = 12;

  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int FIRST = 16;
  private static final int FIRST_GROUPS = 4;
  private static final int WIDTH = 3;

  /** The keys in the order in which they came: high, low and place of each. */
  private long[][] blocks = {new long[FIRST * WIDTH]};

  /** The block that is being filled, and where it goes on. */
  private long[] block = blocks[0];

  private int end;
  private int size;

  /** The number of each key, from 0, by its digest, once it is not {@link #ordered} any more. */
  private KeyTable table = new KeyTable(FIRST_GROUPS);

  /**
   * Whether all keys so far make runs that do not overlap: then no key came twice, and none is
   * entered in the table.
   */
  private boolean ordered = true;

  private final KeyRuns runs = new KeyRuns();

  /** Forgets all keys; what a large set took is given back. */
  public void clear() {
    if (size == 0 && ordered) {
      return;
    }
    if (size > BLOCK) {
      blocks = new long[][] {new long[FIRST * WIDTH]};
      table = new KeyTable(FIRST_GROUPS);
    } else if (!ordered) {
      table.clear();
    }
    block = blocks[0];
    end = 0;
    size = 0;
    ordered = true;
    runs.clear();
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
    if (ordered) {
      if (key.isPlain() && runs.take(key.first, key.second)) {
        append(key.high, key.low, place);
        return -1;
      }
      enter();
    }
    return add(key.high, key.low, place);
  }

  /** Adds the keys of another set; those that are known keep their place. */
  public void addAll(KeySet other) {
    if (ordered) {
      enter();
    }
    for (int number = 0; number < other.size; number++) {
      var of = other.block(number);
      int at = at(number);
      add(of[at], of[at + 1], of[at + 2]);
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
    boolean behind = ordered && other.ordered && runs.takeAll(other.runs);
    if (ordered && !behind) {
      enter();
    }
    int before = size;
    for (int number = 0; number < other.size; number++) {
      var of = other.block(number);
      int at = at(number);
      long place = places.applyAsLong(of[at + 2]);
      if (behind) {
        append(of[at], of[at + 1], place);
      } else if (add(of[at], of[at + 1], place) >= 0) {
        shrink(before);
        return false;
      }
    }
    return true;
  }

  /** Forgets all keys but those that came first. */
  public void shrink(int newSize) {
    if (ordered) {
      enter();
    }
    while (size > newSize) {
      int last = size - 1;
      table.leave(block(last)[at(last)], last);
      size = last;
    }
    block = blocks[Math.max(size - 1, 0) >>> BLOCK_BITS];
    end = size == 0 ? 0 : at(size - 1) + WIDTH;
  }

  private long add(long high, long low, long place) {
    int number = number(high, low);
    if (number >= 0) {
      return block(number)[at(number) + 2];
    }
    append(high, low, place);
    if (size > table.room) {
      fill(table.groups() * 2);
    } else {
      table.enter(high, size - 1);
    }
    return -1;
  }

  private void append(long high, long low, long place) {
    if (end == block.length) {
      makeRoom();
    }
    var into = block;
    int at = end;
    into[at] = high;
    into[at + 1] = low;
    into[at + 2] = place;
    end = at + WIDTH;
    size++;
  }

  /** Whether the key was added. */
  public boolean contains(Digest key) {
    if (ordered) {
      enter();
    }
    return number(key.high, key.low) >= 0;
  }

  /** The number of a key, -1 if it was not added. */
  private int number(long high, long low) {
    int group = table.first(high);
    while (true) {
      long candidates = table.candidates(group, high);
      while (candidates != 0) {
        int number = table.number(group, candidates);
        var of = block(number);
        int at = at(number);
        if (of[at] == high && of[at + 1] == low) {
          return number;
        }
        candidates &= candidates - 1;
      }
      if (table.ends(group)) {
        return -1;
      }
      group = table.next(group);
    }
  }

  private long[] block(int number) {
    return blocks[number >>> BLOCK_BITS];
  }

  private static int at(int number) {
    return (number & BLOCK - 1) * WIDTH;
  }

  /** Makes room behind the last key. */
  private void makeRoom() {
    if (block.length < BLOCK * WIDTH) {
      block = Arrays.copyOf(block, block.length * 2);
      blocks[0] = block;
      return;
    }
    int next = size >>> BLOCK_BITS;
    if (next == blocks.length) {
      blocks = Arrays.copyOf(blocks, next * 2);
    }
    if (blocks[next] == null) {
      blocks[next] = new long[BLOCK * WIDTH];
    }
    block = blocks[next];
    end = 0;
  }

  /** Enters the keys that came in order in the table. */
  private void enter() {
    ordered = false;
    runs.clear();
    int groups = table.groups();
    while (size > KeyTable.room(groups)) {
      groups *= 2;
    }
    fill(groups);
  }

  private void fill(int groups) {
    table = groups == table.groups() ? table : new KeyTable(groups);
    for (int number = 0; number < size; number++) {
      table.enter(block(number)[at(number)], number);
    }
  }

  /** A key in the making: feed its parts, then {@link #finish}. Reusable, not thread-safe. */
  public static final class Digest {
    /** What stands in for the second word of a key of one: no part of a key begins so. */
    private static final long NO_WORD = -1;

    private int words;
    private long first;
    private long second;

    /** The key, once it is of more than two words: few are, so that it is made late. */
    private LongKey all;

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
        if (all == null) {
          all = new LongKey();
        }
        all.start();
        all.add(first);
        all.add(second);
      }
      all.add(word);
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
        all.finish();
        high = all.high;
        low = all.low;
      } else {
        low = (second ^ K1) * ODD1;
        // The high bits of a product depend on all bits of its factors; tables use the low ones.
        high = Long.rotateLeft((first ^ K0) * ODD0, Integer.SIZE) ^ low >>> Integer.SIZE;
      }
      return this;
    }
  }
}
