package org.valida.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.valida.json.Decimal;
import org.valida.json.JsonArray;
import org.valida.json.JsonBoolean;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.text.Draft;
import org.valida.text.TextPattern;

/**
 * What a schema gives its keywords, each in the form that it must have; any other is a {@link
 * SchemaException} with its place.
 */
final class KeywordValues {

  private final String file;

  /**
   * @param file how messages name the schema
   */
  KeywordValues(String file) {
    this.file = file;
  }

  SchemaException broken(JsonValue at, String message) {
    return new SchemaException(file, at.line(), at.column(), message);
  }

  String text(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.string();
    }
    throw broken(value, "a text is due here");
  }

  /** A whole number from 0 on; where it is greater than any, the greatest. */
  long count(JsonObject schema, String keyword, long otherwise) {
    var value = schema.member(keyword).orElse(null);
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof JsonNumber number)
        || !number.value().isInteger()
        || number.value().signum() < 0) {
      throw broken(value, keyword + " must be a whole number from 0 on");
    }
    var whole = number.value().whole();
    if (whole.isPresent()) {
      return whole.getAsLong();
    }
    var most = Decimal.of(Long.toString(Long.MAX_VALUE));
    return number.value().compareTo(most) >= 0
        ? Long.MAX_VALUE
        : new BigDecimal(number.raw()).longValueExact();
  }

  /** False where the keyword is missing. */
  boolean flag(JsonObject schema, String keyword) {
    var value = schema.member(keyword).orElse(null);
    if (value != null && !(value instanceof JsonBoolean)) {
      throw broken(value, keyword + " must be true or false");
    }
    return value != null && value.isTrue();
  }

  /** Null where the keyword is missing. */
  Decimal number(JsonObject schema, String keyword) {
    var value = schema.member(keyword).orElse(null);
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonNumber number)) {
      throw broken(value, keyword + " must be a number");
    }
    return number.value();
  }

  TextPattern pattern(JsonValue value) {
    if (!(value instanceof JsonString text)) {
      throw broken(value, "a pattern must be a text");
    }
    return pattern(value, text.string());
  }

  /**
   * A pattern that is a name of a schema.
   *
   * @param at what has the name
   */
  TextPattern pattern(JsonValue at, String text) {
    try {
      return TextPattern.compile(text);
    } catch (IllegalArgumentException e) {
      throw broken(at, e.getMessage());
    }
  }

  List<String> names(JsonValue value, Draft draft) {
    if (!(value instanceof JsonArray list)) {
      if (draft == Draft.DRAFT4 && value instanceof JsonBoolean) {
        throw broken(value, "required must be a list of names (a boolean is of draft 3)");
      }
      throw broken(value, "a list of names is due here");
    }
    var names = new ArrayList<String>();
    for (var name : list.elements()) {
      if (!(name instanceof JsonString text)) {
        throw broken(name, "a name must be a text");
      }
      names.add(text.string());
    }
    return List.copyOf(names);
  }

  JsonObject object(JsonValue value, String keyword) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw broken(value, keyword + " must be an object");
  }
}
