package org.valida.json;

/**
 * The document cannot be read any further. Carries the place and the cause as data; it has no stack
 * trace, for it is an ordinary outcome of reading a payload.
 */
public final class JsonStop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The three ways a document ends before its end, each with the rule of the same name. */
  public enum Kind {
    SYNTAX,
    ENCODING,
    LIMIT
  }

  private final Kind kind;
  private final String cause;
  private final String detail;
  private final long offset;
  private final long line;
  private final long column;

  /**
   * @param kind which rule it breaks
   * @param cause a stable word for what exactly is wrong, such as {@code trailing-comma} or {@code
   *     latin-1}, from {@link StopCause}; for a limit its name
   * @param detail what was found, escaped for display and short; may be empty. For a limit its
   *     value
   * @param offset in bytes from 0
   * @param line from 1
   * @param column in code points from 1
   */
  public JsonStop(Kind kind, String cause, String detail, long offset, long line, long column) {
    super(null, null, false, false);
    this.kind = kind;
    this.cause = cause;
    this.detail = detail;
    this.offset = offset;
    this.line = line;
    this.column = column;
  }

  public Kind kind() {
    return kind;
  }

  /** The stable word for what is wrong. */
  public String cause() {
    return cause;
  }

  public String detail() {
    return detail;
  }

  public long offset() {
    return offset;
  }

  public long line() {
    return line;
  }

  public long column() {
    return column;
  }

  @Override
  public String getMessage() {
    return kind
        + " "
        + cause
        + " "
        + detail
        + " at line "
        + line
        + ", column "
        + column
        + ", byte "
        + offset;
  }
}
