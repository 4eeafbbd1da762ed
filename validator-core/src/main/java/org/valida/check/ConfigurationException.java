package org.valida.check;

import org.valida.violation.Failure;

/** A {@code valida.yaml} that cannot be followed. */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public ConfigurationException(Failure failure) {
    super(failure.kind() + " " + failure.path() + " " + failure.arguments());
    this.failure = failure;
  }

  /** What is wrong; its path is {@code file:line:column}, or the file alone. */
  public Failure failure() {
    return failure;
  }
}
