package org.valida.schema;

import org.valida.violation.RecordRef;

/**
 * Where something stands in a document, kept for a rule that can judge only later.
 *
 * @param pointer RFC 6901
 * @param offset in bytes from 0
 * @param line from 1
 * @param column in code points from 1
 * @param record the record it is in, where the verdict may come after its end; else {@link
 *     RecordRef#NONE}
 */
public record Place(String pointer, long offset, long line, long column, RecordRef record) {

  public Place(String pointer, long offset, long line, long column) {
    this(pointer, offset, line, column, RecordRef.NONE);
  }
}
