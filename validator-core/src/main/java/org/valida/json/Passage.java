package org.valida.json;

/**
 * The way of a cursor from behind one item of an array to behind another, which another cursor may
 * {@link Utf8Cursor#follow follow} instead of reading it.
 *
 * @param from offset of the first byte, from 0
 * @param token offset of the last token
 * @param to offset behind the last byte
 * @param lines how many lines end on the way
 * @param lineStart offset from which the columns of the last line count; without meaning if no line
 *     ends
 * @param continuations bytes that take no column: of the last line, or of the way if no line ends
 */
public record Passage(
    long from, long token, long to, long lines, long lineStart, long continuations) {}
