package org.valida.server.consulta;

import java.io.IOException;
import java.util.List;

/** Takes an answer ente by ente, item by item, as it comes out of its source. */
public interface AnswerSink {

  /** An ente; its items follow. */
  void ente(EnteKey key) throws IOException;

  /**
   * An item of the last ente's list.
   *
   * @param values of the method's attributes, in their order: Integer, String or BigDecimal
   */
  void item(List<Object> values) throws IOException;
}
