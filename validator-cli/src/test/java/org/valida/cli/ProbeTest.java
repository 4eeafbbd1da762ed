package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.cli.AlteringServer.Alteration;
import org.valida.cli.AlteringServer.Answer;
import org.valida.cli.AlteringServer.Behind;
import org.valida.cli.AlteringServer.Request;
import org.valida.probe.CheckResult;
import org.valida.probe.Outcome.Fail;
import org.valida.probe.Outcome.Pass;
import org.valida.probe.Outcome.Skip;
import org.valida.probe.Probe;
import org.valida.probe.ProbeReport;
import org.valida.probe.ProbeSettings;
import org.valida.probe.Time;

/**
 * The go-live list: all of it passes against the reference implementation, and against one that is
 * broken in one way exactly the check of that way fails.
 */
class ProbeTest {

  private static SampleService service;

  /** Stands still but for what is slow, so that no test depends on the machine. */
  private static final class StillTime implements Time {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanos() {
      return nanos.get();
    }

    @Override
    public void sleep(Duration duration) {
      pass(duration);
    }

    void pass(Duration duration) {
      nanos.addAndGet(duration.toNanos());
    }
  }

  private final StillTime time = new StillTime();

  @BeforeAll
  static void start() throws Exception {
    service = new SampleService();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static final Optional<ProbeSettings.Login> LOGIN =
      Optional.of(new ProbeSettings.Login(SampleService.USER, SampleService.PASSWORD));

  private static ProbeSettings settings(
      URI base, Optional<ProbeSettings.Login> login, List<String> methods) {
    return new ProbeSettings(
        base,
        login,
        methods,
        "",
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        "",
        "",
        5,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10));
  }

  private ProbeReport probe(ProbeSettings settings) {
    try {
      return new Probe(settings, 2026, time).run(method -> {});
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> failed(ProbeReport report) {
    return report.results().stream()
        .filter(result -> result.outcome() instanceof Fail)
        .map(result -> result.rule().id())
        .toList();
  }

  private static List<String> skipped(ProbeReport report) {
    return report.results().stream()
        .filter(result -> result.outcome() instanceof Skip)
        .map(result -> result.rule().id() + " " + result.method())
        .toList();
  }

  private static String failures(ProbeReport report) {
    return report.results().stream()
        .filter(result -> result.outcome() instanceof Fail)
        .map(CheckResult::toString)
        .collect(Collectors.joining("\n"));
  }

  // ---- as it should be

  @Test
  void everyCheckPassesAgainstTheReferenceImplementationWithAUser() {
    var report = probe(settings(service.closed(), LOGIN, ProbeSettings.METHODS_OF_COURTS));

    assertThat(report.results()).allMatch(result -> result.outcome() instanceof Pass, "passes");
    assertThat(report.results()).hasSize(3 + 4 * 14);
    assertThat(report.year()).isEqualTo(2024);
  }

  @Test
  void withoutAUserOnlyTheChecksOfCredentialsAreSkipped() {
    var report = probe(settings(service.open(), Optional.empty(), List.of("despesa")));

    assertThat(failed(report)).isEmpty();
    assertThat(skipped(report))
        .containsExactly(
            "endpoint-insecure ",
            "oauth-error-shape ",
            "oauth-token-shape ",
            "oauth-not-enforced despesa");
  }

  @Test
  void allSevenMethodsPassAndRetificadoraIsNotAskedWithFilters() {
    var report = probe(settings(service.closed(), LOGIN, ProbeSettings.METHODS));

    assertThat(failed(report)).as(failures(report)).isEmpty();
    assertThat(skipped(report))
        .containsExactly(
            "num-ano-not-required retificadora",
            "filter-not-applied retificadora",
            "filter-lost-rows retificadora",
            "filter-states-only retificadora");
  }

  @Test
  void onlyReadsAndKeepsTheRate() {
    try (var server = new AlteringServer(service.closed(), AlteringServer.NONE)) {
      var report = probe(settings(server.address(), LOGIN, List.of("despesa")));

      assertThat(server.seen())
          .allMatch(
              request ->
                  request.method().equals("GET")
                      || request.method().equals("POST") && request.path().equals("/oauth"));
      assertThat(report.requests()).isEqualTo(server.seen().size());
      // Five a second; the clock moves by waiting alone.
      assertThat(time.nanos())
          .isEqualTo(Duration.ofMillis(200).toNanos() * (report.requests() - 1));
    }
  }

  @Test
  void theOrderOfRowsAndTheTimeOfTheAnswerDoNotCount() {
    var count = new AtomicInteger();
    Alteration turned =
        (request, behind) -> {
          var answer = behind.ask(request);
          return count.incrementAndGet() % 2 == 0 ? entes(answer, ProbeTest::reversed) : answer;
        };
    try (var server = new AlteringServer(service.closed(), turned)) {
      assertThat(failed(probe(settings(server.address(), LOGIN, List.of("despesa"))))).isEmpty();
    }
  }

  @Test
  void tooManyRequestsAreWaitedForAndAnExpiredTokenIsRenewed() {
    var count = new AtomicInteger();
    Alteration moody =
        (request, behind) -> {
          int number = count.incrementAndGet();
          if (number == 4) {
            return new Answer(429, "text/plain", "devagar", Map.of("Retry-After", "7"));
          }
          return number == 8 && !request.authorization().isEmpty()
              ? behind.ask(new Request(request.method(), request.path(), request.query(), "", ""))
              : behind.ask(request);
        };
    try (var server = new AlteringServer(service.closed(), moody)) {
      assertThat(failed(probe(settings(server.address(), LOGIN, List.of("despesa"))))).isEmpty();
      assertThat(time.nanos()).isGreaterThan(Duration.ofSeconds(7).toNanos());
      assertThat(server.seen().stream().filter(request -> request.method().equals("POST")).count())
          .isEqualTo(3);
    }
  }

  @Test
  void anAddressAsInTheExampleOfMce3IsFound() {
    Alteration siope =
        (request, behind) ->
            behind.ask(
                request.to(
                    request
                        .path()
                        .replaceFirst("^/siope/index.php/tc/(?!oauth)", "/consulta/")
                        .replaceFirst("^/siope/index.php/tc/oauth", "/oauth")));
    try (var server = new AlteringServer(service.closed(), siope)) {
      var base = URI.create(server.address() + "/siope/index.php/tc");
      assertThat(failed(probe(settings(base, LOGIN, List.of("despesa"))))).isEmpty();
    }
  }

  // ---- broken in one way

  /**
   * A way to be broken.
   *
   * @param rule whose check must fail, and no other
   */
  private record Broken(String name, String rule, Alteration alteration) {
    @Override
    public String toString() {
      return name + ": " + rule;
    }
  }

  /** For requests of the method only. */
  private static Broken consulta(String name, String rule, Alteration alteration) {
    return new Broken(
        name,
        rule,
        (request, behind) ->
            request.path().startsWith("/consulta/")
                ? alteration.answer(request, behind)
                : behind.ask(request));
  }

  private static Broken served(String name, String rule, String path) {
    return new Broken(
        name,
        rule,
        (request, behind) ->
            request.path().equals(path)
                ? behind.ask(request.to("/consulta/despesa"))
                : request.path().equals("/oauth") ? behind.ask(request) : problem(404));
  }

  private static Broken ignoring(String parameter) {
    return consulta(
        parameter + " ignored",
        "filter-not-applied",
        (request, behind) ->
            behind.ask(request.has("cod_municipio=-1") ? request : request.without(parameter)));
  }

  private static Answer problem(int status) {
    return new Answer(status, "application/problem+json", "{\"status\":" + status + "}");
  }

  private static boolean noData(Request request) {
    return request.has("num_ano=1990")
        || request.has("num_ano=2026")
        || request.has("num_ano=2025");
  }

  /** Changes the list of entes, each as text. */
  private static Answer entes(Answer answer, UnaryOperator<List<String>> change) {
    int from = answer.body().indexOf("\"ente\":[");
    if (from < 0 || answer.status() != 200) {
      return answer;
    }
    from += "\"ente\":[".length();
    int to = answer.body().lastIndexOf(']');
    var inside = answer.body().substring(from, to);
    var entes =
        inside.isEmpty() ? List.<String>of() : List.of(inside.split(",(?=\\{\"sgl_uf\")", -1));
    return answer.saying(
        answer.body().substring(0, from)
            + String.join(",", change.apply(entes))
            + answer.body().substring(to));
  }

  private static List<String> reversed(List<String> entes) {
    var turned = new java.util.ArrayList<>(entes);
    java.util.Collections.reverse(turned);
    return turned;
  }

  private static Answer bothYears(Request request, Behind behind) {
    var old = request.asking(request.query().replaceFirst("num_ano=[0-9]+", "num_ano=2020"));
    var now = request.asking(request.query().replaceFirst("num_ano=[0-9]+", "num_ano=2024"));
    var more = new java.util.ArrayList<String>();
    entes(
        behind.ask(old),
        entes -> {
          more.addAll(entes);
          return entes;
        });
    return entes(behind.ask(now), entes -> Stream.concat(entes.stream(), more.stream()).toList());
  }

  private static Answer wrongLogin(Request request, Behind behind, Answer instead) {
    var answer = behind.ask(request);
    return request.path().equals("/oauth") && answer.status() == 400 ? instead : answer;
  }

  private static Answer token(Request request, Behind behind, String pattern, String with) {
    var answer = behind.ask(request);
    return request.path().equals("/oauth") && answer.status() == 200
        ? answer.saying(answer.body().replaceFirst(pattern, with))
        : answer;
  }

  static Stream<Broken> broken() {
    var count = new AtomicInteger();
    var amount = Pattern.compile("(\"vlr_despesa_paga\":[0-9]+)\\.[0-9]+");
    return Stream.of(
        new Broken(
            "no such method",
            "endpoint-missing",
            (request, behind) ->
                request.path().equals("/oauth") ? behind.ask(request) : problem(404)),
        new Broken(
            "405 for the method",
            "endpoint-missing",
            (request, behind) ->
                request.path().equals("/oauth") ? behind.ask(request) : problem(405)),
        served(".php", "endpoint-suffix", "/consulta/despesa.php"),
        served(".json", "endpoint-suffix", "/consulta/despesa.json"),
        served("a capital", "endpoint-not-lowercase", "/consulta/Despesa"),
        served("capitals", "endpoint-not-lowercase", "/consulta/DESPESA"),
        consulta(
            "404 for no data",
            "http-status",
            (request, behind) -> noData(request) ? problem(404) : behind.ask(request)),
        consulta(
            "204 for no data",
            "http-status",
            (request, behind) -> noData(request) ? new Answer(204, "", "") : behind.ask(request)),
        consulta(
            "empty body for no data",
            "http-status",
            (request, behind) ->
                noData(request) ? new Answer(200, "application/json", "") : behind.ask(request)),
        consulta(
            "500 for a município",
            "http-status",
            (request, behind) ->
                request.has("num_periodo") && request.has("cod_municipio")
                    ? problem(500)
                    : behind.ask(request)),
        consulta(
            "redirect to another host",
            "http-status",
            (request, behind) ->
                request.has("sgl_uf")
                    ? new Answer(
                        302, "", "", Map.of("Location", "http://other.invalid/consulta/despesa"))
                    : behind.ask(request)),
        consulta(
            "text/html",
            "http-content-type",
            (request, behind) -> behind.ask(request).typed("text/html; charset=utf-8")),
        consulta(
            "Latin-1",
            "http-content-type",
            (request, behind) -> behind.ask(request).typed("application/json; charset=ISO-8859-1")),
        consulta(
            "no Content-Type",
            "http-content-type",
            (request, behind) -> behind.ask(request).typed("")),
        consulta(
            "answers without num_ano",
            "num-ano-not-required",
            (request, behind) ->
                behind.ask(request.has("num_ano") ? request : request.asking("num_ano=2024"))),
        ignoring("sgl_uf"),
        ignoring("cod_municipio"),
        ignoring("num_periodo"),
        consulta(
            "num_ano ignored",
            "filter-not-applied",
            (request, behind) ->
                request.has("num_ano") ? bothYears(request, behind) : behind.ask(request)),
        consulta(
            "a UF without its state",
            "filter-lost-rows",
            (request, behind) ->
                request.has("sgl_uf")
                    ? entes(
                        behind.ask(request),
                        entes ->
                            entes.stream()
                                .filter(ente -> !ente.contains("\"cod_municipio\":\"\""))
                                .toList())
                    : behind.ask(request)),
        consulta(
            "a município unknown by its code",
            "filter-lost-rows",
            (request, behind) ->
                request.has("cod_municipio") && !request.has("cod_municipio=-1")
                    ? entes(behind.ask(request), entes -> List.of())
                    : behind.ask(request)),
        consulta(
            "a list cut off",
            "filter-lost-rows",
            (request, behind) ->
                request.has("num_periodo")
                    ? entes(
                        behind.ask(request),
                        entes ->
                            entes.stream()
                                .map(ente -> ente.replaceFirst(",\\{[^{}]*\\}\\]\\}$", "]}"))
                                .toList())
                    : behind.ask(request)),
        consulta(
            "-1 ignored",
            "filter-states-only",
            (request, behind) ->
                behind.ask(
                    request.has("cod_municipio=-1") ? request.without("cod_municipio") : request)),
        consulta(
            "-1 looked up as a code",
            "filter-states-only",
            (request, behind) ->
                request.has("cod_municipio=-1")
                    ? entes(behind.ask(request), entes -> List.of())
                    : behind.ask(request)),
        new Broken(
            "token without refresh_token",
            "oauth-token-shape",
            (request, behind) -> token(request, behind, ",\"refresh_token\":\"[^\"]*\"", "")),
        new Broken(
            "expires_in as text",
            "oauth-token-shape",
            (request, behind) ->
                token(request, behind, "\"expires_in\":([0-9]+)", "\"expires_in\":\"1 hora\"")),
        new Broken(
            "wrong login answered 200",
            "oauth-error-shape",
            (request, behind) ->
                wrongLogin(
                    request, behind, new Answer(200, "application/json", "{\"erro\":\"senha\"}"))),
        new Broken(
            "wrong login without a body",
            "oauth-error-shape",
            (request, behind) -> wrongLogin(request, behind, new Answer(400, "", ""))),
        consulta(
            "open without a token",
            "oauth-not-enforced",
            (request, behind) ->
                request.authorization().isEmpty()
                    ? new Answer(200, "application/json", "{\"ente\":[]}")
                    : behind.ask(request)),
        consulta(
            "another value each time",
            "response-not-repeatable",
            (request, behind) -> {
              var answer = behind.ask(request);
              var cents =
                  String.format(java.util.Locale.ROOT, ".%02d", count.incrementAndGet() % 50);
              return answer.saying(amount.matcher(answer.body()).replaceFirst("$1" + cents));
            }),
        consulta(
            "money in binary",
            "response-invalid",
            (request, behind) -> {
              var answer = behind.ask(request);
              return answer.saying(
                  amount.matcher(answer.body()).replaceFirst("$1.30000000000000004"));
            }),
        consulta(
            "a warning before the JSON",
            "response-invalid",
            (request, behind) -> {
              var answer = behind.ask(request);
              return request.has("sgl_uf") ? answer.saying("<br />" + answer.body()) : answer;
            }));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void exactlyTheMatchingCheckFails(Broken broken) {
    try (var server = new AlteringServer(service.closed(), broken.alteration())) {
      var report = probe(settings(server.address(), LOGIN, List.of("despesa")));

      assertThat(failed(report)).as(failures(report)).containsExactly(broken.rule());
    }
  }

  @Test
  void aSlowFirstByteIsAWarning() {
    Alteration slow =
        (request, behind) -> {
          if (request.has("sgl_uf")) {
            time.pass(Duration.ofMillis(10_001));
          }
          return behind.ask(request);
        };
    try (var server = new AlteringServer(service.closed(), slow)) {
      var report = probe(settings(server.address(), LOGIN, List.of("despesa")));

      assertThat(failed(report)).containsExactly("http-slow");
      assertThat(report.failed(org.valida.violation.Severity.WARNING)).isEqualTo(1);
    }
  }

  @Test
  void aServiceThatRefusesTheYearAloneGetsAWarning() {
    Alteration strict =
        (request, behind) ->
            request.path().startsWith("/consulta/") && !request.query().contains("&")
                ? problem(400)
                : behind.ask(request);
    try (var server = new AlteringServer(service.closed(), strict)) {
      var report = probe(settings(server.address(), LOGIN, List.of("despesa")));

      assertThat(failed(report)).containsExactly("http-status");
      assertThat(report.failed(org.valida.violation.Severity.WARNING)).isEqualTo(1);
    }
  }

  @Test
  void whereNobodyListensTheRestIsSkipped() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var base = URI.create("http://127.0.0.1:" + port);
    var report = probe(settings(base, Optional.empty(), ProbeSettings.METHODS_OF_COURTS));

    assertThat(failed(report)).containsExactly("endpoint-unreachable");
    assertThat(report.requests()).isEqualTo(1);
  }

  @Test
  void credentialsInPlainHttpToAnotherHostAreAWarning() {
    try (var server = new AlteringServer(service.closed(), AlteringServer.NONE)) {
      var direct = settings(URI.create("http://siope.invalid"), LOGIN, List.of("despesa"));
      var proxy =
          Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      var report =
          probe(
              new ProbeSettings(
                  direct.base(),
                  direct.login(),
                  direct.methods(),
                  "",
                  Map.of(),
                  proxy,
                  Optional.empty(),
                  OptionalInt.of(2024),
                  "RS",
                  "431490",
                  5,
                  direct.timeout(),
                  direct.slow()));

      assertThat(failed(report)).as(failures(report)).containsExactly("endpoint-insecure");
      assertThat(server.seen())
          .anyMatch(request -> request.query().contains("cod_municipio=4314902"));
    }
  }
}
