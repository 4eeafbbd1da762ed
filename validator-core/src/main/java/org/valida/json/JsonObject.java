package org.valida.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object.
 *
 * @param members in the order in which they were written; unmodifiable
 * @param position of its opening bracket
 */
public record JsonObject(Map<String, JsonValue> members, Position position) implements JsonValue {

  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  public JsonObject(Map<String, JsonValue> members) {
    this(members, Position.NONE);
  }

  @Override
  public Optional<JsonValue> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  @Override
  public boolean sameAs(JsonValue other) {
    if (!(other instanceof JsonObject that) || members.size() != that.members.size()) {
      return false;
    }
    for (var member : members.entrySet()) {
      var counterpart = that.members.get(member.getKey());
      if (counterpart == null || !member.getValue().sameAs(counterpart)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void canonical(StringBuilder text) {
    char separator = '{';
    for (var member : new TreeMap<>(members).entrySet()) {
      text.append(separator);
      Escapes.quote(member.getKey(), text);
      text.append(':');
      member.getValue().canonical(text);
      separator = ',';
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }
}
