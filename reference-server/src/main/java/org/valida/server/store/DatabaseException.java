package org.valida.server.store;

/** The database cannot be opened or fails. */
public final class DatabaseException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason for a person, without credentials
   */
  DatabaseException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
