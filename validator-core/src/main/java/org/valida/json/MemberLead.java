package org.valida.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bytes that led to a member's value in an object: from behind the brace or the value before it
 * on, comma, white space, name and colon. Objects of a list are mostly printed alike, so the same
 * bytes at the same place of the grammar mean the same member, and need not be read again.
 *
 * <p>Learned by a {@link JsonCursor} and asked for by it; kept by who knows which member follows
 * which.
 */
public final class MemberLead {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int WORDS = 16;

  /** The words that are compared at once. */
  private static final int FRONT = 4;

  /** Number of the last word; that of none if it leads nowhere. */
  private int last = NOWHERE;

  private static final int NOWHERE = -1;

  // The first words, and which of their bits count.
  private long first;
  private long second;
  private long third;
  private long fourth;
  private long firstMask;
  private long secondMask;
  private long thirdMask;
  private long fourthMask;

  /** All words, the bits behind the last byte left out. */
  private final long[] words = new long[WORDS];

  private long lastMask;

  /** Where the grammar stands before it. */
  int state;

  int length;

  /** How many lines end in it, and where in it the last of them does. */
  int lines;

  int lineStart;
  private int property = -1;

  /** The member, as whoever keeps the lead numbers it. */
  public int property() {
    return property;
  }

  /**
   * Takes up bytes of a document that a reader has found to be right, without a zero among them.
   *
   * @return false if they are too many, so that the lead leads nowhere
   */
  public boolean learn(byte[] bytes, int from, int to) {
    lines = 0;
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        lines += bytes[at] == '\n' && bytes[at - 1] == '\r' ? 0 : 1;
        lineStart = at + 1 - from;
      }
    }
    return learn(bytes, from, to, -1);
  }

  /** Takes up other bytes; one that is too long leads nowhere. */
  boolean learn(byte[] bytes, int from, int to, int member) {
    last = NOWHERE;
    if (to - from > WORDS * Long.BYTES) {
      return false;
    }
    property = member;
    length = to - from;
    int end = (length - 1) / Long.BYTES;
    for (int i = 0; i <= end; i++) {
      words[i] = (long) LONGS.get(bytes, from + i * Long.BYTES);
    }
    lastMask = -1L >>> Long.SIZE - Byte.SIZE * (length - end * Long.BYTES);
    words[end] &= lastMask;
    last = end;
    first = words[0];
    second = words[1];
    third = words[2];
    fourth = words[3];
    firstMask = mask(0);
    secondMask = mask(1);
    thirdMask = mask(2);
    fourthMask = mask(3);
    return true;
  }

  private long mask(int word) {
    return word < last ? -1 : word == last ? lastMask : 0;
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  /** How many lines end in it. */
  public int lines() {
    return lines;
  }

  /** Where in it the last line begins, if any does. */
  public int lineStart() {
    return lineStart;
  }

  /**
   * Whether the bytes stand at an index. None of them is a zero, so but for the first words nothing
   * is looked at that is far behind the end of a window.
   */
  public boolean stands(byte[] bytes, int at) {
    int end = last;
    if (end < 0) {
      return false;
    }
    long others =
        ((long) LONGS.get(bytes, at) ^ first) & firstMask
            | ((long) LONGS.get(bytes, at + Long.BYTES) ^ second) & secondMask;
    if (end > 1) {
      others |=
          ((long) LONGS.get(bytes, at + 2 * Long.BYTES) ^ third) & thirdMask
              | ((long) LONGS.get(bytes, at + 3 * Long.BYTES) ^ fourth) & fourthMask;
    }
    return others == 0 && (end < FRONT || rest(bytes, at, end));
  }

  private boolean rest(byte[] bytes, int at, int end) {
    for (int i = FRONT; i < end; i++) {
      if (words[i] != (long) LONGS.get(bytes, at + i * Long.BYTES)) {
        return false;
      }
    }
    return words[end] == ((long) LONGS.get(bytes, at + end * Long.BYTES) & lastMask);
  }
}
