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
 * <p>It moves in steps: its end always is the end of the document, or stands one first window and a
 * whole number of steps behind the beginning. What it shows reaches back one window from there. So
 * what is shown, and how far the source was read, follow from the place alone, and not from how a
 * reader came to it.
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

  /** How many bytes are shown at most, how far the window moves, and what it keeps then. */
  private final int size;

  private final int step;
  private final int kept;
  private final int context;

  byte[] buffer;

  /** Index of the oldest byte held, and one past the newest. */
  int first;

  int limit;

  /** Index where the window ends if the document does not end before. */
  private int edge;

  /** What is to be added to an index to make it an offset in the document. */
  long base;

  private InputStream source;
  private long origin;

  /** How much is read first. */
  private int opening;

  private boolean exhausted;

  /** Why the data ends before its end, null unless the source is longer than it may be. */
  LimitPassedException passed;

  Window(int size) {
    this.size = size;
    this.context = Math.min(CONTEXT, size / 4);
    this.kept = Math.max(context, size >>> 4);
    this.step = size - kept;
    this.buffer = new byte[LEAD + size + PADDING];
  }

  /** Begins anew; a window that had to grow for the last source shrinks again. */
  final void open(InputStream newSource, long offset) {
    if (buffer.length > LEAD + size + PADDING) {
      buffer = new byte[LEAD + size + PADDING];
    }
    source = newSource;
    origin = offset;
    opening = size;
    exhausted = false;
    passed = null;
    first = LEAD;
    limit = LEAD;
    edge = LEAD;
    base = offset - LEAD;
    buffer[LEAD - 1] = 0;
    Arrays.fill(buffer, limit, limit + PADDING, (byte) 0);
  }

  /**
   * Begins anew within a document that begins at offset 0, a little before a place: what is shown
   * from there on is what is shown of the whole document.
   *
   * @param newSource begins {@link #lead} bytes before the place
   */
  final void openWithin(InputStream newSource, long place) {
    long begin = place - lead(place);
    open(newSource, begin);
    origin = 0;
    long beyond = Math.max(0, begin + 1 - size);
    opening = (int) ((beyond + step - 1) / step * step + size - begin);
  }

  /** How many bytes before a place within a document are needed to begin there. */
  public final int lead(long place) {
    return (int) Math.min(place, context);
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
    int wanted = limit == LEAD ? opening : step;
    int keep = Math.max(first, Math.min(from - context, limit - kept));
    int shift = keep - LEAD;
    int held = limit - keep;
    int capacity = buffer.length - LEAD - PADDING;
    byte[] target = buffer;
    if (held + wanted > capacity) {
      // Twice as much, or a long token would be moved again and again for a few bytes each.
      long doubled = Math.min(2L * capacity, Integer.MAX_VALUE - 2L * PADDING - LEAD);
      target = new byte[LEAD + Math.max((int) doubled, held + wanted) + PADDING];
    }
    if (shift > 0 || target != buffer) {
      System.arraycopy(buffer, keep, target, LEAD, held);
    }
    buffer = target;
    first = LEAD;
    limit = LEAD + held;
    base += shift;
    edge = limit + wanted;
    try {
      while (limit < edge && !exhausted) {
        int count = source.read(target, limit, edge - limit);
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

  /**
   * Goes on at a place further on, with the window that would have been there had all before it
   * been read.
   *
   * @return the index of the place; that of the end if the source ends before
   * @throws UncheckedIOException if the source cannot be read
   */
  final int advance(long to) {
    long beyond = Math.max(0, to - origin - size);
    long begin = origin + (beyond + step - 1) / step * step;
    if (begin > base + limit) {
      pass(begin - base - limit);
      base = begin - LEAD;
      first = LEAD;
      limit = LEAD;
      opening = size;
      edge = LEAD + size;
      Arrays.fill(buffer, limit, limit + PADDING, (byte) 0);
    }
    while (base + limit < to && !exhausted) {
      refill(limit);
    }
    return (int) Math.min(to - base, limit);
  }

  private void pass(long bytes) {
    try {
      long left = bytes;
      while (left > 0 && !exhausted) {
        long passed = source.skip(left);
        exhausted = passed <= 0 && source.read() < 0;
        left -= passed > 0 ? passed : 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * As {@link JsonCursor#around}.
   *
   * @param token index of the token that is being read: however long it is, its beginning is shown
   */
  final byte[] shown(long offset, int before, int after, int token) {
    int from = Math.max(first, Math.min(edge - size, token - context));
    long index = offset - base;
    if (index < from || index > limit) {
      return new byte[0];
    }
    return Arrays.copyOfRange(
        buffer,
        (int) Math.max(from, index - Math.max(before, 0)),
        (int) Math.min(limit, index + Math.max(after, 0)));
  }
}
