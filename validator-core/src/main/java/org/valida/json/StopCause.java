package org.valida.json;

import org.valida.json.JsonStop.Kind;

/**
 * Every word that {@link JsonStop#cause} can be, apart from the names of limits ({@link
 * Limits.Kind}), with where the stop points and what its detail says. Unless said otherwise the
 * place is the byte that cannot stand where it stands, and the detail is the word or character
 * found there, escaped and at most {@link #DETAIL_LENGTH} characters long.
 */
public enum StopCause {
  /** Nothing but white space; the place is the end of the input. */
  EMPTY(Kind.SYNTAX, "empty"),
  /**
   * The input ends inside the document, even inside a number or literal; the place is the end of
   * the input.
   */
  TRUNCATED(Kind.SYNTAX, "truncated"),
  /** A comma before a closing bracket; the place is the bracket. */
  TRAILING_COMMA(Kind.SYNTAX, "trailing-comma"),
  /** NaN or Infinity, with or without a sign; the place is its first byte. */
  NAN(Kind.SYNTAX, "nan"),
  /** A digit after a leading zero, as in 007; the place is the zero. */
  LEADING_ZERO(Kind.SYNTAX, "leading-zero"),
  /** Something stands after the end of the document. */
  EXTRA_CONTENT(Kind.SYNTAX, "extra-content"),
  /** The document begins with {@code <}: a page, perhaps an error page, and not JSON. */
  HTML(Kind.SYNTAX, "html"),
  /** The document begins with a message of PHP, as plain text or as PHP prints it in a page. */
  PHP_WARNING(Kind.SYNTAX, "php-warning"),
  /**
   * After a number and a comma comes a digit where a name is due, as in {@code "v": 12,50}; the
   * place is that digit.
   */
  DECIMAL_COMMA(Kind.SYNTAX, "decimal-comma"),
  /** An apostrophe begins a name or a text. */
  SINGLE_QUOTES(Kind.SYNTAX, "single-quotes"),
  /** A comment, of a line or of several. */
  COMMENT(Kind.SYNTAX, "comment"),
  /** A letter or digit where the quote of a name is due. */
  UNQUOTED_NAME(Kind.SYNTAX, "unquoted-name"),
  /** A value or name follows a value without a comma; also a quote left unescaped inside a text. */
  MISSING_COMMA(Kind.SYNTAX, "missing-comma"),
  /** Anything but a colon follows a name. */
  MISSING_COLON(Kind.SYNTAX, "missing-colon"),
  /**
   * A backslash in a text begins no escape of JSON; the place is the backslash, the detail the
   * escape.
   */
  BAD_ESCAPE(Kind.SYNTAX, "bad-escape"),
  /** A raw byte below 0x20 inside a text; the detail is its escape. */
  CONTROL_CHARACTER(Kind.SYNTAX, "control-character"),
  /** A number that goes on as no number of JSON can; the detail is the number as written. */
  BAD_NUMBER(Kind.SYNTAX, "bad-number"),
  /** None, True or False, as Python writes null, true and false; the place is its first byte. */
  PYTHON_LITERAL(Kind.SYNTAX, "python-literal"),
  /** Any other bare word where a value is due; the place is its first byte. */
  BAD_LITERAL(Kind.SYNTAX, "bad-literal"),
  /** A closing bracket that is not the one that is open. */
  MISMATCHED_BRACKET(Kind.SYNTAX, "mismatched-bracket"),
  /** A byte order mark anywhere but at the start, as where files were joined. */
  BOM_INSIDE(Kind.SYNTAX, "bom-inside"),
  /** Any other character that cannot stand here. */
  UNEXPECTED(Kind.SYNTAX, "unexpected"),
  /**
   * A member name that its object already has: told by {@link JsonValue#read}, not by a cursor. The
   * detail is the name.
   */
  DUPLICATE_NAME(Kind.SYNTAX, "duplicate-name"),

  /**
   * A character written with more bytes than it needs; the detail is the bytes in hexadecimal, such
   * as {@code C1 A3}.
   */
  OVERLONG(Kind.ENCODING, "overlong"),
  /** Half of a UTF-16 pair written as if it were a character; the detail is the bytes. */
  SURROGATE(Kind.ENCODING, "surrogate"),
  /** A code point above U+10FFFF; the detail is the bytes. */
  BEYOND_UNICODE(Kind.ENCODING, "beyond-unicode"),
  /** A byte that begins no character; the detail is the byte. */
  STRAY_BYTE(Kind.ENCODING, "stray-byte"),
  /** A character begins and is not completed; the detail is the bytes there are. */
  TRUNCATED_CHARACTER(Kind.ENCODING, "truncated-character"),
  /**
   * The bytes make sense as text of one byte per character; the detail is ISO-8859-1 or
   * windows-1252.
   */
  LATIN_1(Kind.ENCODING, "latin-1"),
  /** The whole document is UTF-16; the place is its first byte, the detail UTF-16LE or UTF-16BE. */
  UTF_16(Kind.ENCODING, "utf-16"),
  /** The whole document is UTF-32; the place is its first byte, the detail UTF-32LE or UTF-32BE. */
  UTF_32(Kind.ENCODING, "utf-32");

  /** No detail is longer, in UTF-16 units. */
  public static final int DETAIL_LENGTH = 20;

  private final Kind kind;
  private final String label;

  StopCause(Kind kind, String label) {
    this.kind = kind;
    this.label = label;
  }

  /** The rule a stop of this cause breaks. */
  public Kind kind() {
    return kind;
  }

  /** Whether more bytes could have made it right. */
  boolean isOfTheEnd() {
    return this == EMPTY || this == TRUNCATED || this == TRUNCATED_CHARACTER;
  }

  /** The word as reports carry it; it never changes. */
  public String label() {
    return label;
  }
}
