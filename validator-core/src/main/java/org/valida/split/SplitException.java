package org.valida.split;

import org.valida.violation.Failure;

/** The records cannot be parted, for a reason that a user can mend; nothing was written. */
public final class SplitException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  SplitException(Failure failure) {
    super(failure.kind());
    this.failure = failure;
  }

  /** Why not. */
  public Failure failure() {
    return failure;
  }
}
