package org.valida.server.roundtrip;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.valida.contract.RuleCatalog;
import org.valida.server.consulta.Method;
import org.valida.server.roundtrip.Gap.Added;
import org.valida.server.roundtrip.Gap.Changed;
import org.valida.server.roundtrip.Gap.Lost;
import org.valida.server.roundtrip.Gap.OfRow;
import org.valida.server.roundtrip.Gap.Repeated;
import org.valida.server.roundtrip.Gap.Unasked;
import org.valida.violation.RecordRef;
import org.valida.violation.Violation;

/** Makes violations of the gaps in one payload, each at its place there. */
final class Findings {

  private static final String MISSING = "roundtrip-row-missing";
  private static final String ADDED = "roundtrip-row-added";
  private static final String CHANGED = "roundtrip-value-changed";

  /** One loss has many questions that show it, and is told once. */
  private record Told(String rule, String variant, String pointer, Object found) {}

  private final Method method;
  private final RuleCatalog rules;
  private final Consumer<Violation> listener;
  private final Set<Told> told = new HashSet<>();

  Findings(Method method, RuleCatalog rules, Consumer<Violation> listener) {
    this.method = method;
    this.rules = rules;
    this.listener = listener;
  }

  /**
   * A row from nowhere.
   *
   * @param list the place of the payload's rows
   */
  void added(Added gap, Place list) {
    var found = Map.<String, Object>of("found", Shown.of(gap.key().label()));
    tell(ADDED, "", found, gap.question(), "/ente", list, null, RecordRef.NONE);
  }

  /**
   * A gap in a row.
   *
   * @param row as the payload has it
   */
  void ofRow(OfRow gap, Row row) {
    var pointer = "/ente/" + row.index();
    var label = Map.<String, Object>of("expected", row.key().label());
    var found = Map.<String, Object>of("found", row.key().label());
    if (gap instanceof Lost) {
      tell(MISSING, "", label, gap.question(), pointer, row.place(), null, record(row));
    } else if (gap instanceof Unasked) {
      tell(ADDED, "filter", found, gap.question(), pointer, row.place(), null, record(row));
    } else if (gap instanceof Repeated) {
      tell(ADDED, "repeated", found, gap.question(), pointer, row.place(), null, record(row));
    } else if (gap instanceof Changed changed) {
      key(row, changed);
      items(row, changed);
    }
  }

  private static RecordRef record(Row row) {
    return RecordRef.named(row.key().label(), row.index() + 1L);
  }

  private void key(Row row, Changed gap) {
    var found = gap.found();
    var different = new HashSet<>(row.key().differences(found.key()));
    if (row.writesMunicipio() && !found.writesMunicipio()) {
      different.add(RowKey.COD_MUNICIPIO);
    }
    for (var name : RowKey.ATTRIBUTES) {
      if (different.contains(name)) {
        var cell = Optional.ofNullable(row.written().get(name));
        var pointer = "/ente/" + row.index() + cell.map(written -> "/" + name).orElse("");
        // What the payload leaves out has no place but the row.
        var expected = cell.orElseGet(() -> new Cell(Cell.Kind.TEXT, "", row.place()));
        changed(expected, Optional.ofNullable(found.written().get(name)), name, pointer, gap, row);
      }
    }
  }

  private void items(Row row, Changed gap) {
    var list = "/ente/" + row.index() + "/" + method.list();
    for (var pair : ItemPairs.different(method, row.items(), gap.found().items())) {
      if (pair.expected().isEmpty()) {
        var label = Shown.of(pair.found().orElseThrow().label(method));
        var found = Map.<String, Object>of("found", label);
        tell(ADDED, "", found, gap.question(), list, row.listPlace(), null, record(row));
        continue;
      }
      var item = pair.expected().get();
      var pointer = list + "/" + item.index();
      if (pair.found().isPresent()) {
        item(item, pair.found().get(), pointer, gap, row);
      } else {
        var expected = Map.<String, Object>of("expected", Shown.of(item.label(method)));
        tell(MISSING, "", expected, gap.question(), pointer, item.place(), null, record(row));
      }
    }
  }

  private void item(Item expected, Item found, String pointer, Changed gap, Row row) {
    for (int i = 0; i < expected.cells().size(); i++) {
      var cell = expected.cells().get(i);
      if (cell.isPresent() && !expected.meaning(method, i).equals(found.meaning(method, i))) {
        // An item that is a text itself has no attribute in the document.
        var name = method.plainItems() ? "" : method.attributes().get(i).name();
        var at = name.isEmpty() ? pointer : pointer + "/" + name;
        changed(cell.get(), found.cells().get(i), name, at, gap, row);
      }
    }
  }

  private void changed(
      Cell expected, Optional<Cell> found, String attribute, String pointer, Changed gap, Row row) {
    var shown = Shown.of(expected.text(), found.map(Cell::text).orElse(""));
    var arguments = new HashMap<String, Object>();
    if (!attribute.isEmpty()) {
      arguments.put("attribute", attribute);
    }
    arguments.put("expected", quoted(expected, shown.expected()));
    found.ifPresent(cell -> arguments.put("found", quoted(cell, shown.found())));
    var variant = found.isEmpty() ? "missing" : "";
    var value = Shown.of(expected.text());
    tell(
        CHANGED, variant, arguments, gap.question(), pointer, expected.place(), value, record(row));
  }

  /** Texts in quotes, so that one sees where they end. */
  private static String quoted(Cell cell, String shown) {
    return cell.kind() == Cell.Kind.TEXT ? '"' + shown + '"' : shown;
  }

  private void tell(
      String ruleId,
      String variant,
      Map<String, Object> arguments,
      Question question,
      String pointer,
      Place place,
      String value,
      RecordRef record) {
    if (!told.add(new Told(ruleId, variant, pointer, arguments.getOrDefault("found", "")))) {
      return;
    }
    var all = new HashMap<>(arguments);
    all.put("query", question.text());
    var rule = rules.rule(ruleId);
    listener.accept(
        new Violation(
            rule,
            rule.severity(),
            variant,
            all,
            pointer,
            place.line(),
            place.column(),
            place.offset(),
            rule.clauseText(),
            value,
            record,
            place.excerpt()));
  }
}
