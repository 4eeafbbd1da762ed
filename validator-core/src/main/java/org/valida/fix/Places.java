package org.valida.fix;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which rules spoke at which places of a document: 8 bytes for each. */
final class Places {

  /** No contract has as many rules. */
  private static final int RULES = 1 << 12;

  private final Map<String, Integer> rules = new HashMap<>();
  private long[] keys = new long[64];
  private int size;
  private boolean sorted;

  void add(String rule, long offset) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + (size >> 1));
    }
    keys[size++] = key(rules.computeIfAbsent(rule, first -> rules.size()), offset);
    sorted = false;
  }

  boolean contains(String rule, long offset) {
    if (!sorted) {
      Arrays.sort(keys, 0, size);
      sorted = true;
    }
    var number = rules.get(rule);
    return number != null && Arrays.binarySearch(keys, 0, size, key(number, offset)) >= 0;
  }

  private static long key(int rule, long offset) {
    return offset * RULES + rule;
  }
}
