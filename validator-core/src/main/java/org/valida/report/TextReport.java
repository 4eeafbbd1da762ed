package org.valida.report;

import java.io.Flushable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Printable;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/**
 * For people, in the form of compilers, {@code path:line:column: severity: message [rule]}, so that
 * terminals and editors link it; then the line with the place marked, and where it is. Written as
 * found; ends with one summary line. A failing output throws {@link OutputException}.
 */
public final class TextReport implements RunListener {

  /** How much is said. */
  public enum Detail {
    /** Only the summary line, and only when something is wrong. */
    QUIET,
    NORMAL,
    /** Also a line for each file. */
    VERBOSE
  }

  /**
   * How the text looks.
   *
   * @param maxViolations shown per rule and file, 0 for all
   * @param colour whether ANSI colours are used
   * @param detail how much is said
   * @param statistics whether a block of statistics follows the summary
   * @param failures whether failures and warnings are said here too, which a terminal already sees
   *     on standard error
   */
  public record Options(
      long maxViolations, boolean colour, Detail detail, boolean statistics, boolean failures) {

    /** What a person sees who asks for nothing. */
    public static final Options DEFAULT = new Options(50, false, Detail.NORMAL, false, false);
  }

  private final Appendable out;
  private final Wording wording;
  private final Phrases phrases;
  private final FailureText failureText;
  private final NoteText noteText;
  private final Options options;
  private final Paint paint;
  private final Cap cap;
  private final List<Totals> totals = new ArrayList<>();

  /**
   * @param language {@code pt} or {@code en}, of all that is not the wording of a violation
   */
  public TextReport(Appendable out, Wording wording, String language, Options options) {
    this.out = out;
    this.wording = wording;
    this.phrases = ReportPhrases.in(language);
    this.failureText = FailureText.of(language);
    this.noteText = NoteText.of(language);
    this.options = options;
    this.paint = new Paint(options.colour());
    this.cap = new Cap(options.maxViolations());
  }

  @Override
  public void violation(String path, Violation violation) {
    if (options.detail() == Detail.QUIET || !cap.admits(path, violation.rule().id())) {
      return;
    }
    headline(path, violation);
    if (!violation.excerpt().isEmpty()) {
      excerpt(violation);
    }
    place(violation);
  }

  private void headline(String path, Violation violation) {
    var spoken = new Spoken(violation, wording, phrases);
    var place = Printable.of(path) + ":" + violation.line() + ":" + violation.column() + ":";
    line(
        paint.bold(place)
            + " "
            + paint.severity(violation.severity(), violation.severity().label() + ":")
            + " "
            + spoken.message()
            + paint.faint(" [" + violation.rule().id() + "]"));
  }

  private void excerpt(Violation violation) {
    var excerpt = violation.excerpt();
    int start = Math.min(excerpt.start(), excerpt.text().length());
    int end = Math.min(start + Math.max(1, excerpt.length()), excerpt.text().length());
    var before = Printable.of(excerpt.text().substring(0, start));
    var marked = Printable.of(excerpt.text().substring(start, end));
    var after = Printable.of(excerpt.text().substring(end));
    var number = Long.toString(violation.line());
    line("    " + paint.faint(number + " |") + " " + before + marked + after);
    line(
        "    "
            + " ".repeat(number.length())
            + paint.faint(" |")
            + " "
            + " ".repeat(width(before))
            + paint.severity(violation.severity(), "^".repeat(Math.max(1, width(marked)))));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private void place(Violation violation) {
    var place = new Spoken(violation, wording, phrases).place();
    if (!place.isEmpty()) {
      line("    " + place);
    }
  }

  @Override
  public void read(FileResult file) {
    hidden(file.path());
    if (options.failures()) {
      file.failure().ifPresent(this::failure);
    }
    if (options.detail() == Detail.VERBOSE && file.failure().isEmpty()) {
      var contract = file.contract().orElse(phrases.text("contract.none"));
      line(
          Printable.of(file.path() + ": " + contract)
              + ", "
              + phrases.counted("records", file.records())
              + ", "
              + phrases.counted("bytes", file.bytes()));
    }
    flush();
  }

  private void hidden(String path) {
    cap.close(
        path,
        (rule, count) ->
            line(
                paint.faint(phrases.counted("hidden", count, Map.of("path", path, "rule", rule)))));
  }

  private void failure(Failure failure) {
    line(failureText.line(failure));
  }

  @Override
  public void totals(String path, Totals some) {
    totals.add(some);
  }

  @Override
  public boolean wantsTotals() {
    return options.statistics();
  }

  @Override
  public void ended(RunResult result) {
    result.files().forEach(file -> hidden(file.path()));
    if (options.failures()) {
      result.failures().forEach(this::failure);
    }
    notes(result);
    var summary = new Summary(result);
    if (options.detail() != Detail.QUIET || summary.somethingWrong()) {
      line(paint.summary(summary.worst(), summary.line(phrases)));
    }
    if (options.statistics()) {
      new Statistics(result, totals).text(phrases).forEach(this::line);
    }
    flush();
  }

  private void notes(RunResult result) {
    if (options.detail() == Detail.QUIET) {
      return;
    }
    for (var note : result.notes()) {
      boolean elsewhere = note.kind().isWarning() && !options.failures();
      if (!elsewhere && (!note.kind().isDetail() || options.detail() == Detail.VERBOSE)) {
        line(noteText.line(note));
      }
    }
  }

  private void line(String text) {
    try {
      out.append(text).append('\n');
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private void flush() {
    if (out instanceof Flushable flushable) {
      try {
        flushable.flush();
      } catch (IOException e) {
        throw new OutputException(e);
      }
    }
  }
}
