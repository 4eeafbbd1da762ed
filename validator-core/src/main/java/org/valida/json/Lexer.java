package org.valida.json;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads white space, texts, numbers and literals from the window and keeps their places; of objects
 * and arrays it knows nothing.
 *
 * <p>It is the middle part of {@link Utf8Cursor}: below it is the {@link Window}, above it the
 * grammar. An index given to a method is where the thing to be read begins; the fields say
 * afterwards where it ended. Whatever may move the window changes the fields with it, and callers
 * that hold an index or the buffer must take them anew.
 */
abstract class Lexer extends Window {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x80 * ONES;
  private static final long SPACES = ' ' * ONES;
  private static final long ZEROS = '0' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;

  /**
   * Turns the quote into 0x20 and keeps control characters below it, so that one comparison finds
   * both.
   */
  private static final long QUOTE_TO_CONTROL = 2 * ONES;

  private static final long ABOVE_CONTROL = 0x21 * ONES;
  private static final long ABOVE_NINE = (0x80 - 10) * ONES;

  static final long TRUE = 0x65757274L;
  static final long FALSE = 0x65736C6166L;
  static final long NULL = 0x6C6C756EL;

  private static final int MAX_INDENT = 1 << 16;

  /**
   * No token or captured value can be longer, whatever the limits say, for it must fit in an array.
   */
  private static final int LONGEST = 1 << 30;

  private final int maxName;
  private final int maxString;
  private final int maxNumber;

  /** Index of the token's first byte, of its content's ends, and of the first byte not read. */
  int at;

  int start;
  int end;
  int pos;

  boolean escaped;
  boolean integral;

  /** How far the last line was indented that began with a quote. */
  private int indent = 1;

  long line;

  /** Offset of the line's first byte, less the columns that a slice's line has before it. */
  long lineStart;

  /** UTF-8 continuation bytes in this line before the token, and in the token. */
  long continuations;

  int pending;

  /** Index of a value that is being captured, or -1; then its place and longest length. */
  private int captured = -1;

  /** Where {@link #rest} was last called, and its line. */
  private long restedAt;

  private long restedTo;
  private long restedLine;
  private long restedLineStart;
  private long restedContinuations;
  private long began;

  private long capturedLine;
  private long capturedColumn;
  private int maxCapture;

  Lexer(Limits limits, int window) {
    super(window);
    maxName = Math.min(limits.nameBytes(), LONGEST);
    maxString = Math.min(limits.stringBytes(), LONGEST);
    maxNumber = Math.min(limits.numberBytes(), LONGEST);
  }

  /** Begins anew, before the first byte of a source that has this place in its document. */
  final void open(InputStream source, long baseOffset, long baseLine, long baseColumn) {
    open(source, baseOffset);
    stand(baseOffset, baseLine, baseColumn);
  }

  /** Stands at a place within a document, of which a piece before is read, too. */
  final void openWithin(InputStream source, long offset, long baseLine, long baseColumn) {
    openWithin(source, offset);
    stand(offset, baseLine, baseColumn);
    pos = advance(offset);
    at = pos;
    start = pos;
    end = pos;
  }

  private void stand(long baseOffset, long baseLine, long baseColumn) {
    at = first;
    start = first;
    end = first;
    pos = first;
    escaped = false;
    integral = false;
    line = baseLine;
    lineStart = baseOffset - baseColumn + 1;
    continuations = 0;
    pending = 0;
    captured = -1;
    began = baseOffset;
  }

  /** Remembers that a cursor may go on from here, behind the token. */
  public final void rest() {
    restedAt = base + at;
    restedTo = base + pos;
    restedLine = line;
    restedLineStart = lineStart;
    restedContinuations = continuations + pending;
  }

  /** The way from where this cursor began to where it last rested. */
  public final Passage passage() {
    return new Passage(
        began, restedAt, restedTo, restedLine - 1, restedLineStart, restedContinuations);
  }

  /** Column of the first byte that was not read. */
  public final long reachedColumn() {
    return base + pos - lineStart - continuations - pending + 1;
  }

  final void travel(Passage passage) {
    pos = advance(passage.to());
    at = (int) Math.max(first, Math.min(passage.token() - base, pos));
    start = at;
    end = pos;
    escaped = false;
    continuations += pending;
    pending = 0;
    if (passage.lines() == 0) {
      continuations += passage.continuations();
    } else {
      line += passage.lines();
      lineStart = passage.lineStart();
      continuations = passage.continuations();
    }
  }

  /**
   * Whether a line ends here and the next begins with a quote, indented as the last one was. Asking
   * this, and not where the quote is, lets the processor go on from the answer it predicts instead
   * of waiting for the bytes.
   */
  final boolean indentedAsBefore(byte[] b, int p) {
    int from = p + 1;
    int to = from + indent;
    if (b[p] != '\n' || to >= limit || b[to] != '"') {
      return false;
    }
    while (from < to - 8) {
      if (((long) LONGS.get(b, from) ^ SPACES) != 0) {
        return false;
      }
      from += 8;
    }
    // One to eight bytes are left; the shift, which Java takes modulo 64, drops what follows them.
    return ((long) LONGS.get(b, from) ^ SPACES) << 8 * (from - to) == 0;
  }

  final int newLine(int p) {
    line++;
    lineStart = base + p + 1;
    continuations = 0;
    return p + 1 + indent;
  }

  /**
   * Passes white space, and moves the window where its end is met. Returns the first other byte, or
   * the end of the input.
   */
  final int white(int p) {
    byte[] b = buffer;
    while (true) {
      int c = b[p];
      if (c > ' ') {
        return p;
      }
      if (c == '\n') {
        if (b[p - 1] != '\r') {
          line++;
        }
        lineStart = base + p + 1;
        continuations = 0;
      } else if (c == '\r') {
        line++;
        lineStart = base + p + 1;
        continuations = 0;
      } else if (c != ' ' && c != '\t') {
        int shift = c == 0 && p >= limit ? more(p) : -1;
        if (shift < 0) {
          return p;
        }
        p -= shift;
        b = buffer;
        continue;
      }
      p++;
      long others;
      while ((others = (long) LONGS.get(b, p) ^ SPACES) == 0) {
        p += 8;
      }
      p += Long.numberOfTrailingZeros(others) >>> 3;
      if (c == '\n' && b[p] == '"') {
        indent = (int) Math.min(Math.max(1, base + p - lineStart), MAX_INDENT);
      }
    }
  }

  /** Reads a literal, given as its bytes; false if something else stands here. */
  final boolean literal(int p, int length, long word) {
    at = p;
    long mask = (1L << 8 * length) - 1;
    // The window may end inside the literal or just behind it, where a letter could follow.
    boolean whole = limit - at > length;
    while (!whole) {
      whole = more(at) < 0 || limit - at > length;
    }
    if (((long) LONGS.get(buffer, at) & mask) != word || goesOnWord(buffer[at + length])) {
      return false;
    }
    start = at;
    end = at + length;
    pos = end;
    return true;
  }

  private static boolean goesOnWord(int c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || isDigit(c) || c == '_';
  }

  final void number(int p) {
    at = p;
    int q = endOfNumber(p);
    while (q < 0 || !mayFollowNumber(buffer[q])) {
      int reached = q < 0 ? ~q : q;
      if (reached >= limit) {
        keepWithin(reached, Limits.Kind.NUMBER, (long) at + maxNumber, maxNumber);
        if (more(at) >= 0) {
          q = endOfNumber(at);
          continue;
        }
      }
      if (q < 0 || goesOnNumber(buffer[q])) {
        throw stopInNumber(reached);
      }
      break;
    }
    if (q - at > maxNumber) {
      throw stopAtLimit(Limits.Kind.NUMBER, (long) at + maxNumber, maxNumber);
    }
    start = at;
    end = q;
    pos = q;
  }

  /**
   * One past the longest number that begins here; the complement of where it fails if it cannot end
   * there.
   */
  private int endOfNumber(int p) {
    byte[] b = buffer;
    int q = p;
    int c = b[q];
    if (c == '-') {
      c = b[++q];
    }
    if (c == '0') {
      c = b[++q];
      if (isDigit(c)) {
        return ~q;
      }
    } else {
      int from = q;
      q = endOfDigits(b, q);
      if (q == from) {
        return ~q;
      }
      c = b[q];
    }
    boolean whole = true;
    if (c == '.') {
      whole = false;
      int from = ++q;
      // Cents: three bytes whose kind is predicted well are sooner known than the end of a run of
      // digits.
      if (isDigit(b[q]) && isDigit(b[q + 1]) && !isDigit(b[q + 2])) {
        q += 2;
      } else {
        q = endOfDigits(b, q);
        if (q == from) {
          return ~q;
        }
      }
      c = b[q];
    }
    if (c == 'e' || c == 'E') {
      whole = false;
      c = b[++q];
      if (c == '+' || c == '-') {
        q++;
      }
      int from = q;
      q = endOfDigits(b, q);
      if (q == from) {
        return ~q;
      }
    }
    integral = whole;
    return q;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfDigits(byte[] b, int p) {
    while (true) {
      long word = (long) LONGS.get(b, p) ^ ZEROS;
      // Digits are now 0 to 9; a carry can only come from a byte that is no digit, and the first of
      // those is the one sought.
      long others = (word + ABOVE_NINE | word) & HIGH_BITS;
      if (others != 0) {
        return p + (Long.numberOfTrailingZeros(others) >>> 3);
      }
      p += 8;
    }
  }

  private static boolean mayFollowNumber(int c) {
    return c == ',' || c == '}' || c == ']' || (c <= ' ' && c > 0);
  }

  private static boolean goesOnNumber(int c) {
    return goesOnWord(c) || c == '.' || c == '+' || c == '-';
  }

  final void name(int p) {
    text(p, maxName, Limits.Kind.NAME);
  }

  final void string(int p) {
    text(p, maxString, Limits.Kind.STRING);
  }

  private void text(int p, int max, Limits.Kind kind) {
    byte[] b = buffer;
    int q = endOfPlain(b, p + 1);
    at = p;
    if (b[q] == '"') {
      escaped = false;
      if (q - p - 1 > max) {
        throw stopAtLimit(kind, p + 1L + max, max);
      }
    } else {
      q = endOfText(q, max, kind);
    }
    start = at + 1;
    end = q;
    pos = q + 1;
  }

  /**
   * The first byte that is a quote, a backslash, a control character (so also the end of the data)
   * or beyond ASCII.
   */
  private static int endOfPlain(byte[] b, int p) {
    while (true) {
      long word = (long) LONGS.get(b, p);
      // As in endOfDigits: borrows only reach bytes after the first hit.
      long hits =
          ((word ^ QUOTE_TO_CONTROL) - ABOVE_CONTROL | (word ^ BACKSLASHES) - ONES | word)
              & HIGH_BITS;
      if (hits != 0) {
        return p + (Long.numberOfTrailingZeros(hits) >>> 3);
      }
      p += 8;
    }
  }

  /** Sets the high bit of each byte in which two words are equal. */
  private static long equal(long one, long other) {
    long difference = one ^ other;
    return ~((difference & ~HIGH_BITS) + ~HIGH_BITS | difference) & HIGH_BITS;
  }

  /** Reads a text on from its first byte that is not plain; returns its closing quote. */
  private int endOfText(int q, int max, Limits.Kind kind) {
    byte[] b = buffer;
    int beyond = 0;
    boolean escapes = false;
    while (true) {
      // Eight bytes at a time, too, where all beyond ASCII takes two bytes, as the letters of
      // Portuguese do.
      long word = (long) LONGS.get(b, q);
      long stops =
          ((word ^ QUOTE_TO_CONTROL) - ABOVE_CONTROL | (word ^ BACKSLASHES) - ONES)
              & ~word
              & HIGH_BITS;
      int count = Long.numberOfTrailingZeros(stops) >>> 3;
      long before = word & ((stops & -stops) >>> 7) - 1;
      long leads = equal(before & 0xE0 * ONES, 0xC0 * ONES);
      long seconds = equal(before & 0xC0 * ONES, HIGH_BITS);
      long overlong = equal(before & 0xFE * ONES, 0xC0 * ONES);
      if ((leads | seconds) == (before & HIGH_BITS) && seconds == leads << 8 && overlong == 0) {
        // A character that begins in the last of these bytes is left for the next eight.
        q += count - (int) (leads >>> 8 * count - 1 & 1);
        beyond += Long.bitCount(seconds);
        if (count == 8) {
          continue;
        }
      } else {
        q += Long.numberOfTrailingZeros(before & HIGH_BITS) >>> 3;
      }
      int c = b[q];
      if (c == '"') {
        break;
      }
      int length = 0;
      if (c < 0) {
        length = Diagnosis.wellFormed(b, limit, q);
        beyond += Math.max(length - 1, 0);
      } else if (c == '\\') {
        length = Escapes.length(b, q);
        escapes = true;
      }
      if (length == 0) {
        keepWithin(q, kind, at + 1L + max, max);
        int shift = limit - q < Escapes.LONGEST ? more(at) : -1;
        if (shift < 0) {
          throw stopInText(q, beyond);
        }
        q -= shift;
        b = buffer;
      }
      q += length;
    }
    if (q - at - 1 > max) {
      throw stopAtLimit(kind, at + 1L + max, max);
    }
    pending = beyond;
    escaped = escapes;
    return q;
  }

  /** Moves the window on, keeping what is still needed; returns as {@link #refill}. */
  final int more(int from) {
    if (captured >= 0) {
      keepWithin(from);
    }
    int shift = refill(captured < 0 ? from : Math.min(captured, from));
    if (shift > 0) {
      at -= shift;
      captured -= captured < 0 ? 0 : shift;
    }
    return shift;
  }

  /** Stops if the bytes read so far take a captured value past its limit. */
  final void keepWithin(int reached) {
    keepWithin(reached, Limits.Kind.CAPTURE, Long.MAX_VALUE, 0);
  }

  /**
   * Stops if the bytes read so far pass a token's limit, which ends at the edge, or a captured
   * value's.
   */
  private void keepWithin(int reached, Limits.Kind kind, long edge, int max) {
    if (reached > Math.min(edge, captureEdge())) {
      throw stopAtLimit(kind, edge, max);
    }
  }

  private long captureEdge() {
    return captured < 0 ? Long.MAX_VALUE : (long) captured + maxCapture;
  }

  /**
   * Of two limits passed, the one that comes first is told: then it does not matter where the
   * window ended.
   */
  final JsonStop stopAtLimit(Limits.Kind kind, long edge, int max) {
    return captureEdge() < edge
        ? stopped(limit(Limits.Kind.CAPTURE, maxCapture, captured, capturedLine, capturedColumn))
        : stopped(limit(kind, max, at, line, column()));
  }

  private JsonStop limit(Limits.Kind kind, int max, int index, long atLine, long atColumn) {
    return new JsonStop(
        JsonStop.Kind.LIMIT, kind.label(), Integer.toString(max), base + index, atLine, atColumn);
  }

  /** The document goes on, and nobody may read it. */
  final JsonStop stopWherePassed(int p) {
    return stopped(limit(passed, base + p, line, base + p - lineStart - continuations + 1));
  }

  private static JsonStop limit(
      LimitPassedException passed, long offset, long atLine, long atColumn) {
    return new JsonStop(
        JsonStop.Kind.LIMIT,
        passed.limit().label(),
        Long.toString(passed.maximum()),
        offset,
        atLine,
        atColumn);
  }

  private JsonStop stopInNumber(int reached) {
    keepWithin(reached, Limits.Kind.NUMBER, (long) at + maxNumber, maxNumber);
    int q = reached - lookAhead(reached, at);
    return stopped(Diagnosis.number(buffer, first, limit, at, q), 0);
  }

  private JsonStop stopInText(int reached, int beyond) {
    int q = reached - lookAhead(reached, at);
    return stopped(Diagnosis.insideText(buffer, first, limit, q), beyond);
  }

  /** Sees to it that a diagnosis has enough bytes to look at; returns how far they were moved. */
  final int lookAhead(int p, int keep) {
    int moved = 0;
    while (limit - (p - moved) < Diagnosis.LOOKAHEAD) {
      int shift = more(keep - moved);
      if (shift < 0) {
        break;
      }
      moved += shift;
    }
    return moved;
  }

  final JsonStop stopped(Diagnosis diagnosis, int beyond) {
    long offset = base + diagnosis.index();
    long column = offset - lineStart - continuations - beyond + 1;
    var cause = diagnosis.cause();
    if (passed != null && cause.isOfTheEnd()) {
      return stopped(limit(passed, offset, line, column));
    }
    return stopped(
        new JsonStop(cause.kind(), cause.label(), diagnosis.detail(), offset, line, column));
  }

  /** Keeps a stop, so that reading does not go on after it. */
  abstract JsonStop stopped(JsonStop why);

  /** From here on all bytes from the token's first are kept, until {@link #endCapture}. */
  final void beginCapture(int maxBytes) {
    captured = at;
    capturedLine = line;
    capturedColumn = column();
    maxCapture = Math.min(maxBytes, LONGEST);
  }

  final byte[] captured() {
    return Arrays.copyOfRange(buffer, captured, pos);
  }

  final void endCapture() {
    captured = -1;
  }

  public final byte[] around(long offset, int before, int after) {
    return shown(offset, before, after, at);
  }

  public final long offset() {
    return base + at;
  }

  public final long line() {
    return line;
  }

  public final long column() {
    return base + at - lineStart - continuations + 1;
  }

  public final byte[] buffer() {
    return buffer;
  }

  public final int start() {
    return start;
  }

  public final int end() {
    return end;
  }

  public final boolean escaped() {
    return escaped;
  }

  public final boolean beyondAscii() {
    return pending != 0;
  }

  public final boolean integral() {
    return integral;
  }
}
