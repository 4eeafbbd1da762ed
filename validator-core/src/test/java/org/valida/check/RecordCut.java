package org.valida.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.schema.Program;

/**
 * A payload, each byte of it a character, cut where its records begin and end.
 *
 * @param before what stands before its list of records
 * @param after what stands behind the last of them
 */
record RecordCut(String before, List<String> records, String after) {

  /** Nothing if it has no records, or none that can be read. */
  static Optional<RecordCut> of(Program contract, byte[] payload) {
    var list = contract.recordList();
    if (list.isEmpty()) {
      return Optional.empty();
    }
    int around = list.get().isEmpty() ? 1 : 2;
    var records = new ArrayList<String>();
    int begin = -1;
    int end = -1;
    int from = 0;
    try {
      var cursor = Utf8Cursor.over(payload, Limits.defaults());
      while (cursor.next() != Token.END) {
        if (cursor.depth() != around) {
          continue;
        }
        if (cursor.token() == Token.START_OBJECT) {
          from = (int) cursor.offset();
          begin = begin < 0 ? from : begin;
        } else if (cursor.token() == Token.END_OBJECT && begin >= 0) {
          end = (int) cursor.offset() + 1;
          records.add(text(payload, from, end));
        }
      }
    } catch (JsonStop stop) {
      // As far as it goes.
    }
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RecordCut(text(payload, 0, begin), records, text(payload, end, payload.length)));
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** The payload with other records. */
  byte[] with(List<String> others) {
    return (before + String.join(",", others) + after).getBytes(StandardCharsets.ISO_8859_1);
  }
}
