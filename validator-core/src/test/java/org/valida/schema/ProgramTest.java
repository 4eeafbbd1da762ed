package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.json.JsonValue;
import org.valida.text.Draft;

class ProgramTest {

  private static final String RECORD = "{\"x-record\": {\"name\": \"ente\", \"label\": \"{#}\"}}";

  private static Program program(String schema) {
    return SchemaFile.compile(
        JsonValue.parse(schema.replace("RECORD", RECORD)),
        URI.create("mem:/schema.json"),
        Draft.DRAFT7,
        uri -> Optional.empty(),
        Valida.rules());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"items\": RECORD} | ''",
        "{\"properties\": {\"a\": {\"type\": \"string\"}, \"ente\": {\"items\": RECORD}}} | ente",
        "{\"properties\": {\"a\": {\"items\": {\"type\": \"object\"}}, \"b\": {\"items\": RECORD}}} | b",
        "{\"properties\": {\"a\": RECORD}} |",
        "{\"properties\": {\"a\": {\"items\": {\"properties\": {\"b\": {}}}}}} |",
        "{\"properties\": {\"a\": {\"items\": {\"type\": \"string\"}}}} |",
        "{\"properties\": {\"a\": {\"minItems\": 1}}} |",
        "{\"type\": \"string\"} |",
      })
  void knowsWhichListHoldsTheRecords(String schema, String list) {
    assertThat(program(schema).recordList()).isEqualTo(Optional.ofNullable(list));
  }

  @Test
  void knowsTheKeywordsThatStandInIt() {
    var program = program("{\"properties\": {\"a\": {\"items\": RECORD}}}");

    assertThat(program.has("x-record")).isTrue();
    assertThat(program.has("x-sum")).isFalse();
    assertThat(program.countsRecords()).isTrue();
  }

  @Test
  void aContractHasTheNameOfTheContract() {
    assertThat(Valida.withDefaults().contracts().program("mce/despesa").name())
        .isEqualTo("mce/despesa");
  }
}
