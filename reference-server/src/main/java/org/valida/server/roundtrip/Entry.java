package org.valida.server.roundtrip;

/**
 * What is remembered of a row of a payload, to know it again when it comes back.
 *
 * @param index among the rows of the payload, from 0
 * @param writesMunicipio whether it has the attribute cod_municipio
 */
record Entry(Held payload, int index, RowKey key, Content content, boolean writesMunicipio) {

  static Entry of(Held payload, Row row) {
    return new Entry(
        payload, row.index(), row.key(), row.content(payload.method()), row.writesMunicipio());
  }

  /** Whether an answer's row says the same. */
  boolean is(RowKey otherKey, Content otherContent, boolean otherWritesMunicipio) {
    return key.equals(otherKey)
        && content.equals(otherContent)
        && (otherWritesMunicipio || !writesMunicipio);
  }
}
