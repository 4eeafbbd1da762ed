package org.valida.text;

/**
 * A pattern needed more work on a text than its budget allows, so whether it matches is not known.
 * An ordinary outcome of a hostile pattern or text: it carries no stack trace.
 */
public final class PatternBudgetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String pattern;
  private final long budget;

  /**
   * @param pattern the pattern as written
   * @param budget what it was allowed, in steps
   */
  public PatternBudgetException(String pattern, long budget) {
    super(null, null, false, false);
    this.pattern = pattern;
    this.budget = budget;
  }

  /** The pattern as written; of any length and with any characters. */
  public String pattern() {
    return pattern;
  }

  /** What the search was allowed, in steps. */
  public long budget() {
    return budget;
  }

  @Override
  public String getMessage() {
    return "The search was given up: on this text the pattern needs more than its budget of "
        + budget
        + " steps, or more memory than steps may take.";
  }
}
