package org.valida.schema;

/** Knows numbers of which a rule has nothing to say. Immutable and shared by all threads. */
@FunctionalInterface
public interface QuietCodes {

  /**
   * The row of a code, {@link CodeRow#NONE} for a number that is right and has none; null where the
   * rule may have something to say.
   *
   * @param frame the object that holds the value
   */
  CodeRow row(long number, Frame frame);
}
