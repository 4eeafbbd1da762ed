package org.valida.report;

import static org.valida.report.JsonOutput.unchecked;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/**
 * For programs: one object, whose members are public API. Holds a bounded sample of violations per
 * rule and file until the run ends; counts are exact. The same input gives the same bytes, unless
 * statistics are asked for. A failing output throws {@link OutputException}.
 */
public final class JsonReport implements RunListener {

  /**
   * What goes into it.
   *
   * @param version of the tool
   * @param maxViolations written per rule and file, 0 for all
   * @param statistics whether to add a member {@code statistics}
   * @param sha256 the hash of an input by its path, empty where it was not asked for
   */
  public record Options(
      String version,
      long maxViolations,
      boolean statistics,
      Function<String, Optional<String>> sha256) {

    /** What a program gets that asks for nothing. */
    public static Options of(String version) {
      return new Options(version, 1000, false, path -> Optional.empty());
    }
  }

  private final Writer out;
  private final Wording wording;
  private final FailureText failureText;
  private final NoteText noteText;
  private final Options options;
  private final Cap cap;
  private final Map<String, List<Violation>> samples = new HashMap<>();
  private final List<Totals> totals = new ArrayList<>();

  /**
   * @param language {@code pt} or {@code en}, of the failures
   */
  public JsonReport(Writer out, Wording wording, String language, Options options) {
    this.out = out;
    this.wording = wording;
    this.failureText = FailureText.of(language);
    this.noteText = NoteText.of(language);
    this.options = options;
    this.cap = new Cap(options.maxViolations());
  }

  @Override
  public void violation(String path, Violation violation) {
    if (cap.admits(path, violation.rule().id())) {
      samples.computeIfAbsent(path, p -> new ArrayList<>()).add(violation);
    }
  }

  @Override
  public void read(FileResult file) {
    cap.close(file.path(), (rule, hidden) -> {});
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
    unchecked(
        () -> {
          var json = JsonOutput.pretty(out);
          write(json, result);
          json.writeRaw('\n');
          json.flush();
        });
  }

  private void write(JsonGenerator json, RunResult result) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", "valida");
    json.writeStringField("version", options.version());
    json.writeEndObject();
    json.writeStringField("verdict", result.verdict().label());
    json.writeObjectFieldStart("summary");
    json.writeNumberField("files", result.files().size());
    json.writeNumberField("records", result.records());
    json.writeNumberField("bytes", result.bytes());
    json.writeNumberField("errors", result.errors());
    json.writeNumberField("warnings", result.warnings());
    json.writeNumberField("infos", result.infos());
    json.writeNumberField("suppressed", result.suppressed());
    json.writeEndObject();
    json.writeArrayFieldStart("files");
    for (var file : result.files()) {
      file(json, file);
    }
    json.writeEndArray();
    notes(json, result);
    if (!result.failures().isEmpty()) {
      failures(json, result);
    }
    if (options.statistics()) {
      new Statistics(result, totals).json(json);
    }
    json.writeEndObject();
  }

  private void file(JsonGenerator json, FileResult file) throws IOException {
    var sample = samples.getOrDefault(file.path(), List.of());
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeStringField("contract", file.contractId());
    json.writeStringField("verdict", file.verdict().label());
    if (file.failure().isPresent()) {
      json.writeStringField("failure", failureText.sentence(file.failure().get()));
    }
    json.writeNumberField("records", file.records());
    json.writeNumberField("bytes", file.bytes());
    var sha256 = options.sha256().apply(file.path());
    if (sha256.isPresent()) {
      json.writeStringField("sha256", sha256.get());
    }
    json.writeNumberField("errors", file.errors());
    json.writeNumberField("warnings", file.warnings());
    json.writeNumberField("infos", file.infos());
    if (file.suppressed() > 0) {
      json.writeNumberField("suppressed", file.suppressed());
    }
    if (sample.size() < file.errors() + file.warnings() + file.infos()) {
      json.writeNumberField("shown", sample.size());
    }
    json.writeArrayFieldStart("violations");
    for (var violation : sample) {
      json.writeStartObject();
      JsonOutput.members(json, violation, wording);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void notes(JsonGenerator json, RunResult result) throws IOException {
    if (result.notes().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("notes");
    for (var note : result.notes()) {
      json.writeStartObject();
      json.writeStringField("kind", note.kind().label());
      if (!note.path().isEmpty()) {
        json.writeStringField("path", note.path());
      }
      for (var argument : new TreeMap<>(note.arguments()).entrySet()) {
        json.writeFieldName(argument.getKey());
        JsonOutput.value(json, argument.getValue());
      }
      json.writeStringField("message", noteText.line(note));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void failures(JsonGenerator json, RunResult result) throws IOException {
    json.writeArrayFieldStart("failures");
    for (var failure : result.failures()) {
      json.writeStartObject();
      json.writeStringField("kind", failure.kind());
      json.writeStringField("message", failureText.line(failure));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
