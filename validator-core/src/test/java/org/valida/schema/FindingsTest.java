package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.json.JsonValue;
import org.valida.json.Utf8Cursor;
import org.valida.text.Draft;
import org.valida.violation.Level;
import org.valida.violation.Rule;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

class FindingsTest {

  private static final String SCHEMA =
      """
      {"items": {
        "x-record": {"name": "ente", "label": "{#}"},
        "properties": {"a": {"items": {"type": "null"}}}}}\
      """;

  /** What is found in one record with so many values that are wrong. */
  private static List<Violation> found(int wrong) {
    var program =
        SchemaFile.compile(
            JsonValue.parse(SCHEMA),
            URI.create("mem:/schema.json"),
            Draft.DRAFT7,
            uri -> Optional.empty(),
            Valida.rules());
    var found = new ArrayList<Violation>();
    var settings = Settings.defaults();
    var document = "[{\"a\": [" + "1,".repeat(wrong - 1) + "1]}]";
    new Checker(program, settings, new RunMemory(null), found::add)
        .check(
            Utf8Cursor.over(document.getBytes(StandardCharsets.UTF_8), settings.limits()), "input");
    return found;
  }

  @Test
  void aRecordWithVeryManyIsHandedOnInPiecesBeforeItsNameIsKnown() {
    var few = found(Findings.HELD - 1);
    assertThat(few).hasSize(Findings.HELD - 1);
    assertThat(few).allMatch(violation -> violation.recordKey().equals("1"));

    var many = found(Findings.HELD + 1);
    assertThat(many).hasSize(Findings.HELD + 1);
    assertThat(many.subList(0, Findings.HELD)).allMatch(v -> v.recordKey().isEmpty());
    assertThat(many.get(Findings.HELD).recordKey()).isEqualTo("1");
  }

  private static Severity severity(Level level, String rule) {
    var findings = new Findings(Map.of(rule, level), violation -> {});
    return findings.severity(rule(rule), Severity.WARNING);
  }

  @Test
  void aUserDecidesHowGraveARuleIsButNotThatADocumentCanBeRead() {
    assertThat(new Findings(Map.of(), violation -> {}).severity(rule("a"), Severity.INFO))
        .isEqualTo(Severity.INFO);
    assertThat(severity(Level.ERROR, "a")).isEqualTo(Severity.ERROR);
    assertThat(severity(Level.OFF, "a")).isNull();
    assertThat(severity(Level.OFF, "json-syntax")).isEqualTo(Severity.WARNING);
    assertThat(severity(Level.INFO, "json-syntax")).isEqualTo(Severity.INFO);
  }

  private static Rule rule(String id) {
    return new Rule(id, Severity.ERROR, "json", "", false);
  }
}
