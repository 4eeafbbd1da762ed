package org.valida.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A member name that is expected, compared with bytes eight at a time. Immutable.
 *
 * <p>Arrays it is compared with must have eight bytes behind what is compared, as the reading
 * window of a {@link JsonCursor} does.
 */
public final class MemberName {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** With its quote and what is loaded behind it, no longer than the end of a window allows. */
  private static final int LONGEST = 48;

  private final byte[] name;

  /** The name and the quote behind it, in words; the last one is masked. */
  private final long[] words;

  private final long mask;

  public MemberName(String name) {
    this.name = name.getBytes(UTF_8);
    int quoted = this.name.length + 1;
    byte[] padded = Arrays.copyOf(this.name, quoted + Long.BYTES);
    padded[this.name.length] = '"';
    words = new long[(quoted + Long.BYTES - 1) / Long.BYTES];
    for (int i = 0; i < words.length; i++) {
      words[i] = (long) LONGS.get(padded, i * Long.BYTES);
    }
    int last = quoted - (words.length - 1) * Long.BYTES;
    mask = last == Long.BYTES ? -1 : (1L << last * Byte.SIZE) - 1;
  }

  /**
   * Whether {@link #stands} may be asked: for a short name in which a document need not escape
   * anything.
   */
  public boolean plain() {
    if (name.length > LONGEST) {
      return false;
    }
    for (byte b : name) {
      if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
        return false;
      }
    }
    return true;
  }

  /** How many bytes it has. */
  public int length() {
    return name.length;
  }

  /** Whether these bytes are the name. */
  public boolean is(byte[] bytes, int start, int end) {
    return end - start == name.length && Arrays.equals(name, 0, name.length, bytes, start, end);
  }

  /** Whether the name and a quote stand at an index. */
  public boolean stands(byte[] bytes, int at) {
    int last = words.length - 1;
    for (int i = 0; i < last; i++) {
      if (words[i] != (long) LONGS.get(bytes, at + i * Long.BYTES)) {
        return false;
      }
    }
    return ((words[last] ^ (long) LONGS.get(bytes, at + last * Long.BYTES)) & mask) == 0;
  }
}
