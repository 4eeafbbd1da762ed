package org.valida.json;

/**
 * Null.
 *
 * @param position of its first byte
 */
public record JsonNull(Position position) implements JsonValue {

  public JsonNull() {
    this(Position.NONE);
  }

  @Override
  public boolean sameAs(JsonValue other) {
    return other instanceof JsonNull;
  }

  @Override
  public void canonical(StringBuilder text) {
    text.append("null");
  }
}
