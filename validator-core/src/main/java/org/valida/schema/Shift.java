package org.valida.schema;

/**
 * What is to be added to places that were counted from the beginning of a part of a document;
 * offsets are those of the document already.
 *
 * @param index to positions in the list
 * @param line to lines
 * @param column to columns of the part's first line
 */
public record Shift(long index, long line, long column) {

  /** For places that count from the beginning of the document. */
  public static final Shift NONE = new Shift(0, 0, 0);

  /** The line in the document. */
  public long line(long within) {
    return within + line;
  }

  /** The column in the document of a place in that line of the part. */
  public long column(long lineWithin, long within) {
    return lineWithin == 1 ? within + column : within;
  }
}
