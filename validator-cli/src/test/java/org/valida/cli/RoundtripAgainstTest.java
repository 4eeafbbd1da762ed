package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.valida.server.sample.SampleData;

/** {@code valida roundtrip --against} a service that wants a token (MCE 3). */
class RoundtripAgainstTest {

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

  /** What the service holds of funcao12. */
  @BeforeEach
  void write() throws IOException {
    for (var payload : SampleData.payloads()) {
      if (payload.path().contains("funcao12")) {
        try (var in = payload.open()) {
          var name = Path.of(payload.path()).getFileName().toString();
          Files.write(
              Files.createDirectories(folder.resolve("answers")).resolve(name), in.readAllBytes());
        }
      }
    }
    Files.writeString(folder.resolve("senha.txt"), SampleService.PASSWORD + "\n");
    Files.writeString(folder.resolve("errada.txt"), "senha-errada");
  }

  private record Said(int exit, String out, String err) {}

  private Said roundtrip(URI against, String... arguments) {
    var all =
        new ArrayList<>(
            List.of("roundtrip", "--lang=en", "--against", against.toString(), "answers"));
    all.addAll(List.of(arguments));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            InputStream.nullInputStream(), out, err, all, Transcript.environment(Map.of(), folder));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void withTheUserAndItsPasswordEverythingComesBack() {
    try (var watched = new AlteringServer(service.closed(), AlteringServer.NONE)) {
      var said = roundtrip(watched.address(), "--user=SIOPE", "--password-file=senha.txt");

      assertThat(said.exit()).as(said.out() + said.err()).isZero();
      assertThat(watched.seen().get(0).path()).isEqualTo("/oauth");
      assertThat(watched.seen().stream().skip(1))
          .isNotEmpty()
          .allMatch(request -> request.authorization().matches("Bearer [0-9a-f]{40}"));
    }
  }

  @Test
  void aLossBehindTheTokenIsFound() {
    try (var server =
        new AlteringServer(
            service.closed(),
            (request, behind) -> {
              var answer = behind.ask(request);
              return answer.saying(
                  answer
                      .body()
                      .replaceFirst("\"vlr_despesa_paga\":[0-9]", "\"vlr_despesa_paga\":9"));
            })) {
      var said = roundtrip(server.address(), "--user=SIOPE", "--password-file=senha.txt");

      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.out()).contains("vlr_despesa_paga");
    }
  }

  @Test
  void withAWrongPasswordOrNoneNothingIsComparedAndNoSecretIsShown() {
    var wrong = roundtrip(service.closed(), "--user=SIOPE", "--password-file=errada.txt");
    var none = roundtrip(service.closed());

    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.out() + wrong.err())
        .contains("POST /oauth gave no token; check the user and the password.")
        .doesNotContain("senha-errada");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.out() + none.err()).contains("401");
  }
}
