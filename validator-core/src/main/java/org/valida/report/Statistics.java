package org.valida.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.valida.violation.Printable;
import org.valida.violation.RunResult;
import org.valida.violation.Totals;

/**
 * What {@code --statistics} adds: violations by rule, speed, and the totals to set against the
 * court's books.
 */
record Statistics(RunResult result, List<Totals> totals) {

  /** Rules by how often they were broken, the most frequent first, then by name. */
  Map<String, Long> byRule() {
    var counts = new TreeMap<String, Long>();
    for (var file : result.files()) {
      file.byRule().forEach((rule, count) -> counts.merge(rule, count, Long::sum));
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  /** So many a second, of what there were so many in all. */
  private long rate(long amount) {
    return Math.round(amount * 1e9 / Math.max(1, result.nanos()));
  }

  /** An amount without exponent, with two decimals, or more where it has more. */
  static BigDecimal plain(BigDecimal amount) {
    return amount.setScale(
        Math.max(2, amount.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
  }

  List<String> text(Phrases phrases) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(phrases.text("statistics.rules"));
    var counts = byRule();
    if (counts.isEmpty()) {
      lines.add("  " + phrases.text("summary.clean"));
    }
    var table = new Table(List.of(Table.Align.RIGHT, Table.Align.LEFT));
    counts.forEach((rule, count) -> table.row(List.of(phrases.grouped(count), rule)));
    table.lines("  ").forEach(lines::add);
    lines.add(phrases.text("statistics.speed"));
    lines.add(
        "  "
            + phrases.text(
                "statistics.rates",
                Map.of(
                    "records",
                    phrases.grouped(rate(result.records())),
                    "bytes",
                    phrases.grouped(rate(result.bytes())))));
    if (!totals.isEmpty()) {
      lines.add(phrases.text("statistics.totals"));
      totalsByMethod(phrases, lines);
    }
    return lines;
  }

  private void totalsByMethod(Phrases phrases, List<String> lines) {
    var methods = new LinkedHashMap<String, List<Totals>>();
    for (var some : totals) {
      var columns = some.method() + " " + String.join(" ", some.stages().keySet());
      methods.computeIfAbsent(columns, m -> new ArrayList<>()).add(some);
    }
    for (var rows : methods.values()) {
      var first = rows.get(0);
      lines.add("  " + Printable.of(first.method()));
      var alignment = new ArrayList<>(List.of(Table.Align.LEFT, Table.Align.LEFT));
      var heading =
          new ArrayList<>(List.of(phrases.text("column.ente"), phrases.text("column.fonte")));
      for (var stage : first.stages().keySet()) {
        alignment.add(Table.Align.RIGHT);
        heading.add(stage);
      }
      var table = new Table(alignment);
      table.row(heading);
      for (var row : rows) {
        var cells = new ArrayList<>(List.of(Printable.of(row.ente()), Printable.of(row.fonte())));
        row.stages().values().forEach(amount -> cells.add(plain(amount).toPlainString()));
        table.row(cells);
      }
      lines.addAll(table.lines("    "));
    }
  }

  void json(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("statistics");
    json.writeObjectFieldStart("byRule");
    for (var rule : byRule().entrySet()) {
      json.writeNumberField(rule.getKey(), rule.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("recordsPerSecond", rate(result.records()));
    json.writeNumberField("bytesPerSecond", rate(result.bytes()));
    json.writeArrayFieldStart("totals");
    for (var some : totals) {
      json.writeStartObject();
      json.writeStringField("method", some.method());
      json.writeStringField("ente", some.ente());
      json.writeStringField("fonte", some.fonte());
      json.writeObjectFieldStart("stages");
      for (var stage : some.stages().entrySet()) {
        json.writeFieldName(stage.getKey());
        json.writeNumber(plain(stage.getValue()).toPlainString());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
