package org.valida.report;

import java.util.Map;
import org.valida.violation.Failure;

/** A report that cannot be written where it was asked for. */
public final class UnwritableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  UnwritableException(String file) {
    super("cannot write " + file);
    this.failure = new Failure("report-unwritable", "", Map.of("file", file));
  }

  public Failure failure() {
    return failure;
  }
}
