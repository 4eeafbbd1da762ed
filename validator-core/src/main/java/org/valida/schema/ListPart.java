package org.valida.schema;

import org.valida.json.Passage;

/**
 * Items of a list that were read apart from those before them: what was wrong in them, and what a
 * checker needs to know to go on behind them.
 */
public final class ListPart {

  final Passage passage;
  final ListState[] states;
  final RunMemory memory;
  final PartViolations violations;
  final Node last;
  final long items;
  final long records;

  /**
   * @param states what the rules of the list remember of these items
   * @param memory what the rules that compare inputs remember of them
   * @param violations what was wrong
   * @param last the schema that was judged by last
   */
  ListPart(
      Passage passage,
      ListState[] states,
      RunMemory memory,
      PartViolations violations,
      Node last,
      long items,
      long records) {
    this.passage = passage;
    this.states = states;
    this.memory = memory;
    this.violations = violations;
    this.last = last;
    this.items = items;
    this.records = records;
  }
}
