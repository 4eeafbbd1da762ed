package org.valida.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.valida.json.JsonArray;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonValue;

/**
 * What the valid payloads of one contract show of its attributes. A place is a pointer with a star
 * for each index.
 */
final class AttributeUse {

  private final Map<String, Map<String, Integer>> attributes = new HashMap<>();
  private final Map<String, Integer> objects = new HashMap<>();
  private final Set<String> decimals = new HashSet<>();

  void add(JsonValue payload) {
    add(payload, "");
  }

  private void add(JsonValue value, String place) {
    if (value instanceof JsonObject object) {
      objects.merge(place, 1, Integer::sum);
      object
          .members()
          .forEach(
              (name, its) -> {
                attributes
                    .computeIfAbsent(place, p -> new TreeMap<>())
                    .merge(name, 1, Integer::sum);
                add(its, place + "/" + name);
              });
    } else if (value instanceof JsonArray array) {
      array.elements().forEach(element -> add(element, place + "/*"));
    } else if (value instanceof JsonNumber number && number.raw().contains(".")) {
      decimals.add(place);
    }
  }

  /** The names that some objects at this place have and others do without. */
  List<String> optional(String place) {
    return attributes.getOrDefault(place, Map.of()).entrySet().stream()
        .filter(attribute -> attribute.getValue() < objects.get(place))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the numbers at this place are amounts rather than codes and counts. */
  boolean isDecimal(String place) {
    return decimals.contains(place);
  }
}
