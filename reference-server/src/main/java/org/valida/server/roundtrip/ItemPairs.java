package org.valida.server.roundtrip;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.valida.server.consulta.Attribute;
import org.valida.server.consulta.Method;

/** Finds for each item of a payload's row the one in the answer that it became. */
final class ItemPairs {

  /** From here on the nearest is no longer looked for among all. */
  private static final int MANY = 2_000;

  /** What differs: both where an item changed, one where it was lost or added. */
  record Pair(Optional<Item> expected, Optional<Item> found) {}

  private final Method method;
  private final List<Item> expected;
  private final List<Item> found;
  private final List<Pair> pairs = new ArrayList<>();

  private ItemPairs(Method method, List<Item> expected, List<Item> found) {
    this.method = method;
    this.expected = new ArrayList<>(expected);
    this.found = new ArrayList<>(found);
  }

  /** The pairs that differ, in the order of the payload; what was added comes last. */
  static List<Pair> different(Method method, List<Item> expected, List<Item> found) {
    var work = new ItemPairs(method, expected, found);
    work.match(item -> item.meaning(method), false);
    work.match(work::codes, true);
    work.matchNearest();
    work.matchInOrder();
    work.expected.forEach(item -> work.pairs.add(new Pair(Optional.of(item), Optional.empty())));
    work.found.forEach(item -> work.pairs.add(new Pair(Optional.empty(), Optional.of(item))));
    work.pairs.sort(
        Comparator.comparingInt(
            pair -> pair.expected().map(Item::index).orElse(Integer.MAX_VALUE)));
    return work.pairs;
  }

  private String codes(Item item) {
    var codes = new StringBuilder();
    for (int i = 0; i < item.cells().size(); i++) {
      if (method.attributes().get(i).kind() != Attribute.Kind.DECIMAL) {
        var value = item.meaning(method, i);
        codes.append(value.length()).append(':').append(value);
      }
    }
    return codes.toString();
  }

  private void match(Function<Item, String> same, boolean differs) {
    Map<String, Deque<Item>> waiting = new HashMap<>();
    found.forEach(
        item -> waiting.computeIfAbsent(same.apply(item), key -> new ArrayDeque<>()).add(item));
    expected.removeIf(
        item -> {
          var candidates = waiting.get(same.apply(item));
          if (candidates == null || candidates.isEmpty()) {
            return false;
          }
          var other = candidates.remove();
          if (differs) {
            pairs.add(new Pair(Optional.of(item), Optional.of(other)));
          }
          return true;
        });
    found.retainAll(waiting.values().stream().flatMap(Deque::stream).toList());
  }

  private void matchNearest() {
    if (Math.max(expected.size(), found.size()) > MANY) {
      return;
    }
    expected.removeIf(
        item -> {
          var nearest =
              found.stream()
                  .filter(other -> item.likeness(other, method) > 0)
                  .max(Comparator.comparingLong(other -> item.likeness(other, method)));
          nearest.ifPresent(
              other -> {
                pairs.add(new Pair(Optional.of(item), nearest));
                found.remove(other);
              });
          return nearest.isPresent();
        });
  }

  /** Plain texts have nothing but their place to know them by. */
  private void matchInOrder() {
    if (expected.size() == found.size() && method.plainItems()) {
      for (int i = 0; i < expected.size(); i++) {
        pairs.add(new Pair(Optional.of(expected.get(i)), Optional.of(found.get(i))));
      }
      expected.clear();
      found.clear();
    }
  }
}
