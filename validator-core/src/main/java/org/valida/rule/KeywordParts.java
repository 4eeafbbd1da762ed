package org.valida.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;

/**
 * What keywords are made of; each part that is missing or of another kind is told with its place.
 */
final class KeywordParts {

  private KeywordParts() {}

  static void each(KeywordContext schema, String keyword, Consumer<JsonValue> use) {
    schema.keyword(keyword).ifPresent(list -> list.elements().forEach(use));
  }

  static JsonValue member(KeywordContext schema, JsonValue value, String name) {
    if (!(value instanceof JsonObject)) {
      throw schema.broken(value, "an object with " + name + " is due here");
    }
    return value.member(name).orElseThrow(() -> schema.broken(value, name + " is missing here"));
  }

  static long number(KeywordContext schema, JsonValue value) {
    if (value instanceof JsonNumber number && number.raw().matches("-?[0-9]{1,18}")) {
      return Long.parseLong(number.raw());
    }
    throw schema.broken(value, "a whole number is due here");
  }

  static Set<Long> numbers(KeywordContext schema, JsonValue list) {
    var numbers = new LinkedHashSet<Long>();
    list.elements().forEach(element -> numbers.add(number(schema, element)));
    return Set.copyOf(numbers);
  }

  static List<String> texts(JsonValue list) {
    return list.elements().stream().map(JsonValue::string).toList();
  }

  static int[] slots(KeywordContext schema, List<JsonValue> attributes) {
    return attributes.stream().mapToInt(schema::slot).toArray();
  }

  static String key(JsonValue table) {
    return table.member("key").map(JsonValue::string).orElse("code");
  }
}
