package org.valida.server.load;

/** A payload turns out, while it is written, to be one that cannot be loaded. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why it cannot. */
  private final LoadResult.Reason reason;

  RefusedException(LoadResult.Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  LoadResult.Reason reason() {
    return reason;
  }
}
