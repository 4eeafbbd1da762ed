package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.valida.json.JsonValue;

/** What a server answered for a lote, joined to the records it answered about. */
class ServerErrorsTest {

  private static final String CONTRACT = "sgp/matriculas-reativar";

  private static String lote(String... codes) {
    return Stream.of(codes)
        .map(code -> "{\"codigoMatriculaSgp\":" + code + ",\"justificativaEdicao\":1}")
        .toList()
        .toString();
  }

  private static JsonValue answer(String... errors) {
    return JsonValue.parse("{\"errors\":[" + String.join(",", errors) + "]}");
  }

  /** Pointer, variant and the server's sentence of each. */
  private static List<String> joined(
      boolean personal, String contract, String lote, JsonValue... answers) {
    var engine = Judging.engine().serverErrors(List.of(answers)).showPersonal(personal).build();
    return Judging.violations(engine, contract, lote).stream()
        .filter(violation -> violation.rule().id().equals("server-error"))
        .map(
            violation ->
                violation.pointer()
                    + " "
                    + violation.variant()
                    + " "
                    + violation.arguments().get("error"))
        .toList();
  }

  private static List<String> joined(String lote, JsonValue... answers) {
    return joined(true, CONTRACT, lote, answers);
  }

  @Test
  void anErrorGoesToTheRecordOfItsCode() {
    assertThat(
            joined(
                lote("88136944", "\"88137308\""),
                answer("{\"codigoMatriculaSgp\":88137308,\"erro\":\"b\"}"),
                answer("{\"codigoMatriculaSgp\":\"0088.136-944\",\"erro\":\"a\"}")))
        .containsExactly("/0 missed a", "/1 missed b");
  }

  @Test
  void whatWasFoundHereTooIsTold() {
    assertThat(
            joined(
                lote("88136944, \"x\": 1", "88137308"),
                answer(
                    "{\"codigoMatriculaSgp\":88136944,\"erro\":\"a\"}",
                    "{\"codigoMatriculaSgp\":88137308,\"erro\":\"b\"}")))
        .containsExactly("/0 found a", "/1 missed b");
  }

  @Test
  void anErrorIsToldOnce() {
    assertThat(
            joined(
                lote("88136944", "88136944"),
                answer("{\"codigoMatriculaSgp\":88136944,\"erro\":\"a\"}")))
        .containsExactly("/0 missed a");
  }

  @Test
  void severalErrorsOfARecordAreAllTold() {
    assertThat(
            joined(
                lote("88136944"),
                answer(
                    "{\"codigoMatriculaSgp\":88136944,\"erro\":\"a\"}",
                    "{\"codigoMatriculaSgp\":88136944,\"erro\":\"b\"}")))
        .containsExactlyInAnyOrder("/0 missed a", "/0 missed b");
  }

  @Test
  void whatFitsNoRecordIsToldOfTheWhole() {
    assertThat(
            joined(
                lote("88136944"),
                answer(
                    "{\"codigoMatriculaSgp\":1,\"erro\":\"of another\"}",
                    "{\"codigoMatriculaSgp\":\"12345678901234567890\",\"erro\":\"too long\"}",
                    "{\"codigoMatriculaSgp\":null,\"erro\":\"of nobody\"}",
                    "{\"codigo\":88136944,\"erro\":\"otherwise named\"}",
                    "{\"erro\":7}")))
        .containsExactly(
            " unmatched of another",
            " unmatched too long",
            " unmatched of nobody",
            " unmatched otherwise named",
            " unmatched ");
  }

  @Test
  void aRecordWhoseCodeIsAbsentOrBrokenGetsNoError() {
    assertThat(
            joined(
                "[{\"justificativaEdicao\":1},{\"codigoMatriculaSgp\":\"x\"}]",
                answer("{\"codigoMatriculaSgp\":0,\"erro\":\"a\"}")))
        .containsExactly(" unmatched a");
  }

  @Test
  void aRecordIsFoundByTheNumberThatItHas() {
    var lote =
        Judging.changed(
            "sgp/valid/estudantes/minimal.json",
            "\"cpf\": \"17903826964\"",
            "\"cpf\": \"17903826965\"");
    assertThat(
            joined(
                true,
                "sgp/estudantes",
                lote,
                answer("{\"cpf\":\"17903826965\",\"erro\":\"CPF inválido\",\"nome\":\"\"}")))
        .containsExactly("/0 found CPF inválido");
  }

  @Test
  void whatTheServerSaysOfThePersonIsHidden() {
    var said =
        "Zuza do Ipê, de 20/05/2014, CPF 179.038.269-64, zuza@example.org no ano 201, ZUZA, erro 42";
    var error =
        "{\"codigoMatriculaSgp\":88136944,\"nome\":\"Zuza do Ipê\",\"erro\":\"" + said + "\"}";
    assertThat(joined(false, CONTRACT, lote("88136944"), answer(error)))
        .containsExactly("/0 missed *** do ***, de ***, CPF ***, *** no ano 201, ***, erro 42");
    assertThat(joined(true, CONTRACT, lote("88136944"), answer(error)))
        .containsExactly("/0 missed " + said);
    assertThat(joined(false, CONTRACT, lote("88137308"), answer(error)))
        .allMatch(told -> told.startsWith(" unmatched ***"));
  }

  @Test
  void pagesThatAreNotThereAreNamed() {
    var first =
        JsonValue.parse(
            "{\"errors\":[{\"erro\":\"a\"}],\"pagination\":{\"current_page\":1,\"total_pages\":4}}");
    var third =
        JsonValue.parse(
            "{\"errors\":[],\"pagination\":{\"current_page\":\"3\",\"total_pages\":\"4\"}}");

    assertThat(ServerErrors.of(List.of(first)).missingPages()).containsExactly(2L, 3L, 4L);
    assertThat(ServerErrors.of(List.of(third, first)).missingPages()).containsExactly(2L, 4L);
    assertThat(ServerErrors.of(List.of(third, first)).size()).isEqualTo(1);
    assertThat(ServerErrors.of(List.of(answer())).missingPages()).isEmpty();
  }

  @Test
  void absurdCountsOfPagesAreBounded() {
    var last = "{\"errors\":[],\"pagination\":{\"current_page\":1,\"total_pages\":%s}}";
    assertThat(
            ServerErrors.of(List.of(JsonValue.parse(last.formatted("999999999")))).missingPages())
        .hasSize(9_999);
    assertThat(
            ServerErrors.of(List.of(JsonValue.parse(last.formatted("9999999999")))).missingPages())
        .isEmpty();
    assertThat(ServerErrors.of(List.of(JsonValue.parse(last.formatted("null")))).missingPages())
        .isEmpty();
  }

  @Test
  void anAnswerWithoutErrorsIsRefused() {
    assertThatThrownBy(() -> ServerErrors.of(List.of(JsonValue.parse("{}"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("errors");
  }

  @Test
  void aContractThatServersAnswerNothingOfHasNoneOfIt() {
    assertThat(
            joined(
                true,
                "mce/receita",
                Judging.changed("mce/valid/receita/single-account.json"),
                answer("{\"erro\":\"a\"}")))
        .isEmpty();
  }
}
