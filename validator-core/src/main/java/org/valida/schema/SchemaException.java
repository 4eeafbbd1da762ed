package org.valida.schema;

/** A schema, or a contract, that cannot be used: what is wrong, and where in its file. */
public final class SchemaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;
  private final long column;

  /**
   * @param file the schema's file as the user named it
   * @param line from 1, 0 if unknown
   * @param column from 1, 0 if unknown
   * @param message what is wrong and what was expected, in English
   */
  public SchemaException(String file, long line, long column, String message) {
    super(message);
    this.file = file;
    this.line = line;
    this.column = column;
  }

  public String file() {
    return file;
  }

  public long line() {
    return line;
  }

  public long column() {
    return column;
  }

  /** {@code file:line:column: message}, as compilers print it. */
  public String located() {
    return line > 0
        ? file + ":" + line + ":" + column + ": " + getMessage()
        : file + ": " + getMessage();
  }
}
