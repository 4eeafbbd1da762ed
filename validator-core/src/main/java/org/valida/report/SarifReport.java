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
import java.util.function.Function;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/**
 * SARIF 2.1.0, as code scanning services and editors read it: one run, with the rules that occur,
 * the clauses they come from as a taxonomy, and accepted violations as suppressed results. Holds a
 * bounded sample of violations per rule and file until the run ends; counts, which stand under
 * {@code properties}, are exact. The same input gives the same bytes. A failing output throws
 * {@link OutputException}.
 */
public final class SarifReport implements RunListener {

  static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  /**
   * What goes into it.
   *
   * @param version of the tool
   * @param maxViolations written per rule and file, 0 for all; likewise of those suppressed
   * @param separator of the paths of inputs, such as {@link java.io.File#separatorChar}
   * @param sha256 the hash of an input by its path, empty where it was not asked for
   */
  public record Options(
      String version,
      long maxViolations,
      char separator,
      Function<String, Optional<String>> sha256) {

    /** What a program gets that asks for nothing. */
    public static Options of(String version) {
      return new Options(version, 1000, '/', path -> Optional.empty());
    }
  }

  private final Writer out;
  private final Wording wording;
  private final RuleTexts texts;
  private final Phrases phrases;
  private final FailureText failureText;
  private final Options options;
  private final Cap cap;
  private final Cap capOfSuppressed;
  private final Map<String, List<SarifResults.Result>> samples = new HashMap<>();

  /**
   * @param language {@code pt} or {@code en}, of all that is not the wording of a violation or rule
   */
  public SarifReport(
      Writer out, Wording wording, RuleTexts texts, String language, Options options) {
    this.out = out;
    this.wording = wording;
    this.texts = texts;
    this.phrases = ReportPhrases.in(language);
    this.failureText = FailureText.of(language);
    this.options = options;
    this.cap = new Cap(options.maxViolations());
    this.capOfSuppressed = new Cap(options.maxViolations());
  }

  @Override
  public void violation(String path, Violation violation) {
    if (cap.admits(path, violation.rule().id())) {
      add(path, new SarifResults.Result(violation, false));
    }
  }

  @Override
  public void suppressed(String path, Violation violation) {
    if (capOfSuppressed.admits(path, violation.rule().id())) {
      add(path, new SarifResults.Result(violation, true));
    }
  }

  private void add(String path, SarifResults.Result result) {
    samples.computeIfAbsent(path, p -> new ArrayList<>()).add(result);
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
    var rules = new SarifRules(texts, phrases);
    var indexes = new HashMap<String, Integer>();
    for (var file : result.files()) {
      indexes.put(file.path(), indexes.size());
      samples.getOrDefault(file.path(), List.of()).forEach(one -> rules.add(one.violation()));
    }
    rules.complete();
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    driver(json, rules);
    json.writeEndObject();
    json.writeStringField("language", language());
    json.writeStringField("columnKind", "unicodeCodePoints");
    invocation(json, result, indexes);
    artifacts(json, result);
    var results = new SarifResults(json, wording, rules, options.separator());
    json.writeArrayFieldStart("results");
    for (var file : result.files()) {
      for (var one : samples.getOrDefault(file.path(), List.of())) {
        results.write(file.path(), indexes.get(file.path()), one);
      }
    }
    json.writeEndArray();
    rules.taxonomies(json);
    json.writeObjectFieldStart("properties");
    json.writeStringField("verdict", result.verdict().label());
    json.writeNumberField("files", result.files().size());
    counts(
        json,
        List.of(
            result.records(),
            result.bytes(),
            result.errors(),
            result.warnings(),
            result.infos(),
            result.suppressed()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private String language() {
    return phrases.language().equals("pt") ? "pt-BR" : "en";
  }

  private void driver(JsonGenerator json, SarifRules rules) throws IOException {
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "valida");
    json.writeStringField("version", options.version());
    json.writeStringField("language", language());
    rules.write(json);
    json.writeEndObject();
  }

  private void invocation(JsonGenerator json, RunResult result, Map<String, Integer> indexes)
      throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", result.verdict() != Verdict.ERROR);
    json.writeArrayFieldStart("toolExecutionNotifications");
    for (var file : result.files()) {
      if (file.failure().isPresent()) {
        notification(json, file.failure().get(), file.path(), indexes);
      }
    }
    for (var failure : result.failures()) {
      notification(json, failure, failure.path(), indexes);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void notification(
      JsonGenerator json, Failure failure, String path, Map<String, Integer> indexes)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("descriptor");
    json.writeStringField("id", failure.kind());
    json.writeEndObject();
    json.writeStringField("level", "error");
    JsonOutput.text(json, "message", failureText.sentence(failure));
    if (!path.isEmpty()) {
      json.writeArrayFieldStart("locations");
      json.writeStartObject();
      json.writeObjectFieldStart("physicalLocation");
      json.writeObjectFieldStart("artifactLocation");
      json.writeStringField("uri", ArtifactUri.of(path, options.separator()));
      if (indexes.containsKey(path)) {
        json.writeNumberField("index", indexes.get(path));
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void artifacts(JsonGenerator json, RunResult result) throws IOException {
    json.writeArrayFieldStart("artifacts");
    for (var file : result.files()) {
      artifact(json, file);
    }
    json.writeEndArray();
  }

  private void artifact(JsonGenerator json, FileResult file) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("location");
    json.writeStringField("uri", ArtifactUri.of(file.path(), options.separator()));
    if (file.path().equals("-")) {
      JsonOutput.text(json, "description", phrases.text("standard-input"));
    }
    json.writeEndObject();
    json.writeArrayFieldStart("roles");
    json.writeString("analysisTarget");
    json.writeEndArray();
    var sha256 = options.sha256().apply(file.path());
    if (sha256.isPresent()) {
      json.writeObjectFieldStart("hashes");
      json.writeStringField("sha-256", sha256.get());
      json.writeEndObject();
    }
    json.writeObjectFieldStart("properties");
    if (file.contract().isPresent()) {
      json.writeStringField("contract", file.contract().get());
    }
    json.writeStringField("verdict", file.verdict().label());
    counts(
        json,
        List.of(
            file.records(),
            file.bytes(),
            file.errors(),
            file.warnings(),
            file.infos(),
            file.suppressed()));
    long shown = samples.getOrDefault(file.path(), List.of()).size();
    if (shown < file.errors() + file.warnings() + file.infos() + file.suppressed()) {
      json.writeNumberField("shown", shown);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, List<Long> counts) throws IOException {
    var names = List.of("records", "bytes", "errors", "warnings", "infos", "suppressed");
    for (int i = 0; i < names.size(); i++) {
      json.writeNumberField(names.get(i), counts.get(i));
    }
  }
}
