package org.valida.server.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.valida.Valida;
import org.valida.server.Engine;
import org.valida.server.Payload;
import org.valida.server.ReferenceServer;
import org.valida.server.SampleServer;
import org.valida.server.load.LoadResult;
import org.valida.server.store.DatabaseException;
import org.valida.violation.Messages;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/** Each loss that a service can plant between file and answer is found, and where it is. */
class PlantedLossTest {

  private static final Payload DESPESA =
      Payload.inFull(
          """
          {'dat_consulta':'2024-12-31T12:00:00Z','ente':[
            {'sgl_uf':'RS','cod_municipio':'','num_ano':2024,'num_periodo':1,'despesa':[
              {'cod_fonte':540,'des_elemento_despesa':'31901100',
               'vlr_despesa_empenhada':0.30,'vlr_despesa_liquidada':0.20,'vlr_despesa_paga':0.10}]},
            {'sgl_uf':'RS','cod_municipio':4314902,'num_ano':2024,'num_periodo':1,'despesa':[
              {'cod_fonte':540,'des_elemento_despesa':'31901100',
               'vlr_despesa_empenhada':12.5,'vlr_despesa_liquidada':11,'vlr_despesa_paga':10},
              {'cod_fonte':541,'des_elemento_despesa':'31901100',
               'vlr_despesa_empenhada':7,'vlr_despesa_liquidada':6,'vlr_despesa_paga':5}]},
            {'sgl_uf':'RS','cod_municipio':4314902,'num_ano':2024,'num_periodo':2,'despesa':[
              {'cod_fonte':540,'des_elemento_despesa':'31901100',
               'vlr_despesa_empenhada':92.5,'vlr_despesa_liquidada':91,'vlr_despesa_paga':90},
              {'cod_fonte':541,'des_elemento_despesa':'31901100',
               'vlr_despesa_empenhada':17,'vlr_despesa_liquidada':16,'vlr_despesa_paga':15}]}]}
          """);

  private static final Payload DIVERGENCIA =
      Payload.inFull(
          """
          {'dat_consulta':'2024-12-31T12:00:00Z','ente':[
            {'sgl_uf':'RS','cod_municipio':4314902,'num_ano':2024,'num_periodo':1,'divergencia':[
              'Função 12 não confere','Receita de impostos não confere com a do balanço']}]}
          """);

  private static final Payload RETIFICADORA =
      Payload.inFull(
          """
          {'dat_consulta':'2024-12-31T12:00:00Z','ente':[
            {'sgl_uf':'RS','cod_municipio':'','num_ano':2024,'num_periodo':1},
            {'sgl_uf':'RS','cod_municipio':4314902,'num_ano':2024,'num_periodo':3}]}
          """);

  private static SampleServer right;

  @BeforeAll
  static void loads() {
    right = SampleServer.empty(Engine.H2.inMemory(), ReferenceServer.Settings.local(0));
    for (var payload : List.of(DESPESA, DIVERGENCIA, RETIFICADORA)) {
      assertThat(right.load(payload)).isInstanceOf(LoadResult.Loaded.class);
    }
  }

  @AfterAll
  static void ends() {
    right.close();
  }

  @Test
  void aServiceThatLosesNothingDiffersInNothing() {
    assertThat(losses(DESPESA, body -> body)).isEmpty();
    assertThat(losses(DIVERGENCIA, body -> body)).isEmpty();
    assertThat(losses(RETIFICADORA, body -> body)).isEmpty();
  }

  @Test
  void whatIsTheSameWrittenAnotherWayIsNoLoss() {
    assertThat(
            losses(
                DESPESA,
                body ->
                    body.replace("12.50", "1.25e1")
                        .replace("0.30", "0.3")
                        .replace("540", "\"540\"")
                        .replace("4314902", "431490")
                        .replace("\"cod_municipio\":\"\"", "\"cod_municipio\":null")))
        .isEmpty();
    assertThat(losses(DIVERGENCIA, body -> body.replace("ç", "\\u00e7"))).isEmpty();
  }

  @Test
  void theOrderOfItemsIsNoLoss() {
    assertThat(
            losses(
                DIVERGENCIA,
                body -> body.replaceFirst("\\[(\"F[^\"]*\"),(\"R[^\"]*\")\\]", "[$2,$1]")))
        .isEmpty();
  }

  @Test
  void aDoubleInsteadOfADecimal() {
    assertThat(losses(DESPESA, body -> body.replace("0.30", "0.30000000000000004")))
        .containsExactly(
            "value-changed /ente/0/despesa/0/vlr_despesa_empenhada 0.30: vlr_despesa_empenhada"
                + " came back as 0.30000000000000004; in the file it is 0.30 (query"
                + " /consulta/despesa?num_ano=2024)");
  }

  @Test
  void aTruncatedText() {
    assertThat(losses(DIVERGENCIA, body -> body.replace(" com a do balanço", "")))
        .containsExactly(
            "value-changed /ente/0/divergencia/1 \"Receita de impostos não confere com a do"
                + " balanço\": item 2 came back as \"Receita de impostos não confere\"; in the"
                + " file it is \"Receita de impostos não confere com a do balanço\" (query"
                + " /consulta/divergencia?num_ano=2024)");
  }

  @Test
  void aLostAccent() {
    assertThat(losses(DIVERGENCIA, body -> body.replace("Função", "Funcao")))
        .containsExactly(
            "value-changed /ente/0/divergencia/0 \"Função 12 não confere\": item 1 came back as"
                + " \"Funcao 12 não confere\"; in the file it is \"Função 12 não confere\""
                + " (query /consulta/divergencia?num_ano=2024)");
  }

  @Test
  void aDroppedRow() {
    assertThat(losses(DESPESA, body -> without(body, row("4314902", 2))))
        .containsExactly(
            "row-missing /ente/2 {: query /consulta/despesa?num_ano=2024 did not return RS"
                + " 4314902 2024/2");
  }

  @Test
  void aDroppedRowOfRetificadora() {
    var row = "\\{\"sgl_uf\":\"RS\",\"cod_municipio\":4314902[^}]*}";

    assertThat(losses(RETIFICADORA, body -> without(body, row)))
        .containsExactly(
            "row-missing /ente/1 {: query /consulta/retificadora?dat_inicio=2024-12-31T12:00:00Z"
                + "&dat_fim=2024-12-31T12:00:00Z did not return RS 4314902 2024/3");
  }

  @Test
  void aDroppedItem() {
    var item = "\\{\"cod_fonte\":541[^}]*17[^}]*}";

    assertThat(losses(DESPESA, body -> without(body, item)))
        .containsExactly(
            "row-missing /ente/2/despesa/1 {: query /consulta/despesa?num_ano=2024 did not return"
                + " cod_fonte 541, des_elemento_despesa 31901100");
  }

  @Test
  void aSwappedPeriod() {
    assertThat(
            losses(
                DESPESA,
                body ->
                    body.replaceAll("(4314902,\"num_ano\":2024,\"num_periodo\":)1", "$1X")
                        .replaceAll("(4314902,\"num_ano\":2024,\"num_periodo\":)2", "$11")
                        .replace("X", "2")))
        .containsExactly(
            "value-changed /ente/1/num_periodo 1: num_periodo came back as 2; in the file it is 1"
                + " (query /consulta/despesa?num_ano=2024)",
            "value-changed /ente/2/num_periodo 2: num_periodo came back as 1; in the file it is 2"
                + " (query /consulta/despesa?num_ano=2024)");
  }

  @Test
  void aPeriodOfRetificadoraThatChanged() {
    assertThat(losses(RETIFICADORA, body -> body.replace("\"num_periodo\":3", "\"num_periodo\":4")))
        .containsExactly(
            "value-changed /ente/1/num_periodo 3: num_periodo came back as 4; in the file it is 3"
                + " (query /consulta/retificadora?dat_inicio=2024-12-31T12:00:00Z"
                + "&dat_fim=2024-12-31T12:00:00Z)");
  }

  @Test
  void aStateRowThatIsLostForItHasNoMunicipality() {
    assertThat(losses(DESPESA, body -> without(body, row("\"\"", 1))))
        .containsExactly(
            "row-missing /ente/0 {: query /consulta/despesa?num_ano=2024 did not return RS"
                + " 2024/1");
  }

  @Test
  void aStateRowWithoutTheAttributeMunicipality() {
    assertThat(losses(DESPESA, body -> body.replace("\"cod_municipio\":\"\",", "")))
        .containsExactly(
            "value-changed /ente/0/cod_municipio \"\": cod_municipio did not come back; in the file"
                + " it is \"\" (query /consulta/despesa?num_ano=2024)");
  }

  @Test
  void aStateRowThatBecameAMunicipalitys() {
    assertThat(losses(DESPESA, body -> body.replace("_municipio\":\"\"", "_municipio\":4314407")))
        .containsExactly(
            "value-changed /ente/0/cod_municipio \"\": cod_municipio came back as 4314407; in the"
                + " file it is \"\" (query /consulta/despesa?num_ano=2024)");
  }

  @Test
  void anAddedRow() {
    var row =
        "{\"sgl_uf\":\"RS\",\"cod_municipio\":4304606,\"num_ano\":2024,\"num_periodo\":1,"
            + "\"despesa\":[]},";

    assertThat(losses(DESPESA, body -> body.replace("\"ente\":[{", "\"ente\":[" + row + "{")))
        .containsExactly(
            "row-added /ente [: query /consulta/despesa?num_ano=2024 returned RS 4304606 2024/1,"
                + " which is not in the file");
  }

  @Test
  void anAddedItem() {
    assertThat(losses(DIVERGENCIA, body -> body.replace("[\"Função", "[\"Nada\",\"Função")))
        .containsExactly(
            "row-added /ente/0/divergencia [: query /consulta/divergencia?num_ano=2024 returned"
                + " \"Nada\", which is not in the file");
  }

  @Test
  void aRowThatComesTwice() {
    var row = row("4314902", 2);

    assertThat(losses(DESPESA, body -> body.replaceFirst("(" + row + ")", "$1,$1")))
        .containsExactly(
            "row-added /ente/2 {: query /consulta/despesa?num_ano=2024 returned RS 4314902 2024/2"
                + " more often than the file has it");
  }

  @Test
  void aFilterThatDoesNotFilter() {
    var asked = (UnaryOperator<String>) query -> query.replace("&num_periodo=1", "");

    assertThat(losses(DESPESA, asked, body -> body))
        .containsExactly(
            "row-added /ente/2 {: query /consulta/despesa?num_ano=2024&num_periodo=1 returned RS"
                + " 4314902 2024/2, which the filter leaves out");
  }

  @Test
  void aFilterThatLosesStates() {
    var asked =
        (UnaryOperator<String>) query -> query.replace("cod_municipio=-1", "cod_municipio=1");

    assertThat(losses(DESPESA, asked, body -> body))
        .containsExactly(
            "row-missing /ente/0 {: query /consulta/despesa?num_ano=2024&cod_municipio=-1 did not"
                + " return RS 2024/1");
  }

  @Test
  void whatIsNoAnswerIsAFailureAndNoVerdict() {
    assertThat(run(DESPESA, query -> query, body -> body, 500, new ArrayList<>()).failures())
        .extracting("kind")
        .containsExactly("answer-status");
    assertThat(run(DESPESA, query -> query, body -> "[]", 200, new ArrayList<>()).failures())
        .extracting("kind")
        .containsExactly("answer-shape");
    assertThat(
            run(DESPESA, query -> query, body -> body.substring(1), 200, new ArrayList<>())
                .failures())
        .extracting("kind")
        .containsExactly("answer-shape");
  }

  private static String row(String municipio, int period) {
    return "\\{\"sgl_uf\":\"RS\",\"cod_municipio\":"
        + municipio
        + ",\"num_ano\":2024,\"num_periodo\":"
        + period
        + ",\"despesa\":\\[[^]]*]}";
  }

  private static String without(String body, String part) {
    return body.replaceAll(part, "").replace("[,", "[").replace(",,", ",").replace(",]", "]");
  }

  private static List<String> losses(Payload payload, UnaryOperator<String> body) {
    return losses(payload, query -> query, body);
  }

  /** Each loss as its rule, its pointer, what stands in the file there, and its sentence. */
  private static List<String> losses(
      Payload payload, UnaryOperator<String> query, UnaryOperator<String> body) {
    var found = new ArrayList<Violation>();
    var result = run(payload, query, body, 200, found);
    assertThat(result.failures()).isEmpty();
    assertThat(result.errors()).isEqualTo(found.size());
    return found.stream().map(violation -> line(payload, violation)).toList();
  }

  private static RunResult run(
      Payload payload,
      UnaryOperator<String> query,
      UnaryOperator<String> body,
      int status,
      List<Violation> found) {
    var valida = Valida.withDefaults();
    try (var broken = BrokenService.before(right.client().address(), query, body, status)) {
      var subject = new RemoteSubject(valida, new HttpService(broken.address(), Optional.empty()));
      RunListener listener = (path, violation) -> found.add(violation);
      return new RoundTrip(valida, subject, Clock.systemUTC()).run(List.of(payload), listener);
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(Payload payload, Violation violation) {
    var bytes = payload.json().getBytes(StandardCharsets.UTF_8);
    var before = new String(bytes, 0, (int) violation.offset(), StandardCharsets.UTF_8);
    var lines = before.split("\n", -1);
    assertThat(violation.line()).isEqualTo(lines.length);
    assertThat(violation.column())
        .isEqualTo(lines[lines.length - 1].codePointCount(0, lines[lines.length - 1].length()) + 1);
    var rest = payload.json().substring(before.length());
    var token =
        rest.startsWith("\"") ? rest.replaceFirst("(?s)^(\"[^\"]*\").*", "$1") : number(rest);
    var excerpt = violation.excerpt();
    assertThat(excerpt.text().substring(excerpt.start())).startsWith(token);
    return violation.rule().id().replace("roundtrip-", "")
        + " "
        + violation.pointer()
        + " "
        + token
        + ": "
        + Messages.of("en").message(violation);
  }

  private static String number(String rest) {
    return rest.matches("(?s)[\\[{].*") ? rest.substring(0, 1) : rest.split("[,}]", 2)[0];
  }
}
