package org.valida.report;

import static org.valida.report.JsonOutput.unchecked;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/**
 * For programs that read as it comes: one violation a line, its {@code path} first. Holds nothing.
 * A failing output throws {@link OutputException}.
 */
public final class NdjsonReport implements RunListener {

  private final Writer out;
  private final JsonGenerator json;
  private final Wording wording;
  private final Cap cap;

  /**
   * @param maxViolations written per rule and file, 0 for all
   */
  public NdjsonReport(Writer out, Wording wording, long maxViolations) throws IOException {
    this.out = out;
    // Each line goes on to the writer as a whole, so that what breaks a run off loses none.
    this.json = JsonOutput.compact(out).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    this.wording = wording;
    this.cap = new Cap(maxViolations);
  }

  @Override
  public void violation(String path, Violation violation) {
    if (!cap.admits(path, violation.rule().id())) {
      return;
    }
    unchecked(
        () -> {
          json.writeStartObject();
          json.writeStringField("path", path);
          JsonOutput.members(json, violation, wording);
          json.writeEndObject();
          json.writeRaw('\n');
          json.flush();
        });
  }

  @Override
  public void read(FileResult file) {
    cap.close(file.path(), (rule, hidden) -> {});
    unchecked(out::flush);
  }

  @Override
  public void ended(RunResult result) {
    unchecked(out::flush);
  }
}
