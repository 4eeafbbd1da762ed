package org.valida;

import org.valida.violation.Violation;

/**
 * Takes violations as they are found, record by record, each record's in the order of their
 * offsets.
 */
@FunctionalInterface
public interface ViolationHandler {
  void found(Violation violation);
}
