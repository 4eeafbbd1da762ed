package org.valida.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.valida.json.Diagnosis.Expected;

/**
 * The cursor over UTF-8 bytes, in a window that stays small whatever the document's size. It
 * accepts RFC 8259 exactly: any value at the top, an optional byte order mark before it, nothing
 * but white space after it, and only well-formed UTF-8 in it. Escapes of lone surrogates, which the
 * grammar allows, are accepted. All that can be wrong is listed in {@link StopCause}.
 *
 * <p>Memory: a window of 256 KiB, which grows only while one token or captured value needs it,
 * never far beyond the limit of that token. After a {@link JsonStop} the cursor stays where it was,
 * and {@link #next} throws the same stop again. Not safe for use by several threads at once.
 */
public final class Utf8Cursor extends Lexer implements JsonCursor {

  // Where the grammar stands, that is, after what.
  private static final int START = 0;
  private static final int OBJECT_OPENED = 1;
  private static final int ARRAY_OPENED = 2;
  private static final int NAME_READ = 3;
  private static final int VALUE_IN_OBJECT = 4;
  private static final int VALUE_IN_ARRAY = 5;
  private static final int VALUE_AT_TOP = 6;
  private static final int ENDED = 7;
  private static final int STOPPED = 8;

  /** At the quote of a name. */
  private static final int NAME_DUE = 9;

  private static final Token[] TOKENS = Token.values();
  private static final int IS_NONE = Token.NONE.ordinal();
  private static final int IS_START_OBJECT = Token.START_OBJECT.ordinal();
  private static final int IS_END_OBJECT = Token.END_OBJECT.ordinal();
  private static final int IS_START_ARRAY = Token.START_ARRAY.ordinal();
  private static final int IS_END_ARRAY = Token.END_ARRAY.ordinal();
  private static final int IS_NAME = Token.NAME.ordinal();
  private static final int IS_STRING = Token.STRING.ordinal();
  private static final int IS_NUMBER = Token.NUMBER.ordinal();
  private static final int IS_TRUE = Token.TRUE.ordinal();
  private static final int IS_FALSE = Token.FALSE.ordinal();
  private static final int IS_NULL = Token.NULL.ordinal();
  private static final int IS_END = Token.END.ordinal();

  private final int maxNesting;

  /** One bit for each open container, set for an object. */
  private final long[] objects;

  private int depth;
  private int state;

  /** The state after the next value: says in what container we are. */
  private int afterValue;

  /** The token as its ordinal: storing an int is cheaper than storing a reference. */
  private int token;

  // Where toName() began.
  private long leadFrom;
  private long leadLine;
  private int leadState;

  private boolean byteOrderMark;
  private boolean slice;
  private JsonStop stop;

  private Utf8Cursor(Limits limits, int window) {
    super(limits, window);
    maxNesting = limits.nesting();
    objects = new long[(maxNesting >>> 6) + 1];
  }

  /**
   * A cursor before the first token of a stream, which it neither buffers elsewhere nor closes. It
   * reads ahead, a window at a time.
   *
   * <p>If the stream fails, the method that reads on throws {@link UncheckedIOException}; then the
   * cursor is of no use until its next {@link #reset(InputStream)}.
   */
  public static Utf8Cursor over(InputStream source, Limits limits) {
    return over(source, limits, SIZE);
  }

  /** A cursor before the first token of an array's bytes. */
  public static Utf8Cursor over(byte[] bytes, Limits limits) {
    return over(bytes, 0, bytes.length, limits, 0, 1, 1);
  }

  /**
   * A cursor over a piece of a larger document, such as a captured value or one line of a file of
   * lines. Positions go on from the piece's own place, and a byte order mark is one only at offset
   * 0.
   *
   * @param from the piece's first byte in the array
   * @param to one past its last
   * @param baseOffset offset of the piece's first byte in its document, from 0
   * @param baseLine its line, from 1
   * @param baseColumn its column, from 1
   */
  public static Utf8Cursor over(
      byte[] bytes,
      int from,
      int to,
      Limits limits,
      long baseOffset,
      long baseLine,
      long baseColumn) {
    Objects.checkFromToIndex(from, to, bytes.length);
    var cursor = new Utf8Cursor(limits, Math.max(64, Math.min(to - from + 1, SIZE)));
    cursor.reset(bytes, from, to, baseOffset, baseLine, baseColumn);
    return cursor;
  }

  /**
   * A cursor over the rest of a stream, which is a piece of a larger document: as {@link
   * #over(byte[], int, int, Limits, long, long, long)}.
   */
  public static Utf8Cursor over(
      InputStream source, Limits limits, long baseOffset, long baseLine, long baseColumn) {
    var cursor = new Utf8Cursor(limits, SIZE);
    cursor.begin(Objects.requireNonNull(source), baseOffset, baseLine, baseColumn);
    return cursor;
  }

  /** With a window of another size: tests make tokens cross its edges. */
  static Utf8Cursor over(InputStream source, Limits limits, int window) {
    var cursor = new Utf8Cursor(limits, window);
    cursor.reset(source);
    return cursor;
  }

  /** Begins another document with the same limits and window, whatever became of the last one. */
  public void reset(InputStream source) {
    begin(Objects.requireNonNull(source), 0, 1, 1);
  }

  /**
   * Begins another piece, as {@link #over(byte[], int, int, Limits, long, long, long)}, with the
   * same limits and window.
   */
  public void reset(
      byte[] bytes, int from, int to, long baseOffset, long baseLine, long baseColumn) {
    Objects.checkFromToIndex(from, to, bytes.length);
    begin(new ByteArrayInputStream(bytes, from, to - from), baseOffset, baseLine, baseColumn);
  }

  private void begin(InputStream source, long baseOffset, long baseLine, long baseColumn) {
    open(source, baseOffset, baseLine, baseColumn);
    begin(baseOffset);
  }

  private void begin(long baseOffset) {
    slice = baseOffset != 0;
    depth = 0;
    state = START;
    afterValue = VALUE_AT_TOP;
    token = IS_NONE;
    byteOrderMark = false;
    stop = null;
  }

  /** Offset of the first byte that was not read. */
  public long reached() {
    return base + pos;
  }

  /**
   * What is open here, for a cursor that is to read further on.
   *
   * @throws IllegalStateException unless an item of an array was just read
   */
  public Nesting nesting() {
    if (state != VALUE_IN_ARRAY) {
      throw new IllegalStateException("not behind an item of an array");
    }
    return new Nesting(depth, Arrays.copyOf(objects, (depth >>> 6) + 1));
  }

  /**
   * Begins behind an item of an array, somewhere within a document: reads on as the cursor did that
   * gave the nesting and has come here, and shows what that one would show. Lines and columns are
   * counted from this place.
   *
   * @param source begins {@link #lead} bytes before that offset
   */
  public void resume(InputStream source, long offset, Nesting open) {
    openWithin(Objects.requireNonNull(source), offset, 1, 1);
    begin(offset);
    depth = open.depth();
    System.arraycopy(open.objects(), 0, objects, 0, open.objects().length);
    state = VALUE_IN_ARRAY;
    afterValue = VALUE_IN_ARRAY;
    token = IS_END_OBJECT;
    rest();
  }

  /** Goes on where another cursor, that began here, has come to. */
  public void follow(Passage passage) {
    if (state != VALUE_IN_ARRAY || reached() != passage.from()) {
      throw new IllegalStateException("not where the passage begins");
    }
    token = IS_END_OBJECT;
    travel(passage);
  }

  @Override
  public Token next() {
    if (pending != 0) {
      continuations += pending;
      pending = 0;
    }
    byte[] b = buffer;
    int p = pos;
    int c = b[p];
    switch (state) {
      case NAME_READ:
        if (c != ':') {
          p = white(p);
          b = buffer;
          if (b[p] != ':') {
            throw stopBetween(p, Expected.COLON);
          }
        }
        c = b[++p];
        if (c == ' ') {
          c = b[++p];
        }
        if (c <= ' ') {
          p = white(p);
          c = buffer[p];
        }
        return value(p, c);
      case VALUE_IN_OBJECT:
        if (c != ',') {
          p = white(p);
          c = buffer[p];
          if (c == '}') {
            return close(p, IS_END_OBJECT);
          }
          if (c != ',') {
            throw stopBetween(p, Expected.COMMA_IN_OBJECT);
          }
        }
        return nameToken(nextQuote(p));
      case NAME_DUE:
        return nameToken(p);
      case VALUE_IN_ARRAY:
        if (c != ',') {
          p = white(p);
          b = buffer;
          c = b[p];
          if (c == ']') {
            return close(p, IS_END_ARRAY);
          }
          if (c != ',') {
            throw stopBetween(p, Expected.COMMA_IN_ARRAY);
          }
        }
        c = b[++p];
        if (c <= ' ') {
          p = white(p);
          c = buffer[p];
        }
        return value(p, c);
      case OBJECT_OPENED:
        if (c <= ' ') {
          p = white(p);
          c = buffer[p];
        }
        if (c == '"') {
          return nameToken(p);
        }
        if (c == '}') {
          return close(p, IS_END_OBJECT);
        }
        throw stopBetween(p, Expected.FIRST_NAME);
      case ARRAY_OPENED:
        if (c <= ' ') {
          p = white(p);
          c = buffer[p];
        }
        return c == ']' ? close(p, IS_END_ARRAY) : value(p, c);
      default:
        return atTop(p);
    }
  }

  /** From the comma behind a member to the quote of the next one's name. */
  private int nextQuote(int comma) {
    byte[] b = buffer;
    int p = comma + 1;
    int c = b[p];
    if (c <= ' ') {
      p = indentedAsBefore(b, p) ? newLine(p) : white(p);
      c = buffer[p];
    }
    if (c != '"') {
      throw stopBetween(p, token == IS_NUMBER ? Expected.NAME_AFTER_NUMBER : Expected.NAME);
    }
    return p;
  }

  @Override
  public int toName() {
    if (pending != 0) {
      continuations += pending;
      pending = 0;
    }
    int p = pos;
    leadFrom = base + p;
    leadLine = line;
    leadState = state;
    if (state == VALUE_IN_OBJECT) {
      if (buffer[p] != ',') {
        return -1;
      }
      p = nextQuote(p);
    } else if (state == OBJECT_OPENED) {
      byte[] b = buffer;
      if (b[p] <= ' ') {
        p = indentedAsBefore(b, p) ? newLine(p) : white(p);
      }
      if (buffer[p] != '"') {
        pos = p;
        return -1;
      }
    } else if (state != NAME_DUE) {
      return -1;
    }
    pos = p;
    state = NAME_DUE;
    return p + 1;
  }

  @Override
  public void learn(MemberLead lead, int value, int member) {
    if (leadState == NAME_DUE || leadFrom < base + first) {
      return;
    }
    int from = (int) (leadFrom - base);
    lead.learn(buffer, from, value, member);
    lead.state = leadState;
    lead.lines = (int) (line - leadLine);
    lead.lineStart = (int) (lineStart - leadFrom);
  }

  @Override
  public int toValue(MemberLead lead) {
    int p = pos;
    return state == lead.state && pending == 0 && lead.stands(buffer, p) ? p + lead.length : -1;
  }

  @Override
  public void follow(MemberLead lead) {
    if (lead.lines != 0) {
      line += lead.lines;
      lineStart = base + pos + lead.lineStart;
      continuations = 0;
    }
  }

  @Override
  public int toValue(int behindName) {
    byte[] b = buffer;
    int p = behindName;
    if (b[p] != ':') {
      return -1;
    }
    int c = b[++p];
    if (c == ' ') {
      c = b[++p];
    }
    return c > ' ' ? p : -1;
  }

  @Override
  public void passed(int behindValue, Token value) {
    pos = behindValue;
    token = value.ordinal();
    state = VALUE_IN_OBJECT;
  }

  @Override
  public long offset(int index) {
    return base + index;
  }

  @Override
  public long column(int index) {
    return base + index - lineStart - continuations + 1;
  }

  /**
   * Index of the first byte behind an object that is an item of an array and was just read; -1
   * where something else was.
   */
  public int behindItem() {
    if (state != VALUE_IN_ARRAY || token != IS_END_OBJECT) {
      return -1;
    }
    continuations += pending;
    pending = 0;
    return pos;
  }

  /**
   * Another item of the array, an object, was read and is right: the cursor goes on behind it, as
   * if {@link #next} had told its end.
   *
   * @param behind index behind its closing brace
   * @param lines how many lines ended since the item before
   * @param newLine index of the last line's first byte, if any ended
   */
  public void passedItem(int behind, int lines, int newLine) {
    at = behind - 1;
    start = behind - 1;
    end = behind;
    pos = behind;
    if (lines != 0) {
      line += lines;
      lineStart = base + newLine;
      continuations = 0;
    }
  }

  /** The next token where no container is open. */
  private Token atTop(int p) {
    switch (state) {
      case START:
        p = white(beginning(p));
        return value(p, buffer[p]);
      case VALUE_AT_TOP:
        p = white(p);
        if (p < limit) {
          throw stopBetween(p, Expected.NOTHING);
        }
        if (passed != null) {
          throw stopWherePassed(p);
        }
        at = p;
        start = p;
        end = p;
        pos = p;
        token = IS_END;
        state = ENDED;
        return Token.END;
      case ENDED:
        return Token.END;
      default:
        throw stop;
    }
  }

  /**
   * Looks at the document's first bytes, for a byte order mark and for encodings that are not UTF-8
   * at all.
   */
  private int beginning(int p) {
    more(p);
    if (slice) {
      return p;
    }
    var wide = Diagnosis.wideCharacters(buffer, limit, p);
    if (wide != null) {
      throw stopped(wide, 0);
    }
    byte[] b = buffer;
    if (b[p] == (byte) 0xEF && b[p + 1] == (byte) 0xBB && b[p + 2] == (byte) 0xBF) {
      byteOrderMark = true;
      p += 3;
      lineStart += 3;
    }
    return p;
  }

  private Token nameToken(int p) {
    name(p);
    token = IS_NAME;
    state = NAME_READ;
    return Token.NAME;
  }

  private Token value(int p, int c) {
    if (c == '"') {
      string(p);
      token = IS_STRING;
      state = afterValue;
      return Token.STRING;
    }
    if (isDigit(c) || c == '-') {
      number(p);
      token = IS_NUMBER;
      state = afterValue;
      return Token.NUMBER;
    }
    switch (c) {
      case '{':
        return open(p, IS_START_OBJECT);
      case '[':
        return open(p, IS_START_ARRAY);
      case 't':
        return literal(p, 4, TRUE, IS_TRUE);
      case 'f':
        return literal(p, 5, FALSE, IS_FALSE);
      case 'n':
        return literal(p, 4, NULL, IS_NULL);
      default:
        throw notAValue(p);
    }
  }

  private Token open(int p, int opened) {
    if (depth == maxNesting) {
      at = p;
      throw stopAtLimit(Limits.Kind.NESTING, p, maxNesting);
    }
    boolean object = opened == IS_START_OBJECT;
    long bit = 1L << depth;
    if (object) {
      objects[depth >>> 6] |= bit;
    } else {
      objects[depth >>> 6] &= ~bit;
    }
    depth++;
    state = object ? OBJECT_OPENED : ARRAY_OPENED;
    afterValue = object ? VALUE_IN_OBJECT : VALUE_IN_ARRAY;
    return bracket(p, opened);
  }

  private Token close(int p, int closed) {
    depth--;
    int outer = depth - 1;
    afterValue =
        outer < 0
            ? VALUE_AT_TOP
            : (objects[outer >>> 6] >>> outer & 1) != 0 ? VALUE_IN_OBJECT : VALUE_IN_ARRAY;
    state = afterValue;
    return bracket(p, closed);
  }

  private Token bracket(int p, int which) {
    at = p;
    start = p;
    end = p + 1;
    pos = p + 1;
    token = which;
    return TOKENS[which];
  }

  private Token literal(int p, int length, long word, int which) {
    if (!literal(p, length, word)) {
      throw notAValue(at);
    }
    token = which;
    state = afterValue;
    return TOKENS[which];
  }

  private JsonStop notAValue(int p) {
    return stopBetween(
        p,
        switch (state) {
          case NAME_READ -> Expected.VALUE;
          case ARRAY_OPENED -> Expected.FIRST_ELEMENT;
          case VALUE_IN_ARRAY -> Expected.ELEMENT;
          default -> Expected.DOCUMENT;
        });
  }

  private JsonStop stopBetween(int p, Expected expected) {
    keepWithin(p);
    int q = p - lookAhead(p, p);
    return stopped(Diagnosis.between(buffer, first, limit, q, expected), 0);
  }

  @Override
  JsonStop stopped(JsonStop why) {
    stop = why;
    state = STOPPED;
    return why;
  }

  @Override
  public Token token() {
    return TOKENS[token];
  }

  @Override
  public int depth() {
    return opensContainer() ? depth - 1 : depth;
  }

  @Override
  public String text() {
    if (escaped && (token == IS_NAME || token == IS_STRING)) {
      return Escapes.decode(buffer, start, end);
    }
    return new String(buffer, start, end - start, pending == 0 ? ISO_8859_1 : UTF_8);
  }

  @Override
  public void skip() {
    requireValue();
    if (opensContainer()) {
      int outer = depth - 1;
      do {
        next();
      } while (depth > outer);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>The window grows to hold the value, so this takes about twice its length in memory.
   */
  @Override
  public byte[] capture(int maxBytes) {
    requireValue();
    beginCapture(maxBytes);
    try {
      keepWithin(pos);
      if (opensContainer()) {
        int outer = depth - 1;
        do {
          next();
          keepWithin(pos);
        } while (depth > outer);
      }
      return captured();
    } finally {
      endCapture();
    }
  }

  private boolean opensContainer() {
    return token == IS_START_OBJECT || token == IS_START_ARRAY;
  }

  private void requireValue() {
    if (token == IS_NONE
        || token == IS_END_OBJECT
        || token == IS_END_ARRAY
        || token == IS_NAME
        || token == IS_END) {
      throw new IllegalStateException("no value begins at " + token());
    }
  }

  @Override
  public boolean byteOrderMark() {
    return byteOrderMark;
  }
}
