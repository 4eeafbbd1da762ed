package org.valida.json;

import java.util.List;

/**
 * An array.
 *
 * @param elements in their order; unmodifiable
 * @param position of its opening bracket
 */
public record JsonArray(List<JsonValue> elements, Position position) implements JsonValue {

  public JsonArray {
    elements = List.copyOf(elements);
  }

  public JsonArray(List<JsonValue> elements) {
    this(elements, Position.NONE);
  }

  @Override
  public boolean sameAs(JsonValue other) {
    if (!(other instanceof JsonArray that) || elements.size() != that.elements.size()) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      if (!elements.get(i).sameAs(that.elements.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void canonical(StringBuilder text) {
    char separator = '[';
    for (var element : elements) {
      text.append(separator);
      element.canonical(text);
      separator = ',';
    }
    text.append(elements.isEmpty() ? "[]" : "]");
  }
}
