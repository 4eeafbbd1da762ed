package org.valida.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.valida.violation.Violation;

/** Writes the results of a SARIF run. */
final class SarifResults {

  /** A violation, and whether it is known and accepted. */
  record Result(Violation violation, boolean suppressed) {}

  /** A number, a word of JSON, or a text in quotes without what masks, escapes and cuts leave. */
  private static final Pattern EXACT =
      Pattern.compile("-?[0-9][0-9.eE+-]*|true|false|null|\"[^\"*\\\\…\uFFFD]*\"");

  private final JsonGenerator json;
  private final Wording wording;
  private final SarifRules rules;
  private final char separator;
  private final Fingerprints fingerprints = new Fingerprints();

  SarifResults(JsonGenerator json, Wording wording, SarifRules rules, char separator) {
    this.json = json;
    this.wording = wording;
    this.rules = rules;
    this.separator = separator;
  }

  /**
   * @param artifact index of the file among the artifacts
   */
  void write(String path, int artifact, Result result) throws IOException {
    var violation = result.violation();
    json.writeStartObject();
    json.writeStringField("ruleId", violation.rule().id());
    json.writeNumberField("ruleIndex", rules.index(violation.rule()));
    json.writeStringField("level", SarifRules.level(violation.severity()));
    JsonOutput.text(json, "message", wording.message(violation));
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    physicalLocation(path, artifact, violation);
    logicalLocation(violation);
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("pointerPattern/v1", fingerprints.ofPattern(violation));
    json.writeStringField(
        "position/v1", fingerprints.ofPosition(ArtifactUri.slashed(path, separator), violation));
    json.writeEndObject();
    if (violation.clause().isPresent()) {
      json.writeArrayFieldStart("taxa");
      rules.clause(json, violation.clause().get());
      json.writeEndArray();
    }
    if (result.suppressed()) {
      json.writeArrayFieldStart("suppressions");
      json.writeStartObject();
      json.writeStringField("kind", "external");
      json.writeStringField("status", "accepted");
      json.writeEndObject();
      json.writeEndArray();
    }
    properties(violation);
    json.writeEndObject();
  }

  private void physicalLocation(String path, int artifact, Violation violation) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", ArtifactUri.of(path, separator));
    json.writeNumberField("index", artifact);
    json.writeEndObject();
    var excerpt = violation.excerpt();
    int start = Math.min(excerpt.start(), excerpt.text().length());
    int end = Math.min(start + Math.max(1, excerpt.length()), excerpt.text().length());
    var marked = excerpt.text().substring(start, end);
    var exact = isAsWritten(marked) ? marked : "";
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", violation.line());
    json.writeNumberField("startColumn", violation.column());
    json.writeNumberField("endLine", violation.line());
    // Where the end is not known, the first character stands for the place.
    json.writeNumberField(
        "endColumn", violation.column() + Math.max(1, exact.codePointCount(0, exact.length())));
    json.writeNumberField("byteOffset", violation.offset());
    json.writeNumberField("byteLength", Math.max(1, exact.getBytes(StandardCharsets.UTF_8).length));
    if (!marked.isEmpty()) {
      JsonOutput.text(json, "snippet", marked);
    }
    json.writeEndObject();
    if (!excerpt.isEmpty()) {
      json.writeObjectFieldStart("contextRegion");
      json.writeNumberField("startLine", violation.line());
      JsonOutput.text(json, "snippet", excerpt.text());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Whether the marked text stands so in the file, to its end: not masked, escaped or cut. */
  private static boolean isAsWritten(String marked) {
    return EXACT.matcher(marked).matches();
  }

  private void logicalLocation(Violation violation) throws IOException {
    if (violation.pointer().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField("fullyQualifiedName", violation.pointer());
    json.writeStringField("kind", "value");
    json.writeEndObject();
    json.writeEndArray();
  }

  private void properties(Violation violation) throws IOException {
    json.writeObjectFieldStart("properties");
    if (violation.value().isPresent()) {
      json.writeStringField("value", violation.value().get());
    }
    var record = violation.record();
    if (!record.label().isEmpty()) {
      json.writeStringField("record", record.label());
    }
    if (record.number() > 0) {
      json.writeNumberField("recordNumber", record.number());
    }
    for (Map.Entry<String, String> group : new TreeMap<>(record.groups()).entrySet()) {
      json.writeStringField(group.getKey(), group.getValue());
    }
    json.writeStringField("help", wording.help(violation));
    json.writeEndObject();
  }
}
