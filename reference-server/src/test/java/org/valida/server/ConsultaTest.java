package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.Contract;
import org.valida.Valida;
import org.valida.schema.Query;
import org.valida.server.consulta.Method;
import org.valida.violation.Severity;

/** The filters of MCE 4.1, in the words of the manual as docs/clauses.md reads them. */
@ParameterizedClass
@EnumSource(Engine.class)
class ConsultaTest {

  private static final List<String> RS = List.of("RS", "RS 4304606", "RS 4314407", "RS 4314902");
  private static final List<String> ALL =
      List.of(
          "AC",
          "AC 1200203",
          "AC 1200401",
          "DF",
          "RS",
          "RS 4304606",
          "RS 4314407",
          "RS 4314902",
          "SP",
          "SP 3509502",
          "SP 3526902",
          "SP 3550308");

  private final Client client;

  ConsultaTest(Engine engine) {
    client = SampleServer.shared(engine).client();
  }

  private List<String> entes(String query) {
    var answer = client.get("/consulta/despesa?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.entes();
  }

  private static List<String> inAllPeriods(List<String> entes, int year) {
    var rows = new ArrayList<String>();
    for (var ente : entes) {
      for (int period = 1; period <= 6; period++) {
        rows.add(ente + " " + year + "/" + period);
      }
    }
    return rows;
  }

  private static List<String> in(List<String> entes, String period) {
    return entes.stream().map(ente -> ente + " " + period).toList();
  }

  // MCE 4.1, the five cases.

  @Test
  void mce41OnlyTheYearGivesAllMunicipiosAndStatesInAllPeriods() {
    assertThat(entes("num_ano=2024")).isEqualTo(inAllPeriods(ALL, 2024));
    assertThat(entes("num_ano=2020")).isEqualTo(inAllPeriods(ALL, 2020));
  }

  @Test
  void mce41YearAndMunicipioGiveTheMunicipioInAllPeriods() {
    assertThat(entes("num_ano=2024&cod_municipio=4314902"))
        .isEqualTo(inAllPeriods(List.of("RS 4314902"), 2024));
  }

  @Test
  void mce41YearMunicipioAndPeriodGiveOneRow() {
    assertThat(entes("num_ano=2024&cod_municipio=4314902&num_periodo=3"))
        .containsExactly("RS 4314902 2024/3");
  }

  @Test
  void mce41YearAndUfGiveTheMunicipiosOfTheStateAndTheState() {
    assertThat(entes("num_ano=2024&sgl_uf=RS")).isEqualTo(inAllPeriods(RS, 2024));
  }

  @Test
  void mce41MunicipioMinusOneGivesTheStatesOnly() {
    assertThat(entes("num_ano=2024&cod_municipio=-1"))
        .isEqualTo(inAllPeriods(List.of("AC", "DF", "RS", "SP"), 2024));
  }

  // MCE 4.1, the three examples.

  @Test
  void mce41Example1GivesOneMunicipioInOnePeriod() {
    assertThat(entes("sgl_uf=RS&cod_municipio=4314902&num_ano=2020&num_periodo=1"))
        .containsExactly("RS 4314902 2020/1");
  }

  @Test
  void mce41Example1AsWrittenAsksForAMunicipioThatIsNone() {
    assertThat(entes("sgl_uf=RS&cod_municipio=123&num_ano=2020&num_periodo=1")).isEmpty();
  }

  @Test
  void mce41Example2GivesTheStateAndItsMunicipiosInOnePeriod() {
    assertThat(entes("sgl_uf=RS&num_ano=2020&num_periodo=1")).isEqualTo(in(RS, "2020/1"));
  }

  @Test
  void mce41Example3GivesTheStateAndItsMunicipiosInAllPeriods() {
    assertThat(entes("sgl_uf=RS&num_ano=2020")).isEqualTo(inAllPeriods(RS, 2020));
  }

  @Test
  void mce41TheSampleRequestWithCodTcIsAnswered() {
    assertThat(entes("cod_tc=1&sgl_uf=DF&cod_municipio=530010&num_ano=2020&num_periodo=1"))
        .containsExactly("DF 2020/1");
  }

  // Combinations.

  @Test
  void filtersNarrowEachOther() {
    assertThat(entes("num_ano=2024&sgl_uf=RS&cod_municipio=-1&num_periodo=6"))
        .containsExactly("RS 2024/6");
    assertThat(entes("num_ano=2024&sgl_uf=SP&cod_municipio=4314902")).isEmpty();
    assertThat(entes("num_ano=2024&num_periodo=2")).isEqualTo(in(ALL, "2024/2"));
    assertThat(entes("num_ano=2023")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4314902", "431490"})
  void aMunicipioIsFoundByItsSevenDigitsAndByTheFirstSix(String code) {
    assertThat(entes("num_ano=2024&num_periodo=1&cod_municipio=" + code))
        .containsExactly("RS 4314902 2024/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5300108", "530010", "-1"})
  void theDistritoFederalIsOneEnteHoweverItIsCalled(String code) {
    assertThat(entes("num_ano=2024&num_periodo=1&sgl_uf=DF&cod_municipio=" + code))
        .containsExactly("DF 2024/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-2", "43149", "9999999", "43149020", "99999999999999999999", "-99999999999"})
  void anIntegerThatIsNoMunicipioMatchesNothing(String code) {
    assertThat(entes("num_ano=2024&cod_municipio=" + code)).isEmpty();
  }

  @Test
  void emptyParametersAreIgnored() {
    assertThat(entes("cod_tc=&sgl_uf=&cod_municipio=&num_ano=2024&num_periodo=1&"))
        .isEqualTo(in(ALL, "2024/1"));
  }

  // Answers.

  @ParameterizedTest
  @EnumSource(Method.class)
  void everyMethodAnswersInItsContractAndToTheQuery(Method method) throws IOException {
    for (var query :
        List.of("num_ano=2024", "num_ano=2020&sgl_uf=SP", "num_ano=2024&cod_municipio=-1")) {
      var answer = client.get(method.path() + "?" + query);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("content-type")).isEqualTo("application/json");
      assertThat(answer.entes()).isNotEmpty();
      var report =
          Valida.builder()
              .query(Query.parse(query))
              .build()
              .check(
                  Contract.of(method.contract()),
                  new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
      assertThat(report.violations())
          .filteredOn(violation -> violation.severity() != Severity.INFO)
          .isEmpty();
    }
  }

  @Test
  void noRowIsAnEmptyList() {
    var answer = client.get("/consulta/receita?num_ano=1999");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).matches("\\{\"dat_consulta\":\"[^\"]+Z\",\"ente\":\\[]}");
  }

  @Test
  void aStateRowCarriesAnEmptyMunicipioAndAmountsHaveTwoDecimals() {
    var answer =
        client.get("/consulta/indicador?num_ano=2024&num_periodo=1&sgl_uf=AC&cod_municipio=-1");

    assertThat(answer.body())
        .endsWith(
            "\"ente\":[{\"sgl_uf\":\"AC\",\"cod_municipio\":\"\",\"num_ano\":2024,\"num_periodo\":1,"
                + "\"indicador\":[{\"cod_indicador\":\"1.1\",\"vlr_indicador\":25.11},"
                + "{\"cod_indicador\":\"2.1\",\"vlr_indicador\":18.57},"
                + "{\"cod_indicador\":\"2.10\",\"vlr_indicador\":123.45},"
                + "{\"cod_indicador\":\"7.1\",\"vlr_indicador\":-1000.01}]}]}");
  }

  @Test
  void divergenciasAreTextsWithTheirAccents() {
    var answer =
        client.get("/consulta/divergencia?num_ano=2024&num_periodo=1&cod_municipio=4314902");

    assertThat(answer.body())
        .contains("[\"Função 12: a despesa paga no 1º bimestre não confere\",");
  }

  @Test
  void equalRequestsGetTheSameRowsInTheSameOrder() {
    var first = client.get("/consulta/despesa?num_ano=2024").body();
    var second = client.get("/consulta/despesa?num_ano=2024").body();

    assertThat(withoutTime(second)).isEqualTo(withoutTime(first));
  }

  private static String withoutTime(String answer) {
    return answer.replaceFirst("\"dat_consulta\":\"[^\"]*\"", "");
  }

  // MCE 5.3.

  private List<String> rectified(String query) {
    var answer = client.get("/consulta/retificadora?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.entes();
  }

  @Test
  void mce53TheDatesAreInclusive() {
    // The sample data of 2024 say that all rectified on 2025-02-01T12:00:00Z.
    assertThat(rectified("dat_inicio=2025-02-01T12:00:00Z&dat_fim=2025-02-01T12:00:00Z"))
        .hasSize(24);
    assertThat(rectified("dat_inicio=2025-02-01T12:00:01Z")).isEmpty();
    assertThat(rectified("dat_inicio=2025-01-01T00:00:00Z&dat_fim=2025-02-01T11:59:59Z")).isEmpty();
  }

  @Test
  void mce53ADateWithoutZIsInTheTimeOfBrasilia() {
    assertThat(rectified("dat_inicio=2025-02-01%2009:00:00&dat_fim=2025-02-01T09:00:00"))
        .hasSize(24);
    assertThat(rectified("dat_inicio=2025-02-01T09:00:01")).isEmpty();
  }

  @Test
  void mce53TheOtherFiltersNarrowItToo() {
    assertThat(
            rectified(
                "cod_tc=1&dat_consulta=2017-10-10T10:10:10Z&dat_inicio=2021-01-01T00:00:00Z"
                    + "&dat_fim=2025-12-31T00:00:00Z&sgl_uf=RS&num_periodo=6&cod_municipio=4314902"))
        .containsExactly("RS 4314902 2020/6", "RS 4314902 2024/6");
    assertThat(rectified("num_ano=2020&cod_municipio=-1&num_periodo=3"))
        .isEqualTo(in(List.of("AC", "DF", "RS", "SP"), "2020/3"));
  }
}
