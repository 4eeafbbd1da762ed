package org.valida.schema;

/**
 * Reads a text of which a rule has nothing to say, from its bytes. Immutable and shared by all
 * threads.
 */
@FunctionalInterface
public interface QuietText {

  /** The rule may have something to say of the text. */
  long SPEAKS = Long.MIN_VALUE;

  /** The rule has nothing to say of the text, which means no number. */
  long NO_NUMBER = Long.MIN_VALUE + 1;

  /**
   * What the text means as a number, or one of the two above.
   *
   * @param bytes ASCII, nothing of it escaped
   * @param from the text's first byte
   * @param to one past its last
   */
  long read(byte[] bytes, int from, int to);
}
