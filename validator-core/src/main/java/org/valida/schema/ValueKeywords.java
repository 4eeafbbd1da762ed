package org.valida.schema;

import java.util.List;
import org.valida.json.JsonArray;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.text.Draft;
import org.valida.text.TextFormats;

/** Compiles the keywords of JSON Schema that ask something of a value without looking into it. */
final class ValueKeywords {

  private final KeywordValues values;

  ValueKeywords(KeywordValues values) {
    this.values = values;
  }

  void compile(Node node, JsonObject schema, Draft draft) {
    types(node, schema);
    strings(node, schema, draft);
    numbers(node, schema, draft);
    listed(node, schema, draft);
  }

  private void types(Node node, JsonObject schema) {
    schema
        .member("type")
        .ifPresent(
            type -> {
              node.typed = true;
              node.types = 0;
              var names = type instanceof JsonArray list ? list.elements() : List.of(type);
              for (var name : names) {
                node.types |= type(name);
              }
            });
  }

  private int type(JsonValue name) {
    if (!(name instanceof JsonString text)) {
      throw values.broken(name, "type must be the name of a JSON type, or a list of them");
    }
    return switch (text.string()) {
      case "null" -> Value.NULL;
      case "boolean" -> Value.BOOLEAN;
      case "integer" -> Value.INTEGER;
      case "number" -> Value.INTEGER | Value.NUMBER;
      case "string" -> Value.STRING;
      case "array" -> Value.ARRAY;
      case "object" -> Value.OBJECT;
      default -> throw values.broken(name, "there is no JSON type " + text.string());
    };
  }

  private void strings(Node node, JsonObject schema, Draft draft) {
    long minimum = values.count(schema, "minLength", 0);
    long maximum = values.count(schema, "maxLength", Long.MAX_VALUE);
    var pattern = schema.member("pattern").map(values::pattern).orElse(null);
    var format =
        schema
            .member("format")
            .filter(JsonString.class::isInstance)
            .flatMap(f -> TextFormats.of(f.string(), draft))
            .orElse(null);
    if (minimum > 0 || maximum != Long.MAX_VALUE || pattern != null || format != null) {
      node.strings = new StringChecks(minimum, maximum, pattern, format);
    }
  }

  private void numbers(Node node, JsonObject schema, Draft draft) {
    var minimum = values.number(schema, "minimum");
    var maximum = values.number(schema, "maximum");
    boolean exclusiveMinimum = false;
    boolean exclusiveMaximum = false;
    if (draft == Draft.DRAFT4) {
      exclusiveMinimum = values.flag(schema, "exclusiveMinimum");
      exclusiveMaximum = values.flag(schema, "exclusiveMaximum");
    } else {
      var above = values.number(schema, "exclusiveMinimum");
      if (above != null && (minimum == null || above.compareTo(minimum) >= 0)) {
        minimum = above;
        exclusiveMinimum = true;
      }
      var below = values.number(schema, "exclusiveMaximum");
      if (below != null && (maximum == null || below.compareTo(maximum) <= 0)) {
        maximum = below;
        exclusiveMaximum = true;
      }
    }
    var multipleOf = values.number(schema, "multipleOf");
    if (multipleOf != null && multipleOf.signum() <= 0) {
      throw values.broken(
          schema.member("multipleOf").orElseThrow(), "multipleOf must be greater than 0");
    }
    if (minimum != null || maximum != null || multipleOf != null) {
      node.numbers =
          NumberChecks.of(minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf);
    }
  }

  private void listed(Node node, JsonObject schema, Draft draft) {
    schema
        .member("enum")
        .ifPresent(
            value -> {
              if (!(value instanceof JsonArray list)) {
                throw values.broken(value, "enum must be a list of values");
              }
              node.allow(list.elements());
              if (node.allowed.isEmpty()) {
                node.never = true;
              }
            });
    if (draft != Draft.DRAFT4) {
      node.constant = schema.member("const").orElse(null);
    }
  }
}
