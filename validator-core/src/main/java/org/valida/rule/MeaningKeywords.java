package org.valida.rule;

import static org.valida.rule.KeywordParts.key;
import static org.valida.rule.KeywordParts.member;
import static org.valida.rule.KeywordParts.number;
import static org.valida.rule.KeywordParts.ruleOrNull;
import static org.valida.rule.KeywordParts.texts;

import java.util.List;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.schema.Value;

/** The keywords about what a value means: tables, dates, expectations. */
final class MeaningKeywords {

  /** In the order in which they are applied. */
  private static final List<String> KEYWORDS =
      List.of("x-date", "x-table", "x-prefix-table", "x-expect");

  private MeaningKeywords() {}

  static void apply(KeywordContext schema) {
    var shape = schema.keyword("x-shape");
    if (shape.isPresent()) {
      schema.meaning(shape(schema, shape.get()));
    }
    text(schema);
    for (var keyword : KEYWORDS) {
      var value = schema.keyword(keyword);
      if (value.isPresent()) {
        apply(schema, keyword, value.get());
      }
    }
  }

  private static void apply(KeywordContext schema, String keyword, JsonValue value) {
    switch (keyword) {
      case "x-date" -> date(schema, value);
      case "x-table" -> schema.meaning(lookup(schema, value));
      case "x-prefix-table" ->
          schema.meaning(
              new PrefixLookup(
                  schema.table(member(schema, value, "table")).index(key(value), 1),
                  (int) number(schema, member(schema, value, "digits")),
                  schema.rule(member(schema, value, "rule"))));
      case "x-expect" -> schema.meaning(expectation(schema, value));
      default -> throw new IllegalArgumentException(keyword);
    }
  }

  private static Shape shape(KeywordContext schema, JsonValue value) {
    return new Shape(
        schema.rule(member(schema, value, "rule")),
        texts(member(schema, value, "any")),
        KeywordParts.text(value, "strip", ""));
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
            ruleOrNull(schema, value, "implausible"),
            ruleOrNull(schema, value, "future"),
            number(schema, value, "future-years", 0));
    schema.form(date);
    schema.meaning(date.meaning());
  }

  private static CodeLookup lookup(KeywordContext schema, JsonValue value) {
    var year = value.member("year");
    var longer = value.member("longer");
    return new CodeLookup(
        schema.table(member(schema, value, "table")),
        key(value),
        new CodeLookup.Rules(
            schema.rule(member(schema, value, "unknown")),
            ruleOrNull(schema, value, "extra"),
            ruleOrNull(schema, value, "not-in-force"),
            year.isPresent() ? schema.around(year.get()) : null,
            longer.isPresent() && longer.get().isTrue()));
  }

  private static Expectation expectation(KeywordContext schema, JsonValue value) {
    var minimum = value.member("minimum");
    var maximum = value.member("maximum");
    boolean toThisYear = maximum.isPresent() && maximum.get() instanceof JsonString;
    return new Expectation(
        schema.rule(value),
        minimum.isPresent() ? (Long) number(schema, minimum.get()) : null,
        toThisYear || maximum.isEmpty() ? null : (Long) number(schema, maximum.get()),
        toThisYear);
  }
}
