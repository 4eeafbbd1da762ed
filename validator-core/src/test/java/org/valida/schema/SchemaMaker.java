package org.valida.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.valida.text.Draft;

/**
 * Makes small schemas and instances over the same few names, texts and numbers, so that they often
 * fit.
 */
final class SchemaMaker {
  private static final List<String> NAMES = List.of("a", "b", "c", "ab");
  private static final List<String> TEXTS = List.of("", "a", "ab", "abc", "b1", "é", "😀", "2024");
  private static final List<String> NUMBERS =
      List.of("-3", "-1", "2", "3", "4", "5", "10", "0.5", "-2.5", "3.25", "12345678901234567890");
  private static final List<String> PATTERNS =
      List.of("a", "^a", "b$", "^[a-c]+$", "[0-9]{2}", "^.{2,3}$", "^(a|b)?$");
  private static final List<String> TYPES =
      List.of("null", "boolean", "integer", "number", "string", "array", "object");

  private final Draft draft;
  private final Random random;
  private int definitions;

  SchemaMaker(Draft draft, Random random) {
    this.draft = draft;
    this.random = random;
  }

  String document() {
    definitions = 2;
    var members = new LinkedHashMap<String, String>();
    members.put("$schema", quoted(draft.metaSchema()));
    keywords(members, 3);
    var made = new LinkedHashMap<String, String>();
    // A definition refers only to those after it, so that no schema leads back to itself.
    for (int i = 1; i >= 0; i--) {
      definitions = 1 - i;
      made.put("d" + i, schema(2));
    }
    members.put("definitions", object(made));
    return object(members);
  }

  private String schema(int depth) {
    if (draft != Draft.DRAFT4 && random.nextInt(14) == 0) {
      return random.nextInt(3) > 0 ? "true" : "false";
    }
    if (definitions > 0 && random.nextInt(10) == 0) {
      return "{\"$ref\": \"#/definitions/d" + (2 - 1 - random.nextInt(definitions)) + "\"}";
    }
    var members = new LinkedHashMap<String, String>();
    keywords(members, depth);
    return object(members);
  }

  private void keywords(Map<String, String> members, int depth) {
    if (random.nextInt(3) > 0) {
      members.put("type", random.nextInt(4) > 0 ? quoted(one(TYPES)) : list(1, 3, TYPES));
    }
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(depth > 0 ? 9 : 4)) {
        case 0 -> strings(members);
        case 1 -> numbers(members);
        case 2 -> values(members);
        case 3 -> sizes(members);
        case 4, 5 -> objects(members, depth - 1);
        case 6, 7 -> arrays(members, depth - 1);
        default -> combinations(members, depth - 1);
      }
    }
  }

  private void strings(Map<String, String> members) {
    switch (random.nextInt(3)) {
      case 0 -> members.put("minLength", number(3));
      case 1 -> members.put("maxLength", number(3));
      default -> members.put("pattern", quoted(one(PATTERNS)));
    }
  }

  private void numbers(Map<String, String> members) {
    boolean low = random.nextBoolean();
    var bound = low ? "minimum" : "maximum";
    var exclusive = low ? "exclusiveMinimum" : "exclusiveMaximum";
    switch (random.nextInt(3)) {
      case 0 -> members.put(bound, one(NUMBERS));
      case 1 -> {
        if (draft == Draft.DRAFT4) {
          members.put(bound, one(NUMBERS));
          members.put(exclusive, random.nextBoolean() ? "true" : "false");
        } else {
          members.put(exclusive, one(NUMBERS));
        }
      }
      default -> members.put("multipleOf", one(List.of("2", "0.5", "3", "0.01")));
    }
  }

  private void values(Map<String, String> members) {
    if (draft != Draft.DRAFT4 && random.nextInt(3) == 0) {
      members.put("const", constant(2));
    } else {
      members.put("enum", array(1, 5, () -> constant(1)));
    }
  }

  private void sizes(Map<String, String> members) {
    members.put(one(List.of("minItems", "maxItems", "minProperties", "maxProperties")), number(3));
  }

  private void objects(Map<String, String> members, int depth) {
    switch (random.nextInt(draft == Draft.DRAFT4 ? 6 : 7)) {
      case 0, 1 -> members.put("properties", object(map(NAMES, () -> schema(depth))));
      case 2 -> members.put("required", list(1, 2, NAMES));
      case 3 ->
          members.put(
              "patternProperties", object(map(List.of("^a", "b$", "^.$"), () -> schema(depth))));
      case 4 -> members.put("additionalProperties", random.nextBoolean() ? "false" : schema(depth));
      case 5 -> {
        // Of one kind: everit fails to describe an object schema that has both.
        boolean named = random.nextBoolean();
        members.put(
            "dependencies", object(map(NAMES, () -> named ? list(1, 2, NAMES) : schema(depth))));
      }
      default -> members.put("propertyNames", schema(0));
    }
  }

  private void arrays(Map<String, String> members, int depth) {
    switch (random.nextInt(draft == Draft.DRAFT4 ? 4 : 5)) {
      case 0 -> members.put("items", schema(depth));
      case 1 -> members.put("items", array(1, 3, () -> schema(depth)));
      case 2 -> {
        members.put("items", array(1, 3, () -> schema(depth)));
        members.put("additionalItems", random.nextBoolean() ? "false" : schema(depth));
      }
      case 3 -> members.put("uniqueItems", "true");
      default -> members.put("contains", schema(depth));
    }
  }

  private void combinations(Map<String, String> members, int depth) {
    switch (random.nextInt(draft == Draft.DRAFT7 ? 5 : 4)) {
      case 0 -> members.put("allOf", array(1, 2, () -> schema(depth)));
      case 1 -> members.put("anyOf", array(1, 3, () -> schema(depth)));
      case 2 -> members.put("oneOf", array(1, 3, () -> schema(depth)));
      case 3 -> members.put("not", schema(depth));
      default -> {
        members.put("if", schema(depth));
        members.put("then", schema(depth));
        if (random.nextBoolean()) {
          members.put("else", schema(depth));
        }
      }
    }
  }

  /** An instance. Numbers never stand for booleans: there is no 0 and no 1. */
  String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> "null";
      case 1 -> random.nextBoolean() ? "true" : "false";
      case 2, 3 -> one(NUMBERS);
      case 4 -> quoted(one(TEXTS));
      case 5, 6 -> array(0, 3, () -> value(depth - 1));
      default -> object(map(NAMES, () -> value(depth - 1)));
    };
  }

  /** Whether everit may take a member of the instance that is null for any member of a const. */
  static boolean isMisjudgedByEverit(String schema, String instance) {
    return schema.contains("\"const\": ") && instance.contains(": null");
  }

  /**
   * As {@link #value}, but without members that are null: everit takes them for any other member.
   */
  private String constant(int depth) {
    var value = value(depth);
    while (value.contains(": null")) {
      value = value(depth);
    }
    return value;
  }

  private Map<String, String> map(List<String> names, Supplier<String> value) {
    var members = new LinkedHashMap<String, String>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      members.put(one(names), value.get());
    }
    return members;
  }

  private String array(int least, int most, Supplier<String> element) {
    int count = least + random.nextInt(most - least + 1);
    return IntStream.range(0, count)
        .mapToObj(i -> element.get())
        .distinct()
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private String list(int least, int most, List<String> texts) {
    return array(least, most, () -> quoted(one(texts)));
  }

  private static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ": " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String one(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String number(int most) {
    return Integer.toString(random.nextInt(most + 1));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
