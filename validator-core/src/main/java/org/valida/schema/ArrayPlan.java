package org.valida.schema;

import java.util.ArrayList;
import java.util.List;

/** What a schema says of an array. Set up while compiling, then only read. */
final class ArrayPlan {

  /** Schema of every item, or of those behind {@link #tuple}; null where those are not allowed. */
  Node items = Node.ANY;

  Node[] tuple = Node.NO_NODES;
  long minimum;
  long maximum = Long.MAX_VALUE;
  boolean unique;
  Node contains;
  private final List<ListRule> rules = new ArrayList<>();

  void add(ListRule rule) {
    rules.add(rule);
  }

  List<ListRule> rules() {
    return rules;
  }

  boolean hasRules() {
    return !rules.isEmpty();
  }

  ListState[] newStates() {
    var states = new ListState[rules.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = rules.get(i).newState();
    }
    return states;
  }

  Node item(long index) {
    return index < tuple.length ? tuple[(int) index] : items;
  }
}
