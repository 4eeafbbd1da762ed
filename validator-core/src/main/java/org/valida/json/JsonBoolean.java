package org.valida.json;

/**
 * True or false.
 *
 * @param position of its first byte
 */
public record JsonBoolean(boolean value, Position position) implements JsonValue {

  public JsonBoolean(boolean value) {
    this(value, Position.NONE);
  }

  @Override
  public boolean isTrue() {
    return value;
  }

  @Override
  public boolean sameAs(JsonValue other) {
    return other instanceof JsonBoolean that && value == that.value;
  }

  @Override
  public void canonical(StringBuilder text) {
    text.append(value);
  }
}
