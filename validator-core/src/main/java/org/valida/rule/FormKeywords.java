package org.valida.rule;

import static org.valida.rule.KeywordParts.key;
import static org.valida.rule.KeywordParts.member;
import static org.valida.rule.KeywordParts.number;

import java.util.ArrayList;
import java.util.List;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.schema.Value;

/** The keywords about how a value is written. */
final class FormKeywords {

  private FormKeywords() {}

  static void apply(KeywordContext schema) {
    schema.keyword("x-rule").ifPresent(value -> schema.formRule(schema.rule(value)));
    schema.keyword("x-length-rule").ifPresent(value -> schema.lengthRule(schema.rule(value)));
    schema.keyword("x-type-rules").ifPresent(value -> typeRules(schema, value));
    schema
        .keyword("x-hints")
        .ifPresent(value -> value.elements().forEach(hint -> hint(schema, hint)));
    schema.keyword("x-blank").ifPresent(value -> schema.form(new BlankText(null)));
    schema
        .keyword("x-optional")
        .ifPresent(value -> schema.form(new BlankText(schema.builtIn("value-empty"))));
    schema
        .keyword("x-empty-rule")
        .ifPresent(value -> schema.form(new EmptyText(schema.rule(value))));
    schema
        .keyword("x-digits")
        .ifPresent(
            value ->
                schema.form(
                    new DigitText(
                        value.string().equals("warning")
                            ? schema.builtIn("number-as-string")
                            : null)));
    schema.keyword("x-table").ifPresent(value -> codeForm(schema, value));
    schema.keyword("x-decimal").ifPresent(value -> decimal(schema, value));
    schema
        .keyword("x-timestamp")
        .ifPresent(
            value ->
                schema.form(
                    new Timestamp(
                        schema
                            .formRule()
                            .orElseThrow(
                                () -> schema.broken(value, "x-timestamp needs an x-rule")))));
    schema.keyword("x-check").ifPresent(value -> personNumber(schema, value));
  }

  private static void typeRules(KeywordContext schema, JsonValue value) {
    value
        .members()
        .forEach(
            (type, rule) ->
                schema.typeRule(
                    switch (type) {
                      case "null" -> Value.NULL;
                      case "boolean" -> Value.BOOLEAN;
                      case "integer" -> Value.INTEGER;
                      case "number" -> Value.INTEGER | Value.NUMBER;
                      case "string" -> Value.STRING;
                      case "array" -> Value.ARRAY;
                      case "object" -> Value.OBJECT;
                      default -> throw schema.broken(rule, "there is no JSON type " + type);
                    },
                    schema.rule(rule)));
  }

  private static void hint(KeywordContext schema, JsonValue hint) {
    schema.hint(
        member(schema, hint, "variant").string(),
        number(schema, member(schema, hint, "minimum")),
        number(schema, member(schema, hint, "maximum")));
  }

  private static void decimal(KeywordContext schema, JsonValue value) {
    var parts = value.elements();
    schema.form(
        new ExactDecimal(
            (int) number(schema, parts.get(0)),
            (int) number(schema, parts.get(1)),
            schema.formRule().orElseThrow(() -> schema.broken(value, "x-decimal needs an x-rule")),
            schema.builtIn("decimal-trailing-zeros"),
            schema.builtIn("decimal-exponent")));
  }

  private static void personNumber(KeywordContext schema, JsonValue value) {
    var kind =
        switch (member(schema, value, "kind").string()) {
          case "cpf" -> PersonNumber.Kind.CPF;
          case "nis" -> PersonNumber.Kind.NIS;
          case "cpf-or-nis" -> PersonNumber.Kind.CPF_OR_NIS;
          default -> throw schema.broken(value, "kind must be cpf, nis or cpf-or-nis");
        };
    schema.form(
        new PersonNumber(
            kind,
            schema.rule(member(schema, value, "format")),
            schema.rule(member(schema, value, "digits"))));
  }

  private static void codeForm(KeywordContext schema, JsonValue value) {
    boolean counted = value.member("digits").isPresent();
    if (!counted && value.member("refused").isEmpty()) {
      return;
    }
    var refused = new ArrayList<CodeForm.Refused>();
    value
        .member("refused")
        .ifPresent(
            map ->
                map.members()
                    .forEach(
                        (number, rule) ->
                            refused.add(
                                new CodeForm.Refused(Long.parseLong(number), schema.rule(rule)))));
    var prefix = value.member("prefix");
    schema.form(
        new CodeForm(
            schema.table(member(schema, value, "table")),
            key(value),
            List.copyOf(refused),
            counted ? (int) number(schema, member(schema, value, "digits")) : 0,
            prefix.map(p -> (int) number(schema, member(schema, p, "digits"))).orElse(0),
            prefix.map(p -> schema.rule(member(schema, p, "rule"))).orElse(null),
            schema
                .formRule()
                .orElseThrow(() -> schema.broken(value, "digits and refused need an x-rule"))));
  }
}
