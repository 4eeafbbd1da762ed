package org.valida.probe;

import java.io.IOException;

/** There was no answer, or not all of it. */
final class NoAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason {@code host}, {@code connect}, {@code tls}, {@code timeout}, {@code broken-off}
   */
  NoAnswerException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
