package org.valida.schema;

/** What a {@link ListRule} remembers while a list is open. */
public interface ListState {

  /** A new list begins. */
  default void reset() {}

  /** An item that is an object was read and closed. */
  default void item(Frame item, Scope scope) {}

  /** An item that is no object was read; {@code value} still shows it. */
  default void scalar(Value value, long index, Scope scope) {}

  /** The list ended; the cursor stands on its closing bracket. */
  default void ended(long items, Scope scope) {}

  /** The object that holds the list closes; {@code null} where the list is the document. */
  default void closed(Frame owner, Scope scope) {}

  /**
   * Whether what it remembers of items that were read apart can be joined to what it remembers of
   * those before them.
   */
  default boolean joins() {
    return false;
  }

  /**
   * Takes over what a state of the same rule remembers of the items that follow.
   *
   * @param shift where those items begin
   * @return false, and nothing was taken over, if the rule has to speak of one of them
   */
  default boolean join(ListState next, Shift shift, Scope scope) {
    throw new UnsupportedOperationException("the items must be read in turn");
  }

  /** Forgets what was last joined; nothing else was read since. */
  default void disjoin() {}
}
