package org.valida.rule;

import static org.valida.rule.KeywordParts.member;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.violation.Severity;

/** The keywords about names of attributes and about records. */
final class NameKeywords {

  /** In the order in which they are applied. */
  private static final List<String> KEYWORDS =
      List.of("x-names", "x-unknown", "x-aliases", "x-record");

  private NameKeywords() {}

  static void apply(KeywordContext schema) {
    for (var keyword : KEYWORDS) {
      var value = schema.keyword(keyword);
      if (value.isPresent()) {
        apply(schema, keyword, value.get());
      }
    }
  }

  private static void apply(KeywordContext schema, String keyword, JsonValue value) {
    switch (keyword) {
      case "x-names" -> schema.lowercaseNames();
      case "x-unknown" -> schema.strangers(severity(value));
      case "x-aliases" -> {
        for (var alias : value.members().entrySet()) {
          schema.alias(alias.getValue(), alias.getKey(), schema.builtIn("attribute-alias"));
        }
      }
      case "x-record" -> {
        var groups = value.member("groups");
        schema.record(
            member(schema, value, "name").string(),
            member(schema, value, "label").string(),
            groups.isPresent() ? groups.get().members() : Map.of());
      }
      default -> throw new IllegalArgumentException(keyword);
    }
  }

  private static Severity severity(JsonValue value) {
    return Severity.valueOf(value.string().toUpperCase(Locale.ROOT));
  }
}
