package org.valida;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.valida.violation.RecordRef;
import org.valida.violation.Violation;

/** Which record a violation says it is in. */
class RecordRefTest {

  /** Generated: no one's. */
  private static final String PERSON = "70000000159";

  private static final String RECORD =
      """
      {"cpf": "%s", "nome": "Ana Exemplo", "dataNascimento": "2015-02-30", "inep": 35000001, "serieAno": 14}\
      """;

  private static List<Violation> check(String contract, String payload, String key)
      throws IOException {
    var violations = new ArrayList<Violation>();
    var bytes = payload.getBytes(StandardCharsets.UTF_8);
    Valida.builder()
        .identityKey(key)
        .build()
        .check(Contract.of(contract), new ByteArrayInputStream(bytes), violations::add);
    assertThat(violations).isNotEmpty();
    return violations;
  }

  private static RecordRef last(String payload, String key) throws IOException {
    var violations = check("sgp/estudantes", payload, key);
    return violations.get(violations.size() - 1).record();
  }

  @Test
  void aRecordOfALoteIsIdentifiedByAKeyedHashWhateverItsPlace() throws IOException {
    var record = RECORD.formatted(PERSON);
    var alone = last("[" + record + "]", "a key");
    var second = last("[{}, " + record + "]", "a key");

    assertThat(alone.number()).isEqualTo(1);
    assertThat(second.number()).isEqualTo(2);
    assertThat(alone.identity()).hasSize(20).isEqualTo(second.identity());
    assertThat(last("[" + record + "]", "another key").identity()).isNotEqualTo(alone.identity());
    assertThat(alone.toString()).doesNotContain(PERSON).doesNotContain("Exemplo");
  }

  @Test
  void withoutAKeyOnlyItsPlaceIdentifiesARecordOfALote() throws IOException {
    assertThat(last("[" + RECORD.formatted(PERSON) + "]", "").identity()).isEmpty();
  }

  @Test
  void aRecordOfALoteTellsItsSchoolAndStage() throws IOException {
    var groups = last("[" + RECORD.formatted(PERSON) + "]", "").groups();

    assertThat(groups).containsEntry("school", "35000001");
    assertThat(groups.get("stage")).startsWith("14 ");
  }

  @Test
  void aColumnThatSlippedIsNoGroup() throws IOException {
    var slipped = RECORD.formatted(PERSON).replace("35000001", "\"Ana Exemplo\"");

    assertThat(last("[" + slipped + "]", "").groups()).containsOnlyKeys("stage");
  }

  @Test
  void anEnteIsIdentifiedByItsLabel() throws IOException {
    var ente = "{\"ente\": [{\"sgl_uf\": \"RS\", \"num_ano\": 2024, \"num_periodo\": 9}]}";
    var record = check("mce/despesa", ente, "").get(0).record();

    assertThat(record).isEqualTo(new RecordRef(record.label(), 1, record.label(), Map.of()));
    assertThat(record.label()).startsWith("RS");
  }
}
