package org.valida.rule;

import static org.valida.rule.KeywordParts.key;
import static org.valida.rule.KeywordParts.member;
import static org.valida.rule.KeywordParts.number;
import static org.valida.rule.KeywordParts.texts;

import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.schema.Value;

/** The keywords about what a value means: tables, dates, expectations. */
final class MeaningKeywords {

  private MeaningKeywords() {}

  static void apply(KeywordContext schema) {
    schema
        .keyword("x-shape")
        .ifPresent(
            value ->
                schema.meaning(
                    new Shape(
                        schema.rule(member(schema, value, "rule")),
                        texts(member(schema, value, "any")),
                        value.member("strip").map(JsonValue::string).orElse(""))));
    text(schema);
    schema.keyword("x-date").ifPresent(value -> date(schema, value));
    schema.keyword("x-table").ifPresent(value -> schema.meaning(lookup(schema, value)));
    schema
        .keyword("x-prefix-table")
        .ifPresent(
            value ->
                schema.meaning(
                    new PrefixLookup(
                        schema.table(member(schema, value, "table")).index(key(value), 1),
                        (int) number(schema, member(schema, value, "digits")),
                        schema.rule(member(schema, value, "rule")))));
    schema.keyword("x-expect").ifPresent(value -> schema.meaning(expectation(schema, value)));
  }

  /** What is looked for in every text that no form guards, in contracts and in any other schema. */
  static void text(KeywordContext schema) {
    if (schema.admits(Value.STRING)
        && !schema.hasAny(
            "x-rule",
            "pattern",
            "format",
            "enum",
            "const",
            "x-digits",
            "x-timestamp",
            "x-date",
            "x-check")) {
      schema.meaning(
          new TextQuality(schema.builtIn("text-whitespace"), schema.builtIn("text-mojibake")));
    }
  }

  private static void date(KeywordContext schema, JsonValue value) {
    var date =
        new DateText(
            schema.rule(member(schema, value, "format")),
            schema.rule(member(schema, value, "invalid")),
            value.member("implausible").map(schema::rule).orElse(null),
            value.member("future").map(schema::rule).orElse(null),
            value.member("future-years").map(years -> number(schema, years)).orElse(0L));
    schema.form(date);
    schema.meaning(date.meaning());
  }

  private static CodeLookup lookup(KeywordContext schema, JsonValue value) {
    return new CodeLookup(
        schema.table(member(schema, value, "table")),
        key(value),
        new CodeLookup.Rules(
            schema.rule(member(schema, value, "unknown")),
            value.member("extra").map(schema::rule).orElse(null),
            value.member("not-in-force").map(schema::rule).orElse(null),
            value.member("year").map(schema::around).orElse(null),
            value.member("longer").map(JsonValue::isTrue).orElse(false)));
  }

  private static Expectation expectation(KeywordContext schema, JsonValue value) {
    var maximum = value.member("maximum");
    boolean toThisYear = maximum.filter(m -> m instanceof JsonString).isPresent();
    return new Expectation(
        schema.rule(value),
        value.member("minimum").map(bound -> number(schema, bound)).orElse(null),
        toThisYear ? null : maximum.map(bound -> number(schema, bound)).orElse(null),
        toThisYear);
  }
}
