package org.valida.document;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.valida.violation.Failure;
import org.valida.violation.NearestName;
import org.valida.violation.Violation;

/**
 * Says what is wrong with a document in the words of its writer: keys and values, where the engine
 * speaks of attributes and contracts.
 */
final class Wrong {

  private Wrong() {}

  static Failure of(Violation violation, Place place) {
    var arguments = new HashMap<String, Object>();
    arguments.put("name", name(violation.pointer()));
    arguments.put("value", violation.value().orElse("…"));
    var kind =
        switch (violation.rule().id()) {
          case "schema-unknown-attribute" -> {
            copy(violation, "name", arguments);
            copy(violation, "suggestion", arguments);
            yield "document-key-unknown";
          }
          case "schema-required" -> {
            copy(violation, "name", arguments);
            yield "document-key-missing";
          }
          case "json-duplicate-name" -> {
            copy(violation, "name", arguments);
            yield "document-key-twice";
          }
          case "schema-type" -> {
            arguments.put("expected", types(violation));
            yield arguments.get("name").equals("") ? "document-shape.root" : "document-shape";
          }
          case "schema-enum", "schema-const" -> {
            var allowed = allowed(violation);
            arguments.put("expected", String.join(", ", allowed));
            if (allowed.size() > 1) {
              NearestName.of(violation.value().orElse(""), allowed)
                  .ifPresent(nearest -> arguments.put("suggestion", nearest));
            }
            yield "document-value";
          }
          case "schema-pattern", "schema-format" -> {
            // The words for the form stand under the name of the key.
            arguments.put("expected", arguments.get("name"));
            yield "document-value";
          }
          case "schema-range" -> {
            var limit = String.valueOf(violation.arguments().get("limit"));
            arguments.put("limit", new BigDecimal(limit).toPlainString());
            yield "document-" + violation.variant();
          }
          case "schema-length", "schema-items" -> "document-empty";
          case "json-syntax", "json-encoding" -> "document-json";
          default -> "document-wrong";
        };
    return new Failure(kind, place.toString(), arguments);
  }

  private static void copy(Violation violation, String name, Map<String, Object> arguments) {
    var value = violation.arguments().get(name);
    if (value != null && !value.equals("")) {
      arguments.put(name, value);
    }
  }

  /** The key whose value is meant, or which holds the list whose item is meant. */
  private static String name(String pointer) {
    var names =
        Stream.of(pointer.split("/", -1)).skip(1).filter(step -> !step.matches("[0-9]+")).toList();
    return names.isEmpty() ? "" : names.get(names.size() - 1).replace("~1", "/").replace("~0", "~");
  }

  /** As in {@code array-string}. */
  private static String types(Violation violation) {
    return String.valueOf(violation.arguments().get("expected")).replace(" or ", "-");
  }

  private static List<String> allowed(Violation violation) {
    return Stream.of(String.valueOf(violation.arguments().get("expected")).split(", ", -1))
        .map(text -> text.replaceAll("^\"|\"$", ""))
        .toList();
  }
}
