package org.valida.server.web;

/** Nothing can listen at an address: it is taken, not of this machine, or not allowed. */
public final class AddressException extends Exception {

  private static final long serialVersionUID = 1L;

  AddressException(Throwable cause) {
    super("cannot listen at the address", cause);
  }
}
