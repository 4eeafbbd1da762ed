package org.valida.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.valida.violation.Rule;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/** The rules that a SARIF run speaks of, and the clauses that they come from, as its taxonomy. */
final class SarifRules {

  /** What the taxonomy is called where others refer to it. */
  private static final String TAXONOMY = "valida-clauses";

  private final RuleTexts texts;
  private final Phrases phrases;
  private final Map<String, Rule> rules = new TreeMap<>();
  private final TreeSet<String> clauseSet = new TreeSet<>();
  private List<String> ids = List.of();
  private List<String> clauses = List.of();

  SarifRules(RuleTexts texts, Phrases phrases) {
    this.texts = texts;
    this.phrases = phrases;
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /** Takes in the rule of a violation and its clauses. */
  void add(Violation violation) {
    rules.putIfAbsent(violation.rule().id(), violation.rule());
    violation.rule().clause().ifPresent(clauseSet::add);
    violation.clause().ifPresent(clauseSet::add);
  }

  /** Says that all were added; the indexes stand from now on. */
  void complete() {
    ids = List.copyOf(rules.keySet());
    clauses = List.copyOf(clauseSet);
  }

  int index(Rule rule) {
    return ids.indexOf(rule.id());
  }

  void write(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (var rule : rules.values()) {
      rule(json, rule);
    }
    json.writeEndArray();
    if (!clauses.isEmpty()) {
      json.writeArrayFieldStart("supportedTaxonomies");
      taxonomyReference(json);
      json.writeEndArray();
    }
  }

  private void rule(JsonGenerator json, Rule rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    JsonOutput.text(json, "shortDescription", texts.title(rule.id()));
    // Code scanning services take no rule without these.
    JsonOutput.text(json, "fullDescription", or(texts.why(rule.id()), rule));
    JsonOutput.text(json, "help", or(texts.repair(rule.id()), rule));
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    if (rule.clause().isPresent()) {
      json.writeArrayFieldStart("relationships");
      json.writeStartObject();
      json.writeFieldName("target");
      clause(json, rule.clause().get());
      json.writeArrayFieldStart("kinds");
      json.writeString("relevant");
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeObjectFieldStart("properties");
    json.writeStringField("group", rule.group());
    json.writeBooleanField("repair", rule.repair());
    json.writeArrayFieldStart("tags");
    json.writeString(rule.group());
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private String or(String text, Rule rule) {
    return text.isEmpty() ? texts.title(rule.id()) : text;
  }

  /** A reference to a clause of the taxonomy. */
  void clause(JsonGenerator json, String clause) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", clause);
    json.writeNumberField("index", clauses.indexOf(clause));
    json.writeFieldName("toolComponent");
    taxonomyReference(json);
    json.writeEndObject();
  }

  private static void taxonomyReference(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", TAXONOMY);
    json.writeNumberField("index", 0);
    json.writeEndObject();
  }

  void taxonomies(JsonGenerator json) throws IOException {
    if (clauses.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("taxonomies");
    json.writeStartObject();
    json.writeStringField("name", TAXONOMY);
    JsonOutput.text(json, "shortDescription", phrases.text("sarif.taxonomy"));
    json.writeArrayFieldStart("taxa");
    for (var clause : clauses) {
      json.writeStartObject();
      json.writeStringField("id", clause);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }
}
