package org.valida.cli;

/** The exit statuses, which are public API. */
enum Exit {
  /** Nothing at or above {@code --fail-on}. */
  CLEAN(0),
  /** Something was found. */
  FOUND(1),
  /** Wrong use, an input that could not be read, or nothing was checked. */
  TROUBLE(2);

  private final int status;

  Exit(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
