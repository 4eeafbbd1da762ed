package org.valida.schema;

/**
 * What was read apart from all before it must be read again where it belongs. An ordinary outcome,
 * so it has no stack trace.
 */
final class NotApartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotApartException() {
    super(null, null, false, false);
  }
}
