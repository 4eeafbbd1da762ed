package org.valida.cli;

import org.valida.report.FailureText;
import org.valida.violation.Failure;

/** A wrong use of the command line; its message is the whole sentence for the user. */
final class UseException extends Exception {

  private static final long serialVersionUID = 1L;

  UseException(String sentence) {
    super(sentence);
  }

  /** Says a failure. */
  static UseException of(Terminal terminal, Failure failure) {
    return new UseException(FailureText.of(terminal.language()).line(failure));
  }
}
