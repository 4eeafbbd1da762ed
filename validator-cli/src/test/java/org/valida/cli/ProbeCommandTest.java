package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.valida.cli.AlteringServer.Alteration;
import org.valida.json.JsonValue;

/** What {@code valida probe} says; what it finds is in {@link ProbeTest}. */
class ProbeCommandTest {

  private static SampleService service;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    service = new SampleService();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private record Said(int exit, String out, String err) {}

  /** With ports masked. */
  private Said probe(String... arguments) {
    var all = new ArrayList<>(List.of("probe", "--lang=en", "--rate=1000", "--ano=2024"));
    all.addAll(List.of(arguments));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            InputStream.nullInputStream(),
            out,
            err,
            all,
            Transcript.environment(Map.of("VALIDA_PASSWORD", SampleService.PASSWORD), folder));
    return new Said(exit, masked(out), masked(err));
  }

  private static String masked(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("(127\\.0\\.0\\.1):[0-9]+", "$1:PORT");
  }

  /** Echoes the token where one would not look for it, and has money in binary. */
  private static final Alteration BROKEN =
      (request, behind) -> {
        var answer = behind.ask(request);
        return request.has("sgl_uf")
            ? answer
                .saying(
                    answer
                        .body()
                        .replaceFirst(
                            "(\"vlr_despesa_paga\":[0-9]+\\.[0-9])[0-9]*", "$13000000004"))
                .typed("text/x-" + request.authorization().replace("Bearer ", ""))
            : answer;
      };

  @Test
  void aGoodServicePassesInAFewLines() {
    var said = probe(service.open().toString(), "--methods=despesa,receita");

    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .isEqualTo(
            """
            skip    endpoint-insecure
                  no credentials were given (--user, --header-file)
            skip    oauth-error-shape
                  no credentials were given (--user, --header-file)
            skip    oauth-token-shape
                  no credentials were given (--user, --header-file)
            pass    endpoint-unreachable      despesa, receita
            pass    endpoint-missing          despesa, receita
            pass    endpoint-suffix           despesa, receita
            pass    endpoint-not-lowercase    despesa, receita
            pass    http-status               despesa, receita
            pass    http-content-type         despesa, receita
            pass    http-slow                 despesa, receita
            pass    num-ano-not-required      despesa, receita
            pass    filter-not-applied        despesa, receita
            pass    filter-lost-rows          despesa, receita
            pass    filter-states-only        despesa, receita
            skip    oauth-not-enforced        despesa, receita
                  no credentials were given (--user, --header-file)
            pass    response-not-repeatable   despesa, receita
            pass    response-invalid          despesa, receita

            http://127.0.0.1:PORT, num_ano 2024: 26 passed, 0 failed, 0 warnings, 5 skipped; 18 requests.
            """);
    assertThat(said.exit()).isZero();
  }

  @Test
  void aFailureSaysWhatIsWrongAndHowToRepeatItWithoutTheToken() {
    try (var server = new AlteringServer(service.closed(), BROKEN)) {
      var said =
          probe(server.address().toString(), "--user", SampleService.USER, "--methods=despesa");

      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.out())
          .contains(
              """
              FAIL    http-content-type         despesa
                    http://127.0.0.1:PORT/consulta/despesa?num_ano=2024&sgl_uf=AC answered with Content-Type text/x-***; expected application/json; charset=utf-8
              """)
          .contains("FAIL    response-invalid          despesa\n")
          .contains(
              "      curl -sS -i -H 'Authorization: Bearer ***'"
                  + " 'http://127.0.0.1:PORT/consulta/despesa?num_ano=2024&sgl_uf=AC'\n")
          .contains(": 15 passed, 2 failed, 0 warnings, 0 skipped; 12 requests.\n");
    }
  }

  @Test
  void noSecretIsInAnyReport() throws Exception {
    Files.writeString(folder.resolve("headers.txt"), "X-Gate: portao-secreto\n\n");
    Alteration open =
        (request, behind) ->
            request.path().equals("/oauth")
                ? new AlteringServer.Answer(500, "text/plain", SampleService.PASSWORD)
                : behind.ask(request);
    try (var server = new AlteringServer(service.closed(), open)) {
      var said =
          probe(
              server.address().toString(),
              "--user=" + SampleService.USER,
              "--header-file=headers.txt",
              "--format=json",
              "--format=junit=probe.xml");
      var json = JsonValue.parse(said.out());

      assertThat(said.exit()).isEqualTo(1);
      assertThat(json.member("verdict").orElseThrow().string()).isEqualTo("failed");
      assertThat(said.out())
          .contains("\\\"password\\\":\\\"***\\\"")
          .contains("-H 'X-Gate: ***'")
          .contains("the login gave no token");
      var junit = Files.readString(folder.resolve("probe.xml"));
      assertThat(junit).contains("<testcase classname=\"valida.probe\" name=\"oauth-token-shape\"");
      assertThat(said.out() + junit)
          .doesNotContain(SampleService.PASSWORD)
          .doesNotContain("portao-secreto");
    }
  }

  @Test
  void warningsFailUnlessToldOtherwise() {
    try (var server = new AlteringServer(service.open(), AlteringServer.NONE)) {
      var address = server.address().toString();

      assertThat(probe(address, "--methods=despesa", "--slow=0").exit()).isEqualTo(1);
      assertThat(probe(address, "--methods=despesa", "--slow=0", "--fail-on=error").exit())
          .isZero();
    }
  }

  @Test
  void nothingJudgedIsAFailure() {
    var said = probe("http://127.0.0.1:1", "--methods=despesa");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("FAIL    endpoint-unreachable      despesa\n");
  }

  @Test
  void aCertificateThatNobodyKnowsIsTrustedWhenItIsNamed() throws Exception {
    var known = TlsFront.certificate(folder, "known");
    var other = TlsFront.certificate(folder, "other");
    try (var front = TlsFront.open(known, service.closed())) {
      var address = front.address().toString();
      var user = "--user=" + SampleService.USER;

      var trusted = probe(address, user, "--methods=despesa", "--cacert=known.pem");
      assertThat(trusted.out()).contains("pass    endpoint-insecure\n");
      assertThat(trusted.exit()).as(trusted.out()).isZero();
      var unnamed = probe(address, user, "--methods=despesa");
      assertThat(unnamed.out())
          .contains(" does not answer: no secure connection (certificate or TLS)\n");
      assertThat(unnamed.exit()).isEqualTo(1);
      var wrong = probe(address, user, "--methods=despesa", "--cacert", other.toString());
      assertThat(wrong.out())
          .contains(" does not answer: no secure connection (certificate or TLS)\n");
      assertThat(wrong.exit()).isEqualTo(1);
    }
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowedWithTheTokenOrWithout() {
    try (var elsewhere = new AlteringServer(service.open(), AlteringServer.NONE);
        var server =
            new AlteringServer(
                service.closed(),
                (request, behind) ->
                    request.has("sgl_uf")
                        ? new AlteringServer.Answer(
                            302,
                            "",
                            "",
                            Map.of(
                                "Location",
                                "http://localhost:" + elsewhere.port() + "/consulta/despesa"))
                        : behind.ask(request))) {
      var said =
          probe(server.address().toString(), "--user=" + SampleService.USER, "--methods=despesa");

      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.out())
          .contains("FAIL    http-status               despesa\n")
          .contains("localhost");
      assertThat(elsewhere.seen()).isEmpty();
    }
  }
}
