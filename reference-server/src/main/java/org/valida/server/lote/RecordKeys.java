package org.valida.server.lote;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.violation.Printable;

/** Reads from a lote what names some of its records, and nothing else of them. */
final class RecordKeys {

  /** Of a longer value only the beginning is kept. */
  private static final int MOST_CHARACTERS = 200;

  private final Utf8Cursor cursor;
  private final List<String> names;

  private RecordKeys(InputStream lote, List<String> names) {
    this.cursor = Utf8Cursor.over(lote, Limits.defaults());
    this.names = names;
  }

  /**
   * The keys of records.
   *
   * @param names of their attributes
   * @param records their numbers, from 1
   * @return by number; a record without a key is not among them
   */
  static Map<Long, Map<String, String>> read(
      InputStream lote, List<String> names, SortedSet<Long> records) {
    var found = new HashMap<Long, Map<String, String>>();
    if (records.isEmpty()) {
      return found;
    }
    var reader = new RecordKeys(lote, names);
    try {
      reader.read(records, found);
    } catch (JsonStop e) {
      // What it broke off before has been read; the check says where and why.
    }
    return found;
  }

  private void read(SortedSet<Long> records, Map<Long, Map<String, String>> found) {
    cursor.next();
    for (long number = 1; number <= records.last(); number++) {
      var token = cursor.next();
      if (token == Token.END_ARRAY) {
        return;
      }
      if (token == Token.START_OBJECT && records.contains(number)) {
        found.put(number, record());
      } else {
        cursor.skip();
      }
    }
  }

  private Map<String, String> record() {
    var keys = new HashMap<String, String>();
    while (cursor.next() == Token.NAME) {
      // Some lotes have one attribute for either number; errors have it under this name.
      var written = cursor.text();
      var name = written.equals("cpfNis") ? "cpf" : written;
      var token = cursor.next();
      if (names.contains(name) && (token == Token.STRING || token == Token.NUMBER)) {
        var text = cursor.text();
        keys.put(
            name,
            Printable.of(
                text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text));
      } else {
        cursor.skip();
      }
    }
    return keys;
  }
}
