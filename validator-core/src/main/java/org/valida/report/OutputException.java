package org.valida.report;

import java.io.IOException;

/**
 * A report could not be written: a full disk, a closed pipe. A type of its own, so that a run does
 * not take it for an input that cannot be read.
 */
public final class OutputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OutputException(IOException cause) {
    super(cause);
  }
}
