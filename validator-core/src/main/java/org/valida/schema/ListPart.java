package org.valida.schema;

import org.valida.json.Passage;

/**
 * Items of a list that were read apart from those before them, and in which nothing was wrong: what
 * a checker needs to know to go on behind them.
 */
public final class ListPart {

  final Passage passage;
  final ListState[] states;
  final RunMemory memory;
  final Node last;
  final long items;
  final long records;

  /**
   * @param states what the rules of the list remember of these items
   * @param memory what the rules that compare inputs remember of them
   * @param last the schema that was judged by last
   */
  ListPart(
      Passage passage, ListState[] states, RunMemory memory, Node last, long items, long records) {
    this.passage = passage;
    this.states = states;
    this.memory = memory;
    this.last = last;
    this.items = items;
    this.records = records;
  }
}
