package org.valida.schema;

/**
 * What a rule may know and do while it judges: the place it is at, the objects around it, the
 * settings, and reporting.
 */
public interface Scope {

  /**
   * Reports at the value the cursor stands on, and shows it.
   *
   * @param variant which of the rule's messages, "" for the plain one
   * @param arguments names and values in turn: strings and whole numbers
   * @return whether the rule is on
   */
  boolean report(RuleUse rule, String variant, Object... arguments);

  /** Reports at an object, which is not shown. */
  void report(RuleUse rule, Frame at, String variant, Object... arguments);

  /** Reports at an attribute of an object that was read before. */
  void report(RuleUse rule, Frame holder, Slot at, String variant, Object... arguments);

  /** Reports at a place that was kept, with the text to show of its value, or null. */
  void report(RuleUse rule, Place at, String value, String variant, Object... arguments);

  /** Whether what the rule reports is an error here, after the user's levels. */
  boolean isError(RuleUse rule);

  /** Whether the user left the rule on. */
  boolean on(RuleUse rule);

  /** The innermost open object; null outside of all. */
  Frame frame();

  /** The place of the value the cursor stands on, to be kept. */
  Place here();

  /** The place of the list that just ended. */
  Place list();

  /** The place of an object, to be kept. */
  Place at(Frame frame);

  /** The place of an attribute of a record, to be kept beyond the record's end. */
  Place at(Frame record, Slot attribute);

  /** RFC 6901 pointer of an object. */
  String pointer(Frame frame);

  /** Appends the pointer of what holds an object: all but its last step, with the slash. */
  void pointerBefore(Frame frame, StringBuilder into);

  /** The value of an attribute as a message may show it: masked where it must be. */
  String shown(Slot slot);

  /** Whether values are masked here unless their schema calls them public. */
  boolean masked();

  /**
   * Appends what names the record that is open to a person, as far as it is known; nothing outside
   * of records.
   */
  void recordKey(Frame record, StringBuilder into);

  /** Whether something was reported about the record that is being read. */
  boolean recordHasFindings();

  Settings settings();

  /** What is remembered over all inputs of the run. */
  RunMemory run();

  /** The input that is being read, as reports name it. */
  String input();

  /** Stops reading: a list has more keys than may be remembered. */
  void checkKeys(long keys);
}
