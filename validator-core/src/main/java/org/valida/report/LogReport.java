package org.valida.report;

import java.util.function.UnaryOperator;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Note;
import org.valida.violation.Printable;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * For the log of a build: one line for each violation, {@code path:[line,column] message [rule]},
 * which is how javac's messages look there and what IDEs make links of; then one summary line.
 * Written as found.
 */
public final class LogReport implements RunListener {

  /** Who writes the lines. All are safe to print. */
  public interface Log {
    void violation(Severity severity, String line);

    /** So many more violations of a rule in a file are not shown. */
    void hidden(String path, String rule, long count);

    void failure(Failure failure);

    /** Something worth knowing besides. */
    void note(Note note);

    /**
     * The run is over.
     *
     * @param summary what was read and found
     * @param found what was found alone: {@code 2 errors, 1 warning}
     */
    void ended(String summary, String found);
  }

  private final Log log;
  private final UnaryOperator<String> location;
  private final Wording wording;
  private final Phrases phrases;
  private final Cap cap;

  /**
   * @param location how the log names the file of a path, for the reader to open
   * @param language {@code pt} or {@code en}
   * @param maxViolations shown per rule and file, 0 for all
   */
  public LogReport(
      Log log,
      UnaryOperator<String> location,
      Wording wording,
      String language,
      long maxViolations) {
    this.log = log;
    this.location = location;
    this.wording = wording;
    this.phrases = ReportPhrases.in(language);
    this.cap = new Cap(maxViolations);
  }

  @Override
  public void violation(String path, Violation violation) {
    if (!cap.admits(path, violation.rule().id())) {
      return;
    }
    var message = Printable.of(wording.message(violation));
    var clause = violation.clause().filter(c -> !message.contains(c)).map(c -> " (" + c + ")");
    log.violation(
        violation.severity(),
        Printable.of(location.apply(path))
            + (":[" + violation.line() + "," + violation.column() + "] ")
            + message
            + Printable.of(clause.orElse(""))
            + (" [" + violation.rule().id() + "]"));
  }

  @Override
  public void read(FileResult file) {
    hidden(file.path());
    file.failure().ifPresent(log::failure);
  }

  private void hidden(String path) {
    cap.close(path, (rule, count) -> log.hidden(Printable.of(location.apply(path)), rule, count));
  }

  @Override
  public void ended(RunResult result) {
    result.files().forEach(file -> hidden(file.path()));
    result.failures().forEach(log::failure);
    result.notes().forEach(log::note);
    var summary = new Summary(result);
    log.ended(summary.line(phrases), summary.found(phrases));
  }
}
