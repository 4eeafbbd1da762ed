package org.valida.baseline;

import java.io.IOException;
import java.time.LocalDate;
import org.valida.json.JsonString;
import org.valida.privacy.Mask;

/** Writes a baseline so that version control shows what changed. */
final class BaselineWriter {

  private final Appendable out;

  private BaselineWriter(Appendable out) {
    this.out = out;
  }

  static void write(Baseline baseline, Appendable out) throws IOException {
    new BaselineWriter(out).write(baseline);
  }

  private void write(Baseline baseline) throws IOException {
    out.append("{\n  \"version\": 1,\n");
    if (baseline.keySign().isPresent()) {
      out.append("  \"key\": ").append(quoted(baseline.keySign().get())).append(",\n");
    }
    out.append("  \"entries\": [");
    var separator = "";
    for (var entry : baseline.entries()) {
      out.append(separator).append("\n    {");
      entry(entry);
      out.append("\n    }");
      separator = ",";
    }
    out.append(baseline.entries().isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }

  private void entry(Entry entry) throws IOException {
    var group = entry.group();
    member("\n", "rule", quoted(group.rule()));
    member(",\n", "file", quoted(group.file()));
    if (!group.record().isEmpty()) {
      member(",\n", "record", quoted(group.record()));
    }
    member(",\n", "pointer", quoted(group.pointer()));
    member(",\n", "count", Long.toString(entry.count()));
    if (entry.reason().isPresent()) {
      member(",\n", "reason", quoted(Mask.free(entry.reason().get())));
    }
    if (entry.expires().isPresent()) {
      member(",\n", "expires", quoted(entry.expires().map(LocalDate::toString).get()));
    }
  }

  private void member(String before, String name, String value) throws IOException {
    out.append(before).append("      ").append(quoted(name)).append(": ").append(value);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder();
    new JsonString(text).canonical(quoted);
    return quoted.toString();
  }
}
