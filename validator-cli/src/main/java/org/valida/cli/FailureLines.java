package org.valida.cli;

import java.util.List;
import org.valida.report.FailureText;
import org.valida.report.NoteText;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/**
 * Says on standard error what could not be checked, as soon as it is known, and what was asked for
 * in vain, whatever the format of the report.
 */
final class FailureLines implements RunListener {

  private final Terminal terminal;
  private final FailureText text;
  private int said;

  FailureLines(Terminal terminal) {
    this.terminal = terminal;
    this.text = FailureText.of(terminal.language());
  }

  /** Says what is known before the run. */
  void before(List<Failure> failures) {
    for (var failure : failures) {
      say(failure);
    }
    said = failures.size();
  }

  private void say(Failure failure) {
    terminal.complain(text.line(failure));
  }

  @Override
  public void violation(String path, Violation violation) {
    // A violation is no failure.
  }

  @Override
  public void read(FileResult file) {
    if (file.failure().isPresent()) {
      say(file.failure().get());
    }
  }

  @Override
  public void ended(RunResult result) {
    for (int i = said; i < result.failures().size(); i++) {
      say(result.failures().get(i));
    }
    var notes = NoteText.of(terminal.language());
    for (var note : result.notes()) {
      if (note.kind().isWarning()) {
        terminal.complain(notes.line(note));
      }
    }
  }
}
