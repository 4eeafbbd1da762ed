package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.valida.Contract;
import org.valida.Valida;
import org.valida.schema.Query;
import org.valida.violation.Level;

/** What users set rules to, and what one rule has to do with another. */
class LevelsTest {

  private static final String ENTE =
      """
      {"dat_consulta":"2025-12-01T00:00:00Z","ente":[{"sgl_uf":%s,"cod_municipio":%s,"num_ano":%s,"num_periodo":2,
      "despesa":[{"cod_fonte":%s,"des_elemento_despesa":"31901100","vlr_despesa_empenhada":3,
      "vlr_despesa_liquidada":2,"vlr_despesa_paga":1}]}]}
      """;

  private static Valida.Builder builder() {
    return Valida.builder().today(LocalDate.of(2026, 1, 31));
  }

  private static List<String> found(Valida.Builder builder, String payload) throws IOException {
    return builder
        .build()
        .check(
            Contract.of("mce/despesa"),
            new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)))
        .violations()
        .stream()
        .map(violation -> violation.severity().label() + " " + violation.rule().id())
        .toList();
  }

  private static String ente(String uf, String municipio, String ano, String fonte) {
    return ENTE.formatted(uf, municipio, ano, fonte);
  }

  @Test
  void aWarningAboutTheFormHidesAMereWarningAboutTheMeaning() throws IOException {
    assertThat(found(builder(), ente("\"RS\"", "4314902", "2024", "\"500\"")))
        .containsExactly("warning number-as-string");
  }

  @Test
  void itDoesNotHideWhatTheUserMadeAnError() throws IOException {
    assertThat(
            found(
                builder().level("cod-fonte-not-in-manual", Level.ERROR),
                ente("\"RS\"", "4314902", "2024", "\"500\"")))
        .containsExactlyInAnyOrder("warning number-as-string", "error cod-fonte-not-in-manual");
  }

  @Test
  void aRuleThatIsOffHidesNothing() throws IOException {
    assertThat(
            found(
                builder().level("number-as-string", Level.OFF),
                ente("\"RS\"", "4314902", "2024", "\"500\"")))
        .containsExactly("warning cod-fonte-not-in-manual");
    assertThat(
            found(
                builder().level("cod-municipio-six-digits", Level.OFF),
                ente("\"RS\"", "\"431490\"", "2024", "540")))
        .containsExactly("warning number-as-string");
  }

  @Test
  void aDocumentThatNobodyReadToItsEndIsNeverValid() throws IOException {
    assertThat(found(builder().level("json-syntax", Level.OFF), "{\"dat_consulta\":"))
        .containsExactly("error json-syntax");
  }

  @Test
  void brasiliaAsTheStateAnswersARequestForTheMunicipio() throws IOException {
    var query = Query.parse("?num_ano=2024&cod_municipio=530010");
    assertThat(found(builder().query(query), ente("\"DF\"", "\"\"", "2024", "540"))).isEmpty();
    assertThat(found(builder().query(query), ente("\"RS\"", "\"\"", "2024", "540")))
        .containsExactly("error query-mismatch");
  }

  @Test
  void nothingIsBuiltOnAnAttributeThatCameTwice() throws IOException {
    assertThat(found(builder(), ente("\"RS\"", "4314902", "2024,\"num_ano\":2019", "540")))
        .containsExactly("error json-duplicate-name");
  }

  @Test
  void theSameAccountTwiceIsADuplicateAndNothingElse() throws IOException {
    var item =
        "{\"cod_fonte\":540,\"des_elemento_despesa\":\"31901100\",\"vlr_despesa_empenhada\":3,"
            + "\"vlr_despesa_liquidada\":2,\"vlr_despesa_paga\":1},";
    var payload =
        ente("\"RS\"", "4314902", "2024", "540")
            .replace("[{\"cod_fonte\"", "[" + item + "{\"cod_fonte\"");
    assertThat(found(builder(), payload)).containsExactly("error despesa-duplicate");
  }
}
