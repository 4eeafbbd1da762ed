package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.valida.server.consulta.Method;

/** What the server refuses, and how. */
class ProblemsTest {

  private final SampleServer server = SampleServer.shared(Engine.H2);
  private final Client client = server.client();

  private static void assertProblem(Client.Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.member("status")).isEqualTo(String.valueOf(status));
    assertThat(answer.member("type")).isEqualTo("about:blank");
    assertThat(answer.member("title")).isNotEmpty();
    assertThat(answer.member("detail")).matches("[A-ZÀ-Ú].*[.?]").doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "num_ano=24 | num_ano",
        "num_ano=20240 | num_ano",
        "num_ano=dois | num_ano",
        "num_ano=2024&num_ano=2024 | num_ano",
        "num_ano=2024&sgl_uf=rs | sgl_uf",
        "num_ano=2024&sgl_uf=RSS | sgl_uf",
        "num_ano=2024&cod_municipio=abc | cod_municipio",
        "num_ano=2024&cod_municipio=4314902.0 | cod_municipio",
        "num_ano=2024&cod_municipio=%2B1 | cod_municipio",
        "num_ano=2024&num_periodo=0 | num_periodo",
        "num_ano=2024&num_periodo=7 | num_periodo",
        "num_ano=2024&num_periodo=1a | num_periodo",
        "num_ano=2024&ano=2024 | ano",
        "num_ano=2024&NUM_PERIODO=1 | NUM_PERIODO",
        "num_ano=2024&foo | foo",
        "sgl_uf=RS | num_ano",
        "num_ano= | num_ano",
        "'' | num_ano",
        "num_ano=%FF2024 | num_ano",
        "num_ano=2024%zz | 2024%zz"
      })
  void aWrongParameterIsNamed(String query, String parameter) {
    var answer = raw("/consulta/despesa?" + query);

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertThat(answer).contains("application/problem+json");
    if (!parameter.contains("%")) {
      assertThat(answer).contains("\"parameter\":\"" + parameter + "\"");
    }
  }

  /** As no client library would let us send it. */
  private String raw(String target) {
    return exchange("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  private String exchange(String request) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theTypingErrorOfTheManualGetsTheRightName() {
    var answer = client.get("/consulta/despesa?num_ano=2024&slg_uf=RS");

    assertProblem(answer, 400);
    assertThat(answer.member("parameter")).isEqualTo("slg_uf");
    assertThat(answer.member("suggestion")).isEqualTo("sgl_uf");
    assertThat(answer.member("detail")).endsWith("Você quis dizer sgl_uf?");
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void everyMethodWantsTheYearOrForRetificadoraADate(Method method) {
    var answer = client.get(method.path());

    assertProblem(answer, 400);
    assertThat(answer.member("parameter"))
        .isEqualTo(method == Method.RETIFICADORA ? "dat_inicio" : "num_ano");
  }

  @ParameterizedTest
  @CsvSource({
    "dat_inicio=2024-01-01, dat_inicio",
    "dat_inicio=01/01/2024, dat_inicio",
    "dat_inicio=2024-02-30T00:00:00Z, dat_inicio",
    "dat_inicio=2024-01-01T25:00:00Z, dat_inicio",
    "dat_inicio=2024-01-01T00:00:00ZZ, dat_inicio",
    "dat_fim=2024-01-01T00:00:00-03:00, dat_fim",
    "dat_inicio=2024-02-01T00:00:00Z&dat_fim=2024-01-31T00:00:00Z, dat_fim"
  })
  void aDateThatIsNoneOrAnIntervalThatEndsBeforeItBeginsIsNamed(String query, String parameter) {
    var answer = client.get("/consulta/retificadora?" + query);

    assertProblem(answer, 400);
    assertThat(answer.member("parameter")).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource({
    "/, 404",
    "/consulta, 404",
    "/consulta/, 404",
    "/consulta/Despesa, 404",
    "/consulta/despesa.json, 404",
    "/consulta/../../etc/passwd, 400",
    "/org/valida/server/openapi.json, 404",
    "/oauth, 405"
  })
  void thereIsNothingElseAndNoListing(String path, int status) {
    assertProblem(client.get(path), status);
  }

  @Test
  void aPathThatIsNearlyAMethodGetsItsName() {
    assertThat(client.get("/consulta/Despesas").member("detail"))
        .endsWith("Você quis dizer /consulta/despesa?");
    assertThat(client.get("/consulta/receita.php").member("detail"))
        .endsWith("Você quis dizer /consulta/receita?");
  }

  @Test
  void aWrongMethodOfHttpSaysWhichIsRight() {
    var answer = client.post("/consulta/despesa?num_ano=2024", "application/json", "{}");

    assertProblem(answer, 405);
    assertThat(answer.header("allow")).contains("GET");
  }

  @Test
  void headHasTheStatusAndHeadersOfGetAndNoBody() {
    for (var query : new String[] {"?num_ano=2024", "", "?num_ano=2024&slg_uf=RS"}) {
      var get = client.get("/consulta/despesa" + query);
      var head =
          client.send(
              client.request("/consulta/despesa" + query).method("HEAD", BodyPublishers.noBody()));

      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void headersThatAreTooLongAreRefused() {
    var answer =
        exchange(
            "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 431 ").contains("application/problem+json");
  }

  @Test
  void anAddressThatIsTooLongIsRefused() {
    var answer = raw("/consulta/despesa?num_ano=2024&cod_tc=" + "1".repeat(9_000));

    assertThat(answer).matches("(?s)HTTP/1.1 (414|431) .*application/problem\\+json.*");
  }

  @Test
  void aRequestThatIsNoHttpIsRefusedWithoutSayingWhatTheServerIs() {
    for (var request :
        new String[] {
          "GARBAGE\r\n\r\n",
          "GET  HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "PATCH page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "OPTIONS #top HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET #top HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET ?a=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "DELETE /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /v1/estudantes/lote/1;=%%06 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /consulta/despesa;%? HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /consulta/%2e%2e/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET /a;b=c/../d HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
          "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"
        }) {
      var answer = exchange(request);

      assertThat(answer).as(request).startsWith("HTTP/1.1 40");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT))
          .as(request)
          .contains("application/problem+json")
          .doesNotContain("jetty", "javalin", "exception", "\tat ");
    }
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    var answer =
        client.post("/oauth", "application/json", "{\"a\":\"" + "x".repeat(20_000) + "\"}");

    assertProblem(answer, 413);
  }

  @Test
  void aBodyWithoutAnEndIsRefusedToo() {
    var endless =
        client
            .request("/oauth")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1_000_000])));

    assertProblem(client.send(endless), 413);
  }

  /** Such a client would else hear of a broken connection and not of what was wrong. */
  @ParameterizedTest
  @CsvSource({"POST /oauth, 413", "POST /nothing, 404", "POST /consulta/despesa, 405"})
  void aClientThatSendsAllBeforeItListensHearsWhyItWasRefused(String request, int status) {
    var answer =
        exchange(
            request
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 6000000\r\n\r\n"
                + " ".repeat(6_000_000));

    assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
  }

  @Test
  void noAnswerSaysWhatTheServerIsMadeOf() {
    for (var path : new String[] {"/consulta/despesa?num_ano=2024", "/health", "/nothing"}) {
      assertThat(client.get(path).response().headers().map().keySet())
          .as(path)
          .doesNotContain("server", "x-powered-by");
    }
  }

  @Test
  void healthAnswersWhenRequestsCanBeServed() {
    var answer = client.get("/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
  }
}
