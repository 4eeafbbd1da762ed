package org.valida.schema;

/**
 * Makes 128 bits of a key of more than two words. Up to {@link #MIXED} words are mixed by products
 * with numbers drawn once per process: two keys, whatever they are, have the same 128 bits with a
 * probability of at most 2^-128 (multilinear hashing with half the multiplications, as Lemire and
 * Kaser describe it, four times 32 bits). Longer ones, such as names of members may be, are
 * digested by SipHash-1-3. Reusable, not thread-safe.
 */
final class LongKey {

  /** Words that are mixed by products. */
  static final int MIXED = 12;

  /** Products of a word, and sums that they go to: each gives a quarter of the result. */
  static final int SUMS = 4;

  static final long K0;

  static final long K1;

  /**
   * Two for each product; behind those of all words, for each sum one it begins with and one of the
   * count.
   */
  static final long[] TERMS = new long[2 * SUMS * (MIXED + 1)];

  static {
    var drawn = Unguessable.bytes((2 + TERMS.length) * Long.BYTES);
    K0 = drawn.getLong();
    K1 = drawn.getLong();
    for (int i = 0; i < TERMS.length; i++) {
      TERMS[i] = drawn.getLong();
    }
  }

  private static final long HALF = 0xFFFFFFFFL;

  private final long[] words = new long[MIXED];
  private int count;
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  /** The digest, after {@link #finish}. */
  long high;

  long low;

  /** Begins a new key. */
  void start() {
    count = 0;
  }

  void add(long word) {
    if (count < MIXED) {
      words[count] = word;
    } else {
      if (count == MIXED) {
        startHash();
      }
      absorb(word);
    }
    count++;
  }

  void finish() {
    if (count <= MIXED) {
      mix();
    } else {
      hash();
    }
  }

  private void mix() {
    long[] terms = TERMS;
    // How many words there are is one more: else zeros could be left out at the end.
    int at = MIXED * 2 * SUMS;
    long s0 = terms[at] + count * terms[at + 1];
    long s1 = terms[at + 2] + count * terms[at + 3];
    long s2 = terms[at + 4] + count * terms[at + 5];
    long s3 = terms[at + 6] + count * terms[at + 7];
    at = 0;
    for (int i = 0; i < count; i++, at += 2 * SUMS) {
      long word = words[i];
      long upper = word >>> Integer.SIZE;
      long lower = word & HALF;
      s0 += (terms[at] + lower) * (terms[at + 1] + upper);
      s1 += (terms[at + 2] + lower) * (terms[at + 3] + upper);
      s2 += (terms[at + 4] + lower) * (terms[at + 5] + upper);
      s3 += (terms[at + 6] + lower) * (terms[at + 7] + upper);
    }
    high = s0 & ~HALF | s1 >>> Integer.SIZE;
    low = s2 & ~HALF | s3 >>> Integer.SIZE;
  }

  private void startHash() {
    v0 = K0 ^ 0x736f6d6570736575L;
    v1 = K1 ^ 0x646f72616e646f6dL ^ 0xee;
    v2 = K0 ^ 0x6c7967656e657261L;
    v3 = K1 ^ 0x7465646279746573L;
    for (long word : words) {
      absorb(word);
    }
  }

  private void absorb(long word) {
    v3 ^= word;
    round();
    v0 ^= word;
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
