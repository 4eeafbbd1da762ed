package org.valida.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A window over a stream of bytes that only moves forward. Behind the data always stand {@link
 * #PADDING} zero bytes: they let a reader load eight bytes anywhere without asking for the end, and
 * a zero, which no JSON text may hold, tells it to look for more.
 *
 * <p>It is the lowest part of {@link Utf8Cursor}, apart so that each can be read alone, and one
 * object with it so that the hot path has its state at hand.
 */
abstract class Window {

  static final int SIZE = 256 << 10;
  private static final int PADDING = 64;

  /** Where the data begins in a new window: the byte before the first can be looked at, too. */
  private static final int LEAD = 8;

  /**
   * Bytes kept before what is being read, so that a report can show them; a line of context costs
   * nothing beside the window.
   */
  private static final int CONTEXT = 1024;

  private final int size;
  private final int context;

  byte[] buffer;

  /** Index of the oldest byte held, and one past the newest. */
  int first;

  int limit;

  /** What is to be added to an index to make it an offset in the document. */
  long base;

  private InputStream source;
  private boolean exhausted;

  /** Why the data ends before its end, null unless the source is longer than it may be. */
  LimitPassedException passed;

  Window(int size) {
    this.size = size;
    this.context = Math.min(CONTEXT, size / 4);
    this.buffer = new byte[LEAD + size + PADDING];
  }

  /** Begins anew; a window that had to grow for the last source shrinks again. */
  final void open(InputStream newSource, long offset) {
    if (buffer.length > LEAD + size + PADDING) {
      buffer = new byte[LEAD + size + PADDING];
    }
    source = newSource;
    exhausted = false;
    passed = null;
    first = LEAD;
    limit = LEAD;
    base = offset - LEAD;
    buffer[LEAD - 1] = 0;
    Arrays.fill(buffer, limit, limit + PADDING, (byte) 0);
  }

  /**
   * Reads on, keeping everything from an index on and some context before it. All indices become
   * smaller by the result.
   *
   * @return how far the bytes were moved, or -1 if the source has ended and nothing was changed
   * @throws UncheckedIOException if the source cannot be read
   */
  final int refill(int from) {
    if (exhausted) {
      return -1;
    }
    int keep = Math.max(first, from - context);
    int shift = keep - LEAD;
    int held = limit - keep;
    int capacity = buffer.length - LEAD - PADDING;
    byte[] target = buffer;
    // An eighth must be free, or a long token would be moved again and again for a few bytes each.
    if (held > capacity - (capacity >>> 3)) {
      long doubled = Math.min(2L * capacity, Integer.MAX_VALUE - 2L * PADDING - LEAD);
      target = new byte[LEAD + (int) doubled + PADDING];
    }
    System.arraycopy(buffer, keep, target, LEAD, held);
    buffer = target;
    first = LEAD;
    limit = LEAD + held;
    base += shift;
    int end = target.length - PADDING;
    try {
      while (limit < end && !exhausted) {
        int count = source.read(target, limit, end - limit);
        exhausted = count < 0;
        limit += Math.max(count, 0);
      }
    } catch (LimitPassedException e) {
      exhausted = true;
      passed = e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Arrays.fill(target, limit, limit + PADDING, (byte) 0);
    }
    return shift;
  }

  public final byte[] around(long offset, int before, int after) {
    long index = offset - base;
    if (index < first || index > limit) {
      return new byte[0];
    }
    long from = Math.max(first, index - Math.max(before, 0));
    long to = Math.min(limit, index + Math.max(after, 0));
    return Arrays.copyOfRange(buffer, (int) from, (int) to);
  }
}
