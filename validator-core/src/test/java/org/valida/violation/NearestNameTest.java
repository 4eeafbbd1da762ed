package org.valida.violation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> ATTRIBUTES =
      List.of("cod_fonte", "sgl_uf", "cod_municipio", "cpf", "nome", "inep", "num_ano");

  @ParameterizedTest
  @CsvSource({
    "cod_fnte, cod_fonte", // one missing
    "cod_fonnte, cod_fonte", // one too many
    "cod_fomte, cod_fonte", // another one
    "cod_fnote, cod_fonte", // two swapped
    "slg_uf, sgl_uf",
    "COD_FONTE, cod_fonte",
    "cod_municipal, cod_municipio",
    "npme, nome",
  })
  void findsTheNameThatWasMeant(String wrong, String meant) {
    assertThat(NearestName.of(wrong, ATTRIBUTES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"nis", "cep", "uf", "valor", "num_linha", "x"})
  void suggestsNothingFarAway(String wrong) {
    assertThat(NearestName.of(wrong, ATTRIBUTES)).isEmpty();
  }

  @Test
  void findsAContractByItsLastPart() {
    var contracts = List.of("mce/receita", "mce/despesa", "sgp/estudantes");

    assertThat(NearestName.of("despesa", contracts)).contains("mce/despesa");
    assertThat(NearestName.of("mce/despeza", contracts)).contains("mce/despesa");
    assertThat(NearestName.of("estudante", contracts)).contains("sgp/estudantes");
  }

  @Test
  void takesTheFirstInTheAlphabetAmongEquals() {
    assertThat(NearestName.of("cor", List.of("por", "dor", "cab"))).contains("dor");
    assertThat(NearestName.of("cor", List.of("dor", "por", "cab"))).contains("dor");
  }

  @Test
  void isQuickForAVeryLongName() {
    assertThat(NearestName.of("x".repeat(1_000_000), ATTRIBUTES)).isEmpty();
  }

  @Test
  void knowsNothingAmongNothing() {
    assertThat(NearestName.of("cpf", List.of())).isEmpty();
  }

  @Test
  void wordsThatBothBeginWithMakeThemNoNearer() {
    assertThat(NearestName.of("cod_conta", List.of("cod_fonte"))).isEmpty();
    assertThat(NearestName.of("cod_fonet", List.of("cod_fonte"))).contains("cod_fonte");
    assertThat(NearestName.of("num_perodo", List.of("num_ano", "num_periodo")))
        .contains("num_periodo");
  }
}
