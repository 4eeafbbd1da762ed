package org.valida.server.lote;

/** A lote is not taken. */
public final class RefusedLote extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The body is longer than {@link Sandbox#MOST_BYTES}. */
    TOO_LONG,
    /** Too many lotes wait already. */
    BUSY,
    /** The body is no list of records; the message says what is wrong, without its values. */
    UNPROCESSABLE
  }

  private final Reason reason;

  RefusedLote(Reason reason) {
    this(reason, reason.name());
  }

  RefusedLote(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
