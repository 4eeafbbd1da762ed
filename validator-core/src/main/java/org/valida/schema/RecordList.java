package org.valida.schema;

import org.valida.json.Nesting;

/**
 * A list of records that a {@link Checker} has open, and all that judging its items depends on but
 * the items. It does not change, so that several threads can read on from several places.
 */
public final class RecordList {

  final Program program;
  final Settings settings;
  final String input;
  final ArrayPlan plan;
  final Path path;
  final Frame around;
  final int depth;
  final Nesting nesting;

  /**
   * @param path of the list
   * @param around the innermost object around it, null if there is none
   * @param depth how many objects are open around it
   */
  RecordList(
      Program program,
      Settings settings,
      String input,
      ArrayPlan plan,
      Path path,
      Frame around,
      int depth,
      Nesting nesting) {
    this.program = program;
    this.settings = settings;
    this.input = input;
    this.plan = plan;
    this.path = path;
    this.around = around;
    this.depth = depth;
    this.nesting = nesting;
  }
}
