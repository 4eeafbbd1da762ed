package org.valida.json;

/**
 * Reads one JSON document token by token, in one pass and with exact positions.
 *
 * <p>The cursor is where every byte is judged: it accepts exactly the texts of RFC 8259 in UTF-8,
 * within its {@link Limits}. It knows nothing of schemas or rules. Member names must be unique only
 * to its users: they are not compared here.
 *
 * <p>Raw bytes ({@link #buffer}, {@link #start}, {@link #end}) are a view into the reading window
 * and valid until the next call of {@link #next}, {@link #skip} or {@link #capture}.
 */
public interface JsonCursor {

  /** What the cursor stands on. */
  enum Token {
    /** Before the first call of {@link JsonCursor#next}. */
    NONE,
    START_OBJECT,
    END_OBJECT,
    START_ARRAY,
    END_ARRAY,
    /** A member name; its value follows. */
    NAME,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    /** The end of the document: only white space followed the value. */
    END
  }

  /**
   * Moves to the next token and returns it; after {@link Token#END} it stays there.
   *
   * @throws JsonStop where the text is not JSON, not UTF-8, or passes a limit
   */
  Token next();

  /** The token the cursor stands on. */
  Token token();

  /**
   * Offset in bytes, from 0, of the token's first byte: of the opening quote for a name or string.
   */
  long offset();

  /** Line of the token's first byte, from 1. LF, CR LF and a lone CR end a line. */
  long line();

  /** Column of the token's first byte in code points, from 1; a byte order mark takes no column. */
  long column();

  /**
   * How many objects and arrays are open around the token; a start or end token counts itself as
   * outside.
   */
  int depth();

  /** The bytes that {@link #start} and {@link #end} index. */
  byte[] buffer();

  /** First byte of the content of a name or string (after its quote), or of a number. */
  int start();

  /**
   * One past the last byte of the content of a name or string (its closing quote), or of a number.
   */
  int end();

  /** Whether the content of a name or string has a backslash escape. */
  boolean escaped();

  /** Whether the content of a name or string has a byte beyond ASCII. */
  boolean beyondAscii();

  /** Whether a number is written with neither fraction nor exponent. */
  boolean integral();

  /** The decoded text of a name or string, the raw text of any other token. Allocates. */
  String text();

  /**
   * From a token that begins a value, moves to the last token of that value (itself for a scalar),
   * reading it in full.
   *
   * @throws JsonStop as {@link #next}
   */
  void skip();

  /**
   * As {@link #skip}, and returns a copy of the value's bytes, so that it can be read again.
   *
   * @param maxBytes a longer value stops with {@link Limits.Kind#CAPTURE}
   */
  byte[] capture(int maxBytes);

  /**
   * What still stands in the reading window around a place: at most {@code before} bytes before the
   * offset and {@code after} bytes from it on, never beyond the window. Empty if the place has left
   * the window.
   */
  byte[] around(long offset, int before, int after);

  /**
   * Whether the document began with a UTF-8 byte order mark; known after the first {@link #next}.
   */
  boolean byteOrderMark();

  // The short way through an object, for a reader that knows what it expects: it looks at the bytes
  // itself and tells the cursor what it passed. Wherever it does not know, next() goes on.

  /**
   * In an object, moves to the name that follows a brace, or a value and its comma.
   *
   * @return index in {@link #buffer} of the name's first byte, behind its quote; -1 where {@link
   *     #next} must be asked. The name may end beyond the window, where there are zeros.
   * @throws JsonStop as {@link #next}
   */
  int toName();

  /**
   * Looks from behind a name's closing quote for its value.
   *
   * @return index of the value's first byte, -1 where {@link #next} must be asked
   */
  int toValue(int behindName);

  /** Learns what led from where {@link #toName} began to the value of a member. */
  void learn(MemberLead lead, int value, int member);

  /**
   * In an object, looks whether the bytes that led to a member before follow here.
   *
   * @return index of the value's first byte, -1 where other bytes stand
   */
  int toValue(MemberLead lead);

  /** Goes on behind the bytes that {@link #toValue(MemberLead)} saw. */
  void follow(MemberLead lead);

  /**
   * The name that was gone to, and a text or number as its value, were read and are right: the
   * cursor goes on behind them.
   *
   * @param behindValue index of the first byte that is not the value's; behind a number, one that
   *     may follow a number
   */
  void passed(int behindValue, Token value);

  /** As {@link #offset}, of the byte at an index on the line of the last name. */
  long offset(int index);

  /** As {@link #column}, of the byte at an index on the line of the last name. */
  long column(int index);
}
