package org.valida.schema;

import java.util.Map;
import java.util.TreeMap;
import org.valida.privacy.KeyedHash;
import org.valida.violation.RecordRef;

/**
 * What names the records of an object schema ({@code x-record}).
 *
 * @param name {@code ente} or {@code lote}
 * @param label pattern, see {@link RecordLabel}
 * @param groups what records are grouped by in reports, each with the attribute that says it
 */
record RecordNaming(String name, RecordLabel label, Map<String, String> groups) {

  RecordNaming {
    groups = Map.copyOf(groups);
  }

  /**
   * Names a record.
   *
   * @param masked whether personal values are hidden in the label
   * @param personal whether the contract is about persons
   * @param key of the hash that identifies a person's record, empty for none
   */
  RecordRef refer(Frame record, boolean masked, boolean personal, String key) {
    var shown = label.of(record, masked);
    return new RecordRef(
        shown, record.index() + 1, personal ? hash(record, key) : shown, groups(record));
  }

  /** Whether a name can be told of a record once it is known that its number is another. */
  boolean moves() {
    return label.isNumberedFirst() || !label.isNumbered();
  }

  /** Whether a record may have its name from here. */
  boolean names(RecordRef record) {
    return !label.isNumbered() || record.label().startsWith(numbered(record));
  }

  private static String numbered(RecordRef record) {
    return "#" + record.number();
  }

  /**
   * The name of a record that stands further on; {@link #moves} and {@link #names} must hold.
   *
   * @param by how many records
   */
  RecordRef moved(RecordRef record, long by) {
    long number = record.number() + by;
    if (!label.isNumbered()) {
      return new RecordRef(record.label(), number, record.identity(), record.groups());
    }
    var shown = "#" + number + record.label().substring(numbered(record).length());
    boolean identifies = record.identity().equals(record.label());
    return new RecordRef(shown, number, identifies ? shown : record.identity(), record.groups());
  }

  private Map<String, String> groups(Frame record) {
    var values = new TreeMap<String, String>();
    groups.forEach(
        (group, attribute) -> {
          var slot = record.find(attribute);
          var value = slot == null ? "" : slot.shown(true);
          // A column that slipped may have put a name where a code belongs.
          if (isCode(value)) {
            values.put(group, slot.row().found() ? labelled(value, slot.row()) : value);
          }
        });
    return values;
  }

  private static String labelled(String code, CodeRow row) {
    var text = row.table().label(row.index());
    return text.isEmpty() ? code : code + " " + text;
  }

  private String hash(Frame record, String key) {
    var raw = label.withoutNumber().of(record, false);
    if (key.isEmpty() || raw.isEmpty()) {
      return "";
    }
    return KeyedHash.of(raw, key);
  }

  /** One to ten digits. */
  private static boolean isCode(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= 10;
  }
}
