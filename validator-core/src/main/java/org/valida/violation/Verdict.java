package org.valida.violation;

import java.util.Locale;

/** What a check came to. */
public enum Verdict {
  /** Nothing at error level (warnings may stand). */
  VALID,
  /** At least one violation of severity error. */
  INVALID,
  /** The tool could not check it: unreadable, of no known contract. */
  ERROR;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
