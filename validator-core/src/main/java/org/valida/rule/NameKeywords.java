package org.valida.rule;

import static org.valida.rule.KeywordParts.member;

import java.util.Locale;
import java.util.Map;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.violation.Severity;

/** The keywords about names of attributes and about records. */
final class NameKeywords {

  private NameKeywords() {}

  static void apply(KeywordContext schema) {
    schema.keyword("x-names").ifPresent(value -> schema.lowercaseNames());
    schema.keyword("x-unknown").ifPresent(value -> schema.strangers(severity(value)));
    schema
        .keyword("x-aliases")
        .ifPresent(
            value ->
                value
                    .members()
                    .forEach(
                        (alias, attribute) ->
                            schema.alias(attribute, alias, schema.builtIn("attribute-alias"))));
    schema
        .keyword("x-record")
        .ifPresent(
            value ->
                schema.record(
                    member(schema, value, "name").string(),
                    member(schema, value, "label").string(),
                    value.member("groups").map(JsonValue::members).orElse(Map.of())));
  }

  private static Severity severity(JsonValue value) {
    return Severity.valueOf(value.string().toUpperCase(Locale.ROOT));
  }
}
