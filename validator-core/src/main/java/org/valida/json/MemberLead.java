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

  private final long[] words = new long[WORDS];
  private int lastWord = -1;
  private long mask;

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

  /** Takes up other bytes; one that is too long leads nowhere. */
  void learn(byte[] bytes, int from, int to, int member) {
    lastWord = -1;
    if (to - from > WORDS * Long.BYTES) {
      return;
    }
    property = member;
    length = to - from;
    int last = (length - 1) / Long.BYTES;
    for (int i = 0; i <= last; i++) {
      words[i] = (long) LONGS.get(bytes, from + i * Long.BYTES);
    }
    int rest = length - last * Long.BYTES;
    mask = rest == Long.BYTES ? -1 : (1L << rest * Byte.SIZE) - 1;
    words[last] &= mask;
    lastWord = last;
  }

  /**
   * Whether the bytes stand at an index. None of them is a zero, so nothing is looked at that is
   * far behind the end of a window.
   */
  boolean stands(byte[] bytes, int at) {
    int last = lastWord;
    if (last < 0) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (words[i] != (long) LONGS.get(bytes, at + i * Long.BYTES)) {
        return false;
      }
    }
    return words[last] == ((long) LONGS.get(bytes, at + last * Long.BYTES) & mask);
  }
}
