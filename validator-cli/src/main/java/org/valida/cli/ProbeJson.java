package org.valida.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.valida.probe.CheckResult;
import org.valida.probe.Outcome.Fail;
import org.valida.probe.Outcome.Skip;
import org.valida.probe.ProbeReport;
import org.valida.report.JsonOutput;
import org.valida.report.Phrases;
import org.valida.violation.Severity;

/** The list for programs. */
final class ProbeJson {

  private final Phrases phrases;
  private final ProbeReport report;
  private final ProbeWording wording;

  ProbeJson(Phrases phrases, ProbeReport report) {
    this.phrases = phrases;
    this.report = report;
    this.wording = new ProbeWording(phrases, report);
  }

  void write(Writer out, boolean passed) throws IOException {
    var json = JsonOutput.pretty(out);
    json.writeStartObject();
    json.writeStringField("base", report.base());
    json.writeNumberField("num_ano", report.year());
    json.writeStringField("verdict", passed ? "passed" : "failed");
    json.writeObjectFieldStart("summary");
    json.writeNumberField("passed", report.passed());
    json.writeNumberField("errors", report.failed(Severity.ERROR));
    json.writeNumberField("warnings", report.failed(Severity.WARNING));
    json.writeNumberField("skipped", report.skipped());
    json.writeNumberField("requests", report.requests());
    json.writeEndObject();
    json.writeStringField("lang", phrases.language());
    json.writeArrayFieldStart("checks");
    for (var result : report.results()) {
      check(json, result);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private void check(JsonGenerator json, CheckResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", result.rule().id());
    json.writeStringField("method", result.method().isEmpty() ? null : result.method());
    json.writeStringField("clause", result.rule().clause().orElse(null));
    if (result.outcome() instanceof Fail fail) {
      json.writeStringField("outcome", "fail");
      json.writeStringField("severity", fail.severity().label());
      json.writeStringField("message", wording.message(result, fail));
      json.writeStringField("help", wording.repair(result, fail));
      json.writeStringField("curl", fail.curl().isEmpty() ? null : wording.curl(fail));
      json.writeArrayFieldStart("violations");
      for (var violation : wording.violations(fail)) {
        json.writeString(violation);
      }
      json.writeEndArray();
    } else if (result.outcome() instanceof Skip skip) {
      json.writeStringField("outcome", "skip");
      json.writeStringField("reason", wording.say(skip.reason()));
    } else {
      json.writeStringField("outcome", "pass");
    }
    json.writeEndObject();
  }
}
