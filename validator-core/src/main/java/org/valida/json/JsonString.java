package org.valida.json;

import java.util.Objects;

/**
 * A text.
 *
 * @param value its characters, escapes decoded; may hold lone surrogates
 * @param position of its opening quote
 */
public record JsonString(String value, Position position) implements JsonValue {

  public JsonString {
    Objects.requireNonNull(value);
  }

  public JsonString(String value) {
    this(value, Position.NONE);
  }

  @Override
  public String string() {
    return value;
  }

  @Override
  public boolean sameAs(JsonValue other) {
    return other instanceof JsonString that && value.equals(that.value);
  }

  @Override
  public void canonical(StringBuilder text) {
    Escapes.quote(value, text);
  }
}
