package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What rules say at their edges. A case is a line: the contract and file of the test data, the text
 * that is replaced and what by, then what must be reported, each as rule and pointer, or {@code
 * ok}; between them stands a bar.
 */
class EdgesTest {

  private static final String CASES =
      """
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "2199-12-31" | ok
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "2200-01-01" | date-implausible /0/dataFim
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "1900-01-01" | date-implausible /0/dataFim
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "1900-01-02" | date-order /0
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "20a9-02-04" | date-format /0/dataFim
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "2019-0b-04" | date-format /0/dataFim
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "2019-02-/4" | date-format /0/dataFim
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "2019-02-:4" | date-format /0/dataFim
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "2019-02-29" | date-invalid /0/dataFim
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "2020-02-29" | ok
      sgp/profissionais/dates-in-order | "dataIngresso": "2019-02-04",\\n    "cargaHoraria": 40,\\n    "dataFim": "2019-02-04" | "dataIngresso": "2099-02-04",\\n    "cargaHoraria": 40,\\n    "dataFim": "2019-02-04" | date-future /0/dataIngresso
      sgp/profissionais/dates-in-order | "dataFim": "2019-02-04" | "dataFim": "2019-02-04", "dataFim": "2018-01-01" | json-duplicate-name /0/dataFim
      sgp/profissionais-funcoes/without-the-optional-ones | "45639494425" | "456394944" | cpf-format /0/cpf
      sgp/profissionais-funcoes/without-the-optional-ones | "45639494425" | "456.394.944-25" | cpf-format /0/cpf
      sgp/profissionais-funcoes/without-the-optional-ones | "45639494425" | "4563949442/" | cpf-format /0/cpf
      sgp/profissionais-funcoes/without-the-optional-ones | "45639494425" | "4563949442:" | cpf-format /0/cpf
      sgp/profissionais-funcoes/without-the-optional-ones | 35012345 | 9223372036854775807 | inep-format /0/inep
      sgp/profissionais-funcoes/without-the-optional-ones | 35012345 | "00000000000035012345" | number-as-string /0/inep
      sgp/profissionais-funcoes/without-the-optional-ones | 35012345 | "00012345678901234567890" | inep-format /0/inep
      sgp/profissionais-funcoes/without-the-optional-ones | 35012345 | -35012345 | inep-format /0/inep
      sgp/profissionais-funcoes/without-the-optional-ones | 35012345 | "-1" | inep-format /0/inep
      sgp/estudantes/minimal | "serieAno": 17 | "serieAno": 17, "tipoDeficiencia": [0, 0] | ok
      sgp/estudantes/minimal | "serieAno": 17 | "serieAno": 17, "tipoDeficiencia": [3, 0] | tipo-deficiencia-contradiction /0/tipoDeficiencia
      sgp/estudantes/minimal | "serieAno": 17 | "serieAno": 17, "tipoDeficiencia": ["x", 0] | tipo-deficiencia-contradiction /0/tipoDeficiencia; schema-type /0/tipoDeficiencia/0
      sgp/estudantes/minimal | "Sabiá Guabiroba Ipê" | "Sabi\\u007f Ipe" | text-whitespace /0/nome
      sgp/estudantes/minimal | "Sabiá Guabiroba Ipê" | "Sabia & Ipe" | ok
      sgp/estudantes/minimal | "Sabiá Guabiroba Ipê" | "Sabia &amp; Ipe" | text-mojibake /0/nome
      sgp/estudantes/minimal | "Sabiá Guabiroba Ipê" | "&amp;" | text-mojibake /0/nome
      sgp/estudantes/minimal | "Sabiá Guabiroba Ipê" | "Sabia\ufffd" | text-mojibake /0/nome
      sgp/estudantes/minimal | "Sabiá Guabiroba Ipê" | "\ufffdSabia" | text-mojibake /0/nome
      sgp/estudantes/minimal | "Sabiá Guabiroba Ipê" | "Sabia " | text-whitespace /0/nome
      sgp/estudantes/minimal | "Sabiá Guabiroba Ipê" | " Sabia" | text-whitespace /0/nome
      sgp/estudantes/minimal | "Sabiá Guabiroba Ipê" | "\u00a0Sabia" | text-whitespace /0/nome
      mce/despesa/single-account-2024 | 1500.50 | 9999999999999.99 | ok
      mce/despesa/single-account-2024 | 1500.50 | 10000000000000.00 | decimal-15-2 /ente/0/despesa/0/vlr_despesa_empenhada
      mce/despesa/single-account-2024 | 1500.50 | 99999999999999.5E-1 | decimal-exponent /ente/0/despesa/0/vlr_despesa_empenhada
      mce/despesa/single-account-2024 | 1500.50 | 15005000000000000000e-16 | decimal-exponent /ente/0/despesa/0/vlr_despesa_empenhada
      mce/despesa/single-account-2024 | 1500.50 | 15005000000000000000E-16 | decimal-exponent /ente/0/despesa/0/vlr_despesa_empenhada
      mce/despesa/single-account-2024 | 1500.50 | 1e13 | decimal-15-2 /ente/0/despesa/0/vlr_despesa_empenhada
      mce/despesa/single-account-2024 | 1500.50 | 9999e9 | decimal-exponent /ente/0/despesa/0/vlr_despesa_empenhada
      mce/despesa/single-account-2024 | 1500.50 | 1e999999999999 | decimal-15-2 /ente/0/despesa/0/vlr_despesa_empenhada
      mce/despesa/hierarchy-dotted-codes | 4.00 | 4.01 | conta-hierarchy-sum /ente/0/despesa/0
      mce/despesa/hierarchy-dotted-codes | 4.00 | 4.005 | decimal-15-2 /ente/0/despesa/1/vlr_despesa_empenhada
      mce/despesa/hierarchy-dotted-codes | 7.00 | 7.005 | decimal-15-2 /ente/0/despesa/0/vlr_despesa_empenhada
      mce/despesa/hierarchy-dotted-codes | "3.1.90.13.00" | "3.1.90.11.00" | despesa-duplicate /ente/0/despesa/2
      mce/despesa/single-account-2024 | 540 | 1540 | cod-fonte-unknown /ente/0/despesa/0/cod_fonte
      mce/despesa/single-account-2024 | 540 | "540" | number-as-string /ente/0/despesa/0/cod_fonte
      mce/despesa/single-account-2024 | "RR" | " RR " | sgl-uf-format /ente/0/sgl_uf
      mce/despesa/single-account-2024 | 1400100 | 1400101 | cod-municipio-unknown /ente/0/cod_municipio
      mce/despesa/single-account-2024 | 1400100 | 140010 | cod-municipio-six-digits /ente/0/cod_municipio
      mce/despesa/single-account-2024 | 1400100 | 14001 | cod-municipio-format /ente/0/cod_municipio
      mce/despesa/single-account-2024 | 540 | 540.0 | integer-as-decimal /ente/0/despesa/0/cod_fonte
      mce/despesa/single-account-2024 | 540 | 999.0 | integer-as-decimal /ente/0/despesa/0/cod_fonte; cod-fonte-unknown /ente/0/despesa/0/cod_fonte
      mce/despesa/single-account-2024 | "31901100" | " 234567890123456789012345678901" | schema-length /ente/0/despesa/0/des_elemento_despesa
      mce/despesa/single-account-2024 | "num_periodo": 1 | "num_periodo": "3" | number-as-string /ente/0/num_periodo
      mce/despesa/single-account-2024 | 1400100 | -1 | cod-municipio-filter-value /ente/0/cod_municipio
      mce/despesa/single-account-2024 | 1400100 | "-1" | cod-municipio-filter-value /ente/0/cod_municipio
      mce/despesa/single-account-2024 | 1400100 | true | cod-municipio-format /ente/0/cod_municipio
      mce/despesa/single-account-2024 | "num_ano": 2024 | "num_ano": 2025 | num-periodo-future /ente/0/num_periodo
      mce/despesa/single-account-2024 | "num_periodo": 1 | "num_periodo": 18446744073709551617 | num-periodo-range /ente/0/num_periodo
      mce/despesa/single-account-2024 | "num_periodo": 1 | "num_periodo": "18446744073709551617" | num-periodo-range /ente/0/num_periodo
      mce/despesa/single-account-2024 | "num_periodo": 1 | "num_periodo": "00000000000000000001" | number-as-string /ente/0/num_periodo
      mce/despesa/single-account-2024 | 540 | "18446744073709552156" | number-as-string /ente/0/despesa/0/cod_fonte; cod-fonte-unknown /ente/0/despesa/0/cod_fonte
      mce/despesa/single-account-2024 | "num_periodo": 1 | "num_periodo": 0 | num-periodo-range /ente/0/num_periodo
      mce/despesa/single-account-2024 | "num_periodo": 1 | "num_periodo": 2 | ok
      mce/despesa/single-account-2024 | "num_periodo": 1 | "num_periodo": 3 | num-periodo-future /ente/0/num_periodo
      """;

  static Stream<String> cases() {
    return CASES.lines();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areJudgedRight(String line) {
    var cells = line.split(" \\| ", -1);
    var contract = cells[0].substring(0, cells[0].lastIndexOf('/'));
    var file =
        contract.replaceFirst("/", "/valid/") + cells[0].substring(contract.length()) + ".json";
    var payload = Judging.changed(file, unescaped(cells[1]), unescaped(cells[2]));
    var expected = cells[3].equals("ok") ? List.<String>of() : List.of(cells[3].split("; "));

    assertThat(Judging.places(contract, payload)).containsExactlyElementsOf(expected);
  }

  private static String unescaped(String cell) {
    return cell.replace("\\n", "\n");
  }
}
