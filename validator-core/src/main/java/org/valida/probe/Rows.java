package org.valida.probe;

import java.util.Map;

/**
 * The rows of an answer, each by a digest that does not depend on their order.
 *
 * @param byEnte in the order of the answer, each ente once
 */
record Rows(Map<Ente, Row> byEnte) {

  /** More entes than all of Brazil has in a year. */
  static final int MOST = 200_000;

  /**
   * What a row is about.
   *
   * @param municipio first six digits of its code; 0 for the row of a state or of DF
   */
  record Ente(String uf, int municipio, int year, int period) {

    boolean state() {
      return municipio == 0;
    }

    /** Such as {@code RS 431490 2024/1}. */
    String label() {
      return uf + (state() ? "" : " " + municipio) + " " + year + "/" + period;
    }
  }

  /**
   * What is in a row.
   *
   * @param municipio its code as the service writes it; 0 where there is none
   * @param items of its list
   * @param high half of a sum of digests
   * @param low the other half
   */
  record Row(long municipio, long items, long high, long low) {

    Row plus(Row other) {
      return new Row(municipio, items + other.items, high + other.high, low + other.low);
    }
  }

  boolean isEmpty() {
    return byEnte.isEmpty();
  }
}
