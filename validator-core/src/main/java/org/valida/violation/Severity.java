package org.valida.violation;

import java.util.Locale;

/** How much a violation weighs, from the contract's verb: must, should, advice. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /** As users write and read it: {@code error}, {@code warning}, {@code info}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this weighs as much as the other or more. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
