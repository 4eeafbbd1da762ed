package org.valida.document;

import java.util.NavigableMap;

/**
 * A document as JSON, and where its parts stand in what the user wrote.
 *
 * @param shown how messages name the file
 * @param json the document in UTF-8
 * @param places of the parts by their offset in {@code json}; none where the user wrote that JSON
 */
record Written(String shown, byte[] json, NavigableMap<Long, Place> places) {

  Place place(long offset, long line, long column) {
    var part = places.floorEntry(offset);
    return part == null ? new Place(shown, line, column) : part.getValue();
  }

  /** The place of what stands just before: of a member's value, its name. */
  Place placeBefore(long offset, long line, long column) {
    var part = places.lowerEntry(offset);
    return part == null ? new Place(shown, line, column) : part.getValue();
  }
}
