package org.valida.schema;

/**
 * Where something stands in a document, kept for a rule that can judge only later.
 *
 * @param pointer RFC 6901
 * @param offset in bytes from 0
 * @param line from 1
 * @param column in code points from 1
 */
public record Place(String pointer, long offset, long line, long column) {}
