package org.valida.rule;

import java.math.BigDecimal;

/** Amounts of money kept in cents. */
final class Amounts {

  private Amounts() {}

  /** As a JSON payload writes it: {@code 1234.50}. */
  static String text(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
