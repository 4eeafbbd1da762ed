package org.valida.server.web;

/** Ends a request about lotes; its answer has the shape of Gestão Presente, not of RFC 9457. */
final class LoteRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  LoteRefusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
