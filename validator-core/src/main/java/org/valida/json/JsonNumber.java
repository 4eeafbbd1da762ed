package org.valida.json;

import java.util.Objects;

/**
 * A number.
 *
 * @param raw as it was written
 * @param position of its first byte
 */
public record JsonNumber(String raw, Position position) implements JsonValue {

  public JsonNumber {
    Objects.requireNonNull(raw);
  }

  public JsonNumber(String raw) {
    this(raw, Position.NONE);
  }

  /**
   * Its exact value.
   *
   * @throws NumberFormatException if this was made from a text that is no number
   */
  public Decimal value() {
    return Decimal.of(raw);
  }

  @Override
  public boolean sameAs(JsonValue other) {
    return other instanceof JsonNumber that
        && (raw.equals(that.raw) || value().equals(that.value()));
  }

  @Override
  public void canonical(StringBuilder text) {
    text.append(value());
  }
}
