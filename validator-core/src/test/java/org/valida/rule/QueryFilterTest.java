package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.schema.Query;

/** Whether an ente is one that was asked for, and its period one that had begun. */
class QueryFilterTest {

  private static String retificadora(String uf, String municipio) {
    return """
        {"dat_consulta": "2018-04-15 13:53:54", "ente": [{"sgl_uf": "%s", "cod_municipio": %s,
        "num_ano": 2018, "num_periodo": 1}]}
        """
        .formatted(uf, municipio);
  }

  @ParameterizedTest
  @CsvSource({
    "cod_municipio=140010,  RR, 1400100, fits",
    "cod_municipio=1400100, RR, 1400100, fits",
    "cod_municipio=1400100, RR, 140010,  fits",
    "cod_municipio=1400100, RR, 1400209, differs",
    "cod_municipio=1400100, RR, '\"\"', differs",
    "cod_municipio=5300108, DF, '\"\"', fits",
    "cod_municipio=530010,  DF, null,    fits",
    "cod_municipio=5300108, GO, '\"\"', differs",
    "cod_municipio=-1,      GO, '\"\"', fits",
    "cod_municipio=-1,      DF, 5300108, fits",
    "cod_municipio=-1,      RR, 1400100, differs",
    "cod_municipio=1400100, RR, '\"x\"', fits",
    "sgl_uf=RR,             RR, 1400100, fits",
    "sgl_uf=RR,             AM, 1302603, differs",
    "sgl_uf=RR,             R,  1400100, fits",
    "num_ano=2018,          RR, 1400100, fits",
    "num_ano=2019,          RR, 1400100, differs",
  })
  void anEnteIsComparedWithWhatWasAsked(String query, String uf, String code, String verdict) {
    var engine = Judging.engine().query(Query.parse(query)).build();
    var found =
        Judging.places(
            Judging.violations(engine, "mce/retificadora", retificadora(uf, code.strip())));

    assertThat(found.contains("query-mismatch /ente/0"))
        .as(found + "")
        .isEqualTo(verdict.equals("differs"));
  }

  @Test
  void thePeriodIsComparedWithADayThatComesAfterIt() {
    var first =
        Judging.changed(
            "mce/valid/despesa/single-account-2024.json",
            "\"num_periodo\": 1",
            "\"num_periodo\": 3");
    var day = "\"dat_consulta\": \"2024-03-15T10:00:00Z\"";
    var last = first.replace(day + ",", "").stripTrailing();
    last = last.substring(0, last.length() - 1) + "," + day + "}";

    var engine = Judging.engine().build();
    var before = Judging.violations(engine, "mce/despesa", first);
    var after = Judging.violations(engine, "mce/despesa", last);

    assertThat(Judging.places(after)).containsExactly("num-periodo-future /ente/0/num_periodo");
    assertThat(after.get(0).arguments()).isEqualTo(before.get(0).arguments());
    assertThat(after.get(0).recordKey()).isEqualTo(before.get(0).recordKey()).isNotEmpty();
    assertThat(after.get(0).line()).isEqualTo(before.get(0).line());
  }

  @Test
  void aPersonWhoseNumberIsBrokenIsStillNamed() {
    var lote =
        Judging.changed(
            "sgp/valid/profissionais-funcoes/without-the-optional-ones.json",
            "45639494425",
            "456.394.944-25");
    var found = Judging.violations(Judging.engine().build(), "sgp/profissionais-funcoes", lote);

    assertThat(found.get(0).recordKey()).isEqualTo("#1 ***.394.944-**");
  }
}
