package org.valida.server.roundtrip;

import java.util.Map;
import org.valida.violation.Failure;

/** A service gave no answer that could be compared. */
public final class AnswerException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  private final transient Failure failure;

  AnswerException(String kind, String address, Map<String, Object> arguments) {
    super(kind);
    this.failure = new Failure(kind, address, arguments);
  }

  Failure failure() {
    return failure;
  }
}
