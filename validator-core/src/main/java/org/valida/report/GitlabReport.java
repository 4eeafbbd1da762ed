package org.valida.report;

import static org.valida.report.JsonOutput.unchecked;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * A Code Quality report of GitLab: an array with an object for each violation, and one for each
 * input that could not be checked. Written as found; of each violation it keeps a few bytes, so
 * that no fingerprint comes twice. A failing output throws {@link OutputException}.
 */
public final class GitlabReport implements RunListener {

  private final JsonGenerator json;
  private final Wording wording;
  private final Phrases phrases;
  private final FailureText failureText;
  private final char separator;
  private final Cap cap;
  private final Fingerprints fingerprints = new Fingerprints();
  private boolean begun;

  /**
   * @param language {@code pt} or {@code en}, of all that is not the wording of a violation
   * @param maxViolations written per rule and file, 0 for all
   * @param separator of the paths of inputs, such as {@link java.io.File#separatorChar}
   */
  public GitlabReport(
      Writer out, Wording wording, String language, long maxViolations, char separator)
      throws IOException {
    this.json = JsonOutput.pretty(out);
    this.wording = wording;
    this.phrases = ReportPhrases.in(language);
    this.failureText = FailureText.of(language);
    this.separator = separator;
    this.cap = new Cap(maxViolations);
  }

  @Override
  public void violation(String path, Violation violation) {
    if (!cap.admits(path, violation.rule().id())) {
      return;
    }
    unchecked(
        () -> {
          var spoken = new Spoken(violation, wording, phrases);
          begin();
          issue(violation.rule().id(), spoken.message());
          json.writeStringField(
              "fingerprint",
              fingerprints.ofPosition(ArtifactUri.slashed(path, separator), violation));
          json.writeStringField("severity", word(violation.severity()));
          location(path, violation.line(), violation.column());
          if (!spoken.help().isEmpty()) {
            json.writeObjectFieldStart("content");
            json.writeStringField("body", spoken.help());
            json.writeEndObject();
          }
          json.writeEndObject();
        });
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      json.writeStartArray();
    }
  }

  private void issue(String check, String description) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "issue");
    json.writeStringField("engine_name", "valida");
    json.writeStringField("check_name", check);
    json.writeStringField("description", description);
  }

  private void location(String path, long line, long column) throws IOException {
    json.writeObjectFieldStart("location");
    // A problem of the run belongs to no file, and GitLab passes over what has none.
    json.writeStringField("path", path.isEmpty() ? "." : ArtifactUri.slashed(path, separator));
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", line);
    json.writeEndObject();
    json.writeObjectFieldStart("positions");
    json.writeObjectFieldStart("begin");
    json.writeNumberField("line", line);
    json.writeNumberField("column", column);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void failure(Failure failure) {
    unchecked(
        () -> {
          begin();
          issue(failure.kind(), failureText.sentence(failure));
          json.writeStringField("fingerprint", fingerprints.ofFailure(failure));
          json.writeStringField("severity", "blocker");
          location(failure.path(), 1, 1);
          json.writeEndObject();
        });
  }

  @Override
  public void read(FileResult file) {
    cap.close(file.path(), (rule, hidden) -> {});
    file.failure().ifPresent(this::failure);
    unchecked(json::flush);
  }

  @Override
  public void ended(RunResult result) {
    result.failures().forEach(this::failure);
    unchecked(
        () -> {
          begin();
          json.writeEndArray();
          json.writeRaw('\n');
          json.flush();
        });
  }
}
