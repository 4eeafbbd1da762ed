package org.valida.server.roundtrip;

import java.io.InputStream;
import org.valida.server.consulta.Method;

/** A service of the consulta methods, to be asked. */
public interface Service {

  /**
   * Asks.
   *
   * @param query without its question mark
   * @return the body of an answer with status 200, closed by the caller
   * @throws AnswerException if there is no such answer
   */
  InputStream ask(Method method, String query) throws AnswerException;
}
