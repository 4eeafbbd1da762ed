package org.valida.server.store;

/** No connection to the database became free in time. */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BusyException(Throwable cause) {
    super("no connection became free", cause);
  }
}
