package org.valida.violation;

/** Tells which violations are known and accepted. Those are counted, and fail nothing. */
@FunctionalInterface
public interface Suppression {

  /** Suppresses nothing. */
  Suppression NONE = (path, violation) -> false;

  /**
   * Whether this violation is one of those. Asked once for each, in the order in which a run with
   * one job finds them.
   *
   * @param path of the input, as reports name it
   */
  boolean suppresses(String path, Violation violation);

  /** The same for another run, where what was suppressed so far counts no more. */
  default Suppression forRun() {
    return this;
  }
}
