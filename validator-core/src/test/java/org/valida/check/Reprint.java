package org.valida.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.valida.json.JsonArray;
import org.valida.json.JsonBoolean;
import org.valida.json.JsonNull;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;

/** A payload as a stack prints it. */
final class Reprint {

  private final Stack stack;
  private final AttributeUse known;
  private final boolean nulls;
  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private Reprint(Stack stack, AttributeUse known, boolean nulls, long seed) {
    this.stack = stack;
    this.known = known;
    this.nulls = nulls;
    this.random = new Random(seed);
  }

  /**
   * @param known of the payload's contract
   * @param nulls whether what has no value is printed as null
   */
  static byte[] of(JsonValue payload, Stack stack, AttributeUse known, boolean nulls, long seed) {
    var print = new Reprint(stack, known, nulls, seed);
    print.spaced(payload, "", 0);
    print.out.append(stack.layout().end());
    return print.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void spaced(JsonValue value, String place, int depth) {
    space();
    if (value instanceof JsonObject object) {
      object(object, place, depth);
    } else if (value instanceof JsonArray array) {
      array(array, place, depth);
    } else if (value instanceof JsonString text) {
      stack.texts().print(text.string(), out, random);
    } else if (value instanceof JsonNumber number) {
      out.append(stack.numbers().print(number.raw(), known.isDecimal(place), random));
    } else if (value instanceof JsonBoolean truth) {
      out.append(truth.isTrue());
    } else if (value instanceof JsonNull) {
      out.append("null");
    } else {
      throw new IllegalStateException("no JSON: " + value);
    }
    space();
  }

  private void object(JsonObject object, String place, int depth) {
    var names = names(object, place);
    out.append('{');
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      out.append(
          i == 0
              ? stack.layout().before(false, depth + 1)
              : stack.layout().between(false, depth + 1));
      space();
      stack.texts().print(name, out, random);
      space();
      out.append(stack.layout().colon());
      spaced(object.member(name).orElse(new JsonNull()), place + "/" + name, depth + 1);
    }
    out.append(names.isEmpty() ? "" : stack.layout().before(false, depth)).append('}');
  }

  private void array(JsonArray array, String place, int depth) {
    boolean first = true;
    out.append('[');
    for (var element : array.elements()) {
      out.append(
          first ? stack.layout().before(true, depth + 1) : stack.layout().between(true, depth + 1));
      spaced(element, place + "/*", depth + 1);
      first = false;
    }
    out.append(first ? "" : stack.layout().before(true, depth)).append(']');
  }

  private List<String> names(JsonObject object, String place) {
    var names = new ArrayList<>(object.members().keySet());
    if (nulls) {
      known.optional(place).stream().filter(name -> !names.contains(name)).forEach(names::add);
    }
    switch (stack.order()) {
      case AS_WRITTEN -> {}
      case BY_NAME -> Collections.sort(names);
      case BY_LENGTH ->
          names.sort(Comparator.comparing(String::length).thenComparing(name -> name));
      case SHUFFLED -> Collections.shuffle(names, random);
    }
    return names;
  }

  private void space() {
    out.append(stack.layout().space(random));
  }
}
