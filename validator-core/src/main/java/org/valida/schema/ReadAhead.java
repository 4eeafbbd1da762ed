package org.valida.schema;

/**
 * Reads parts of a list of records before the thread comes to them that checks the document. It is
 * asked by that thread alone.
 */
public interface ReadAhead {

  /**
   * The first record of a list was read.
   *
   * @param record offset of its opening brace
   * @return whether anything is read ahead
   */
  boolean begin(RecordList list, long record);

  /** Offset before which {@link #part} need not be asked. */
  long next();

  /**
   * What was read from a place on, which is behind an item; waits for it if it is being read. Null
   * if nothing was, or if something is wrong in it: then it must be read here.
   */
  ListPart part(long offset);

  /** Whether the last part that was given could be taken over. */
  void told(boolean taken);

  /** The list has ended. */
  void end();
}
