package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.text.Draft;

class RecordLabelTest {

  private static final String SCHEMA =
      """
      {"properties": {"year": {"type": "integer"}, "list": {"items": {
        "x-record": {"name": "%s", "label": "%s"},
        "properties": {
          "uf": {"type": "string", "x-shape": {"rule": "email-format", "any": ["[0-9]+"], "strip": "."}},
          "code": {"type": "integer"%s},
          "bad": {"type": "null"}}}}}}\
      """;

  private static String label(String kind, String label, String code, String record) {
    return label(kind, label, code, record, false);
  }

  private static String label(
      String kind, String label, String code, String record, boolean showPersonal) {
    var program =
        SchemaFile.compile(
            JsonValue.parse(SCHEMA.formatted(kind, label, code)),
            URI.create("mem:/schema.json"),
            Draft.DRAFT7,
            uri -> Optional.empty(),
            Valida.rules());
    var keys = new ArrayList<String>();
    var defaults = Settings.defaults();
    var settings =
        new Settings(
            defaults.levels(),
            defaults.today(),
            Optional.empty(),
            0,
            Limits.defaults(),
            "",
            showPersonal);
    var document = "{\"year\": 2024, \"list\": [{}, " + record + "]}";
    new Checker(
            program, settings, new RunMemory(null), violation -> keys.add(violation.recordKey()))
        .check(
            Utf8Cursor.over(document.getBytes(StandardCharsets.UTF_8), settings.limits()), "input");
    assertThat(keys).isNotEmpty();
    return keys.get(0);
  }

  @Test
  void namesTheAttributesOfAPattern() {
    assertThat(new RecordLabel("{a} {#} {b}/{c} d").attributes()).containsExactly("a", "b", "c");
    assertThat(new RecordLabel("nothing").attributes()).isEmpty();
  }

  @Test
  void putsValuesAndTheNumberOfTheRecordInTheirPlaces() {
    assertThat(
            label("ente", "no. {#} {uf}-{code}", "", "{\"bad\": 1, \"uf\": \"4.3\", \"code\": 7}"))
        .isEqualTo("no. 2 43-7");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    assertThat(label("ente", "{#} {uf} {code} {none} end", "", "{\"bad\": 1, \"code\": 7}"))
        .isEqualTo("2 7 end");
    assertThat(label("ente", "{uf} {code}", "", "{\"bad\": 1}")).isEmpty();
  }

  @Test
  void leavesOutWhatIsBroken() {
    assertThat(label("ente", "{#} {code}", "", "{\"code\": \"x\"}")).isEqualTo("2");
  }

  @Test
  void leavesOutTheValuesOfALoteThatAreNotPublic() {
    assertThat(label("lote", "{#} {code}", "", "{\"bad\": 1, \"code\": 7}")).isEqualTo("2");
    assertThat(label("lote", "{#} {code}", ", \"x-public\": true", "{\"bad\": 1, \"code\": 7}"))
        .isEqualTo("2 7");
    assertThat(label("lote", "{#} {code}", "", "{\"bad\": 1, \"code\": 7}", true)).isEqualTo("2 7");
  }
}
