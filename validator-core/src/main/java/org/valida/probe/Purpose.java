package org.valida.probe;

/** Why a request is sent. */
enum Purpose {
  /** All rows of the year. */
  ALL,
  /** The same once more. */
  AGAIN,
  UF,
  MUNICIPIO,
  PERIOD,
  /** One município in one period. */
  ENTE,
  /** The rows of the states only. */
  STATES,
  /** A year of which nobody has data. */
  NO_DATA,
  /** Without num_ano, which is wrong. */
  NO_YEAR,
  /** Without a token, although there are credentials. */
  NO_TOKEN,
  /** Under a name with a suffix. */
  SUFFIX,
  /** Under a name with capitals. */
  CAPITALS;

  /** Whether the manual has an answer of 200 for it. */
  boolean correct() {
    return compareTo(NO_DATA) <= 0;
  }

  /** Whether it asks for a part of {@link #ALL} by the values of its rows. */
  boolean narrow() {
    return this == UF || this == MUNICIPIO || this == PERIOD || this == ENTE;
  }
}
