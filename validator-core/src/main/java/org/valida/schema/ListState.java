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
}
