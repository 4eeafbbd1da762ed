package org.valida.json;

/** Any bytes: read as Jackson reads them, whatever the size of the window. */
public final class TokenizerFuzz {

  private static final JacksonTokens JACKSON = new JacksonTokens();

  private TokenizerFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] document) {
    var difference = JACKSON.compare(document).difference();
    if (!difference.isEmpty()) {
      throw new AssertionError(difference);
    }
    var whole = Trace.of(document);
    var pieces = Trace.of(Trace.cursor(document, Limits.defaults(), 19));
    if (!whole.equals(pieces)) {
      throw new AssertionError("another window, another answer: " + whole + " and " + pieces);
    }
  }
}
