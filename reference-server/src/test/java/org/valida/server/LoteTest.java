package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.valida.Contract;
import org.valida.Report;
import org.valida.Valida;
import org.valida.contract.ContractCatalog;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.server.lote.Operation;
import org.valida.server.lote.Sandbox;
import org.valida.server.oauth.ApiKeys;
import org.valida.violation.Messages;
import org.valida.violation.Severity;

/** The sandbox of Gestão Presente, as its documents have it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LoteTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
  private static final Valida VALIDA = Valida.builder().today(DAY).build();

  /** Generated: nobody's, with a right and a wrong check digit. */
  private static final String RIGHT = "54397804320";

  private static final String WRONG = "54397804321";

  private static SampleServer server;
  private static LoteClient client;

  @BeforeAll
  static void start() {
    var noon = Clock.fixed(Instant.parse("2026-01-31T15:00:00Z"), ZoneOffset.UTC);
    server = SampleServer.empty(Engine.H2.inMemory(), ReferenceServer.Settings.local(0).with(noon));
    client = new LoteClient(server.client(), "chave-de-teste");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Path testdata(String folder) {
    var root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("testdata"))) {
      root = Objects.requireNonNull(root.getParent());
    }
    return root.resolve("testdata/sgp").resolve(folder);
  }

  private static List<Path> files(String folder) throws IOException {
    try (var files = Files.list(testdata(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static void assertKeeps(String contract, Client.Answer answer) throws IOException {
    var body = new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8));
    // What was sent comes back as it was sent, blanks and all.
    assertThat(VALIDA.check(Contract.of(contract), body).violations())
        .as(answer.body())
        .allMatch(violation -> violation.rule().id().equals("text-whitespace"));
    assertThat(answer.header("content-type")).isEqualTo("application/json");
  }

  private static void assertRefused(Client.Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.json().member("success").orElseThrow().isTrue()).isFalse();
    assertThat(answer.member("message")).isNotEmpty().doesNotContain("Exception");
  }

  /** The address of a lote that was taken. */
  private static String sent(Operation operation, byte[] lote) {
    var answer = client.send(operation.verb().name(), operation.subject().path(), lote);
    assertThat(answer.status()).as(answer.body()).isEqualTo(operation.status());
    return operation.subject().path() + "/" + answer.member("id");
  }

  private static String sent(String lote) {
    return sent(Operation.CONFIRMAR, lote.getBytes(StandardCharsets.UTF_8));
  }

  private static List<JsonValue> errors(Client.Answer answer) {
    return answer.json().member("errors").orElseThrow().elements();
  }

  private static String text(JsonValue error, String name) {
    return error
        .member(name)
        .filter(JsonString.class::isInstance)
        .map(JsonValue::string)
        .orElse("");
  }

  @Test
  void everyContractOfALoteHasItsRoute() {
    var known = new TreeSet<String>();
    for (var contract : ContractCatalog.builtIn().all()) {
      if (contract.id().startsWith("sgp/") && !contract.id().startsWith("sgp/lote-")) {
        known.add(contract.method() + " " + contract.path() + " " + contract.id());
      }
    }

    var routes = new TreeSet<String>();
    for (var each : Operation.values()) {
      routes.add(each.verb() + " " + each.subject().path() + " " + each.contract());
    }

    assertThat(routes).isEqualTo(known);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aLoteInOrderIsTakenAndSucceeds(Operation operation) throws IOException {
    for (var file : files("valid/" + operation.contract().substring(4))) {
      var lote = Files.readAllBytes(file);
      var taken = client.send(operation.verb().name(), operation.subject().path(), lote);
      assertThat(taken.status()).as(file.toString()).isEqualTo(operation.status());
      assertKeeps("sgp/lote-criado", taken);
      var path = operation.subject().path() + "/" + taken.member("id");
      var through = client.whenThrough(path);
      assertKeeps("sgp/lote-status", through);
      if (check(operation, file).isValid()) {
        assertThat(through.member("status_processamento"))
            .as(file.toString())
            .isEqualTo("Processado com sucesso");
        assertThat(errors(client.get(path + "/erros"))).isEmpty();
      }
      assertKeeps("sgp/lote-erros", client.get(path + "/erros"));
    }
  }

  private static Report check(Operation operation, Path file) throws IOException {
    try (var payload = Files.newInputStream(file)) {
      return VALIDA.check(Contract.of(operation.contract()), payload);
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void theErrorsAreThoseOfTheCheck(Operation operation) throws IOException {
    for (var file : files("invalid/" + operation.contract().substring(4))) {
      var expected = new ArrayList<String>();
      for (var violation : check(operation, file).violations()) {
        if (violation.severity() == Severity.ERROR) {
          expected.add(Messages.of("pt").message(violation));
        }
      }
      var lote = Files.readAllBytes(file);
      var taken = client.send(operation.verb().name(), operation.subject().path(), lote);
      if (taken.status() == 422) {
        assertRefused(taken, 422);
        assertThat(taken.member("message")).isEqualTo(expected.get(expected.size() - 1));
        continue;
      }
      var path = operation.subject().path() + "/" + taken.member("id");
      var through = client.whenThrough(path);
      var found = client.get(path + "/erros?per_page=5000");

      assertThat(errors(found).stream().map(error -> text(error, "erro")))
          .as(file.toString())
          .containsExactlyElementsOf(expected);
      assertThat(through.member("status_processamento"))
          .isEqualTo(expected.isEmpty() ? "Processado com sucesso" : "Processado com erro");
      assertKeeps("sgp/lote-status", through);
      assertKeeps("sgp/lote-erros", found);
    }
  }

  @Test
  void anErrorNamesItsRecordAsItWasSentAndSaysNothingElseOfThePerson() {
    var path =
        sent(
            Operation.PROFISSIONAIS_PATCH,
            ("[{\"cpf\":\""
                    + RIGHT
                    + "\"},{\"nome\":\"Jandira \\ud800 Licuri\",\"email\":\"x\",\"cpf\":\""
                    + WRONG
                    + "\"}]")
                .getBytes(StandardCharsets.UTF_8));
    client.whenThrough(path);
    var errors = errors(client.get(path + "/erros"));

    assertThat(errors).isNotEmpty();
    for (var error : errors) {
      assertThat(text(error, "cpf")).isEqualTo(WRONG);
      assertThat(text(error, "nome")).isEqualTo("Jandira \\uD800 Licuri");
      assertThat(text(error, "erro")).doesNotContain(WRONG, "Jandira");
    }
    assertThat(client.get(path).member("errors")).isEqualTo(path + "/erros");
  }

  @Test
  void theCpfOrNisOfAnUpdateComesBackAsTheCpf() {
    var lote = "[{\"cpfNis\":\"" + WRONG + "\"}]";
    var path = sent(Operation.ESTUDANTES_PATCH, lote.getBytes(StandardCharsets.UTF_8));
    client.whenThrough(path);

    assertThat(errors(client.get(path + "/erros")).stream().map(error -> text(error, "cpf")))
        .containsExactly(WRONG);
  }

  @Test
  void errorsComeTenAPageUnlessAskedFor() {
    var path =
        sent(
            IntStream.range(0, 25)
                .mapToObj(number -> "{\"codigoMatriculaSgp\":\"x" + number + "\"}")
                .collect(Collectors.joining(",", "[", "]")));
    client.whenThrough(path);
    var first = client.get(path + "/erros");
    var third = client.get(path + "/erros?page=3&per_page=10");
    var pagination = third.json().member("pagination").orElseThrow();

    assertThat(errors(first)).hasSize(10);
    assertThat(errors(third)).hasSize(5);
    assertThat(text(errors(third).get(0), "codigoMatriculaSgp")).isEqualTo("x20");
    assertThat(pagination.member("total").orElseThrow().sameAs(JsonValue.parse("25"))).isTrue();
    assertThat(pagination.member("total_pages").orElseThrow().sameAs(JsonValue.parse("3")))
        .isTrue();
    var links = pagination.member("links").orElseThrow();
    assertThat(text(links, "previous")).isEqualTo(path + "/erros?page=2&per_page=10");
    assertThat(text(links, "next")).isEmpty();
    assertThat(errors(client.get(text(links, "previous")))).hasSize(10);
    assertThat(errors(client.get(path + "/erros?page=99"))).isEmpty();
    assertThat(errors(client.get(path + "/erros?per_page=5000"))).hasSize(25);
  }

  @Test
  void ofALoteFullOfErrorsTheLastSaysHowManyMoreThereAre() {
    var path = sent("[" + "{},".repeat(10_499) + "{}]");
    client.whenThrough(path);
    var last = errors(client.get(path + "/erros?page=3&per_page=5000"));

    assertThat(last).hasSize(1);
    assertThat(text(last.get(0), "erro")).isEqualTo("(e mais 500 erros)");
  }

  @Test
  void headHasTheStatusOfGet() {
    var path = sent("[{\"codigoMatriculaSgp\":1}]");

    assertThat(client.head(path).status()).isEqualTo(200);
    assertThat(client.head(path).body()).isEmpty();
    assertThat(client.head(path + "x").status()).isEqualTo(400);
    assertThat(new LoteClient(server.client(), "").head(path).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"page=0", "page=-1", "page=x", "page=1&page=2", "per_page=0", "per_page=5001"})
  void aPageThatIsNoneIsRefused(String query) {
    var path = sent("[{\"codigoMatriculaSgp\":1}]");

    assertRefused(client.get(path + "/erros?" + query), 400);
    assertRefused(client.get(path + "?" + query), 400);
    assertRefused(client.get("/v1/estudantes/lote?" + query), 400);
  }

  @Test
  void theListHasTheLotesOfItsKeyInTheOrderTheyCame() {
    var mine = new LoteClient(server.client(), "outra chave");
    var ids = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      var lote = ("[{\"codigoMatriculaSgp\":" + i + "}]").getBytes(StandardCharsets.UTF_8);
      ids.add(mine.send("PATCH", "/v1/matriculas/lote", lote).member("id"));
    }
    var listed =
        Stream.of("", "?page=2")
            .flatMap(
                query ->
                    mine
                        .get("/v1/matriculas/lote" + query)
                        .json()
                        .member("data")
                        .orElseThrow()
                        .elements()
                        .stream());

    assertThat(listed.map(lote -> text(lote, "id"))).containsExactlyElementsOf(ids);
    assertThat(mine.get("/v1/matriculas/lote").body())
        .contains("\"dataEnvio\":\"2026-01-31T15:00:00Z\"");
    assertRefused(client.get("/v1/matriculas/lote/" + ids.get(0)), 404);
    assertRefused(mine.get("/v1/estudantes/lote/" + ids.get(0)), 404);
  }

  @Test
  void withoutAKeyThereIsNothing() {
    var path = sent("[{\"codigoMatriculaSgp\":1}]");

    for (var each :
        List.of(path, path + "/erros", "/v1/estudantes/lote", "/v1/estudantes/lote/x")) {
      assertRefused(server.client().get(each), 401);
      assertRefused(new LoteClient(server.client(), "").get(each), 401);
    }
    assertRefused(server.client().post("/v1/estudantes/lote", "application/json", "[{}]"), 401);
  }

  @Test
  void onlyTheKeyOfTheServerOpensIt() {
    var settings = ReferenceServer.Settings.local(0).with(ApiKeys.only("certa"));
    try (var locked = SampleServer.empty(Engine.H2.inMemory(), settings)) {
      assertThat(new LoteClient(locked.client(), "certa").get("/v1/estudantes/lote").status())
          .isEqualTo(200);
      assertRefused(new LoteClient(locked.client(), "errada").get("/v1/estudantes/lote"), 401);
    }
    var closed = ReferenceServer.Settings.local(0).with(ApiKeys.none());
    try (var shut = SampleServer.empty(Engine.H2.inMemory(), closed)) {
      assertRefused(new LoteClient(shut.client(), "certa").get("/v1/estudantes/lote"), 401);
    }
  }

  @Test
  void anIdThatIsNoneIsRefusedAndOneThatIsUnknownIsNotFound() {
    var none = client.get("/v1/estudantes/lote/" + RIGHT);

    assertRefused(none, 400);
    assertThat(none.member("message"))
        .isEqualTo("O ID fornecido não é um UUID válido. ID: ***.978.043-**");
    assertRefused(client.get("/v1/estudantes/lote/1-1-1-1-1/erros"), 400);
    assertRefused(client.get("/v1/estudantes/lote/5f0c2c1e-7d1b-4a3e-9c55-0a8f6d2b7e10"), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "x", "[]", "{}", "[{\"cpf\":1}", "[{}] []", "\"[{}]\"", "null"})
  void whatIsNoListOfRecordsCannotBeProcessed(String body) {
    assertRefused(
        client.send("POST", "/v1/profissionais/lote", body.getBytes(StandardCharsets.UTF_8)), 422);
  }

  @Test
  void aLoteThatIsTooLongIsRefused() {
    var spaces = " ".repeat((int) Sandbox.MOST_BYTES).getBytes(StandardCharsets.US_ASCII);

    assertRefused(client.send("POST", "/v1/estudantes/lote", spaces), 422);
    assertRefused(
        client.send(
            "POST", "/v1/estudantes/lote", java.util.Arrays.copyOf(spaces, spaces.length + 1)),
        413);
  }

  @Test
  void thereIsNoListWhereTheDocumentsHaveNone() {
    var answer = client.get("/v1/matriculas/confirmar-matriculas/lote");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).contains("POST");
  }

  @Test
  void processedObjectsAreAnEmptyPageSinceNoneAreKept() throws IOException {
    var path = sent("[{\"codigoMatriculaSgp\":1}]");
    client.whenThrough(path);
    var answer = client.get(path + "?incluir_objetos_processados=true");

    assertThat(answer.json().member("data").orElseThrow().elements()).isEmpty();
    assertKeeps("sgp/lote-status", answer);
  }
}
