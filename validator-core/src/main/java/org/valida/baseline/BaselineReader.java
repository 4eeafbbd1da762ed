package org.valida.baseline;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.valida.document.Complaints;
import org.valida.document.DocumentException;
import org.valida.document.DocumentSchema;
import org.valida.document.OwnDocument;
import org.valida.json.JsonNumber;
import org.valida.json.JsonValue;

/** Reads a baseline that its schema found right. */
final class BaselineReader {

  private static final class Schema {
    static final DocumentSchema INSTANCE = DocumentSchema.of("valida-baseline.schema.json");
  }

  private BaselineReader() {}

  static Baseline read(Path file, String shown) throws DocumentException {
    var document = OwnDocument.json(file, shown, Schema.INSTANCE);
    var complaints = new Complaints();
    var entries = new ArrayList<Entry>();
    var groups = new HashSet<Group>();
    for (var value : document.root().member("entries").orElseThrow().elements()) {
      var entry = entry(value);
      if (groups.add(entry.group())) {
        entries.add(entry);
      } else {
        complaints.add("baseline-entry-twice", document.place(value), Map.of());
      }
    }
    complaints.verify();
    return new Baseline(document.root().member("key").map(JsonValue::string), entries);
  }

  private static Entry entry(JsonValue value) {
    var count = (JsonNumber) value.member("count").orElseThrow();
    return new Entry(
        new Group(
            text(value, "rule").orElseThrow(),
            text(value, "file").orElseThrow(),
            text(value, "record").orElse(""),
            text(value, "pointer").orElseThrow()),
        new BigDecimal(count.value().toString()).longValueExact(),
        text(value, "reason"),
        text(value, "expires").map(LocalDate::parse));
  }

  private static Optional<String> text(JsonValue value, String name) {
    return value.member(name).map(JsonValue::string);
  }
}
