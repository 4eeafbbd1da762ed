package org.valida.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Printable;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * Workflow commands of GitHub Actions, one a line, which become annotations of the file. Written as
 * found; ends with one summary line. Every line but that one is a command from its first character
 * on, and nothing of a payload can end it or begin another. A failing output throws {@link
 * OutputException}.
 */
public final class GithubReport implements RunListener {

  private static final String STANDARD_INPUT = "-";

  private final Writer out;
  private final Wording wording;
  private final Phrases phrases;
  private final FailureText failureText;
  private final Cap cap;

  /**
   * @param language {@code pt} or {@code en}, of all that is not the wording of a violation
   * @param maxViolations written per rule and file, 0 for all
   */
  public GithubReport(Writer out, Wording wording, String language, long maxViolations) {
    this.out = out;
    this.wording = wording;
    this.phrases = ReportPhrases.in(language);
    this.failureText = FailureText.of(language);
    this.cap = new Cap(maxViolations);
  }

  @Override
  public void violation(String path, Violation violation) {
    if (!cap.admits(path, violation.rule().id())) {
      return;
    }
    var spoken = new Spoken(violation, wording, phrases);
    var text = new StringBuilder(spoken.message());
    // No annotation can name a file for it.
    if (path.equals(STANDARD_INPUT)) {
      text.append('\n').append(phrases.text("standard-input"));
    }
    if (!spoken.place().isEmpty()) {
      text.append('\n').append(spoken.place());
    }
    if (!spoken.help().isEmpty()) {
      text.append('\n').append(spoken.help());
    }
    var place = file(path) + "line=" + violation.line() + ",col=" + violation.column() + ",";
    command(word(violation.severity()), place, violation.rule().id(), text.toString());
  }

  private static String word(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.label();
  }

  private static String file(String path) {
    return path.isEmpty() || path.equals(STANDARD_INPUT) ? "" : "file=" + property(path) + ",";
  }

  @Override
  public void read(FileResult file) {
    hidden(file.path());
    file.failure().ifPresent(this::failure);
    flush();
  }

  private void hidden(String path) {
    cap.close(
        path,
        (rule, count) ->
            command(
                "notice",
                file(path),
                rule,
                phrases.counted("hidden", count, Map.of("path", path, "rule", rule))));
  }

  private void failure(Failure failure) {
    command("error", file(failure.path()), "valida", failureText.line(failure));
  }

  @Override
  public void ended(RunResult result) {
    result.files().forEach(file -> hidden(file.path()));
    result.failures().forEach(this::failure);
    line(new Summary(result).line(phrases));
    flush();
  }

  private void command(String word, String place, String title, String text) {
    line("::" + word + " " + place + "title=" + property(title) + "::" + data(text));
  }

  /** A text behind the second pair of colons: line breaks are those of our own sentences. */
  private static String data(String text) {
    var safe = new StringBuilder();
    for (var part : text.split("\n", -1)) {
      safe.append(safe.length() == 0 ? "" : "%0A").append(Printable.of(part).replace("%", "%25"));
    }
    return safe.toString();
  }

  private static String property(String text) {
    return Printable.of(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C");
  }

  private void line(String text) {
    try {
      out.append(text).append('\n');
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }
}
