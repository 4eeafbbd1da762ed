package org.valida.session;

import org.valida.violation.Failure;

/** What was asked for cannot be done, for a reason that a user can mend. */
public final class RequestException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public RequestException(Failure failure) {
    super(failure.kind() + " " + failure.path() + " " + failure.arguments());
    this.failure = failure;
  }

  /** Why not. */
  public Failure failure() {
    return failure;
  }
}
