package org.valida.schema;

/**
 * Relates the items of a list. The rule is immutable and shared; what it must remember lives in a
 * {@link ListState}.
 */
public interface ListRule {

  /** A state for one list; it is reused for the next one. */
  ListState newState();
}
