package org.valida.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.schema.RuleUse;

/**
 * What keywords are made of; each part that is missing or of another kind is told with its place.
 *
 * <p>Contracts are compiled at each start, so the way through them is written without lambdas, here
 * and in the classes that use this: Java 17 links each of them anew, and a small payload is judged
 * in less time than a hundred of them take.
 */
final class KeywordParts {

  private KeywordParts() {}

  static JsonValue member(KeywordContext schema, JsonValue value, String name) {
    if (!(value instanceof JsonObject)) {
      throw schema.broken(value, "an object with " + name + " is due here");
    }
    var member = value.member(name);
    if (member.isEmpty()) {
      throw schema.broken(value, name + " is missing here");
    }
    return member.get();
  }

  static long number(KeywordContext schema, JsonValue value) {
    if (value instanceof JsonNumber number && isWhole(number.raw())) {
      return Long.parseLong(number.raw());
    }
    throw schema.broken(value, "a whole number is due here");
  }

  /** Whether it is written with up to 18 digits and nothing else. */
  private static boolean isWhole(String raw) {
    int first = raw.startsWith("-") ? 1 : 0;
    for (int i = first; i < raw.length(); i++) {
      if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
        return false;
      }
    }
    return raw.length() > first && raw.length() <= first + 18;
  }

  static Set<Long> numbers(KeywordContext schema, JsonValue list) {
    var numbers = new LinkedHashSet<Long>();
    for (var element : list.elements()) {
      numbers.add(number(schema, element));
    }
    return Set.copyOf(numbers);
  }

  static List<String> texts(JsonValue list) {
    return texts(list.elements());
  }

  static List<String> texts(Collection<JsonValue> values) {
    var texts = new ArrayList<String>();
    for (var value : values) {
      texts.add(value.string());
    }
    return List.copyOf(texts);
  }

  /** The rule that a member names; null where there is none. */
  static RuleUse ruleOrNull(KeywordContext schema, JsonValue value, String name) {
    var rule = value.member(name);
    return rule.isPresent() ? schema.rule(rule.get()) : null;
  }

  /** A whole number that may be left out. */
  static long number(KeywordContext schema, JsonValue value, String name, long otherwise) {
    var number = value.member(name);
    return number.isPresent() ? number(schema, number.get()) : otherwise;
  }

  /** A text that may be left out. */
  static String text(JsonValue value, String name, String otherwise) {
    var text = value.member(name);
    return text.isPresent() ? text.get().string() : otherwise;
  }

  static int[] slots(KeywordContext schema, List<JsonValue> attributes) {
    var slots = new int[attributes.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = schema.slot(attributes.get(i));
    }
    return slots;
  }

  static String key(JsonValue table) {
    return text(table, "key", "code");
  }
}
