package org.valida.rule;

import static org.valida.rule.KeywordParts.key;
import static org.valida.rule.KeywordParts.member;
import static org.valida.rule.KeywordParts.number;

import java.util.ArrayList;
import java.util.List;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.schema.RuleUse;
import org.valida.schema.Value;

/** The keywords about how a value is written. */
final class FormKeywords {

  /** In the order in which they are applied. */
  private static final List<String> KEYWORDS =
      List.of(
          "x-rule",
          "x-length-rule",
          "x-type-rules",
          "x-hints",
          "x-blank",
          "x-optional",
          "x-empty-rule",
          "x-digits",
          "x-table",
          "x-decimal",
          "x-timestamp",
          "x-check");

  private FormKeywords() {}

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
      case "x-rule" -> schema.formRule(schema.rule(value));
      case "x-length-rule" -> schema.lengthRule(schema.rule(value));
      case "x-type-rules" -> typeRules(schema, value);
      case "x-hints" -> {
        for (var hint : value.elements()) {
          hint(schema, hint);
        }
      }
      case "x-blank" -> schema.form(new BlankText(null));
      case "x-optional" -> schema.form(new BlankText(schema.builtIn("value-empty")));
      case "x-empty-rule" -> schema.form(new EmptyText(schema.rule(value)));
      case "x-digits" ->
          schema.form(
              new DigitText(
                  value.string().equals("warning") ? schema.builtIn("number-as-string") : null));
      case "x-table" -> codeForm(schema, value);
      case "x-decimal" -> decimal(schema, value);
      case "x-timestamp" ->
          schema.form(new Timestamp(formRule(schema, value, "x-timestamp needs an x-rule")));
      case "x-check" -> personNumber(schema, value);
      default -> throw new IllegalArgumentException(keyword);
    }
  }

  /** The rule about the form, which must be there. */
  private static RuleUse formRule(KeywordContext schema, JsonValue at, String otherwise) {
    var rule = schema.formRule();
    if (rule.isEmpty()) {
      throw schema.broken(at, otherwise);
    }
    return rule.get();
  }

  private static void typeRules(KeywordContext schema, JsonValue value) {
    for (var type : value.members().entrySet()) {
      schema.typeRule(
          switch (type.getKey()) {
            case "null" -> Value.NULL;
            case "boolean" -> Value.BOOLEAN;
            case "integer" -> Value.INTEGER;
            case "number" -> Value.INTEGER | Value.NUMBER;
            case "string" -> Value.STRING;
            case "array" -> Value.ARRAY;
            case "object" -> Value.OBJECT;
            default ->
                throw schema.broken(type.getValue(), "there is no JSON type " + type.getKey());
          },
          schema.rule(type.getValue()));
    }
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
            formRule(schema, value, "x-decimal needs an x-rule"),
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
    var numbers = value.member("refused");
    if (numbers.isPresent()) {
      for (var number : numbers.get().members().entrySet()) {
        refused.add(
            new CodeForm.Refused(Long.parseLong(number.getKey()), schema.rule(number.getValue())));
      }
    }
    var prefix = value.member("prefix");
    schema.form(
        new CodeForm(
            schema.table(member(schema, value, "table")),
            key(value),
            List.copyOf(refused),
            counted ? (int) number(schema, member(schema, value, "digits")) : 0,
            prefix.isPresent() ? (int) number(schema, member(schema, prefix.get(), "digits")) : 0,
            prefix.isPresent() ? schema.rule(member(schema, prefix.get(), "rule")) : null,
            formRule(schema, value, "digits and refused need an x-rule")));
  }
}
