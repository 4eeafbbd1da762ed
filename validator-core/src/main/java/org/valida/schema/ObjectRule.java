package org.valida.schema;

/**
 * Relates several attributes of an object, when the object closes. Immutable and shared by all
 * threads.
 */
public interface ObjectRule {
  void closed(Frame frame, Scope scope);
}
