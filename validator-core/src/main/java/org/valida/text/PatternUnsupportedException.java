package org.valida.text;

/** A pattern that ECMA-262 allows but that cannot be run here, for its size or for want of data. */
final class PatternUnsupportedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  PatternUnsupportedException(String message) {
    super(message);
  }
}
