package org.valida.violation;

/**
 * Watches a run. Calls come from one thread, file after file in the order of the inputs; only
 * violations of rules that compare inputs come after the file they belong to, and before {@link
 * #ended}.
 */
public interface RunListener {

  /**
   * The contract of an input is known; before the first violation of that input, unless the
   * document breaks off before it shows what it is.
   */
  default void contract(String path, String contractId) {}

  /**
   * A violation at or above level info, not suppressed, in the order of offsets within its record.
   */
  void violation(String path, Violation violation);

  /** A violation that is known and accepted, see {@link Suppression}; otherwise as the others. */
  default void suppressed(String path, Violation violation) {}

  /**
   * An input was read, or could not be. Its counts may still grow until {@link #ended}, which
   * repeats the result in full.
   */
  default void read(FileResult file) {}

  /**
   * Totals of one ente, period and fonte, for {@code --statistics}: only asked for when {@link
   * #wantsTotals}.
   */
  default void totals(String path, Totals totals) {}

  default boolean wantsTotals() {
    return false;
  }

  /** The run is over; nothing follows. */
  default void ended(RunResult result) {}
}
