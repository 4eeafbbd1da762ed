package org.valida.cli;

import java.util.List;
import java.util.stream.Collectors;
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
    return of(terminal, List.of(failure));
  }

  /** Says several failures, each in its line. */
  static UseException of(Terminal terminal, List<Failure> failures) {
    var text = FailureText.of(terminal.language());
    return new UseException(failures.stream().map(text::line).collect(Collectors.joining("\n")));
  }
}
