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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.cli.AlteringServer.Alteration;

/**
 * The page of {@code valida probe --format html}, kept without its style sheet; {@code
 * -Dvalida.update=true} writes it anew.
 */
class ProbeHtmlTest {

  private static final Path KEPT =
      Project.root().resolve("validator-cli/src/test/resources/org/valida/cli");

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

  /** Has money in binary, and says something hostile with the token in it. */
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
                .typed("text/x; <script>alert('" + request.authorization() + "')</script>")
            : answer;
      };

  /** What the command writes, with ports and version masked. */
  private String page(String language, int exit, String... arguments) throws Exception {
    var all =
        new ArrayList<>(
            List.of("probe", "--lang", language, "--rate=1000", "--format=html=probe.html"));
    all.addAll(List.of(arguments));
    var said = new ByteArrayOutputStream();
    int status =
        Main.run(
            InputStream.nullInputStream(),
            said,
            said,
            all,
            Transcript.environment(Map.of("VALIDA_PASSWORD", SampleService.PASSWORD), folder));
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(exit);
    return Files.readString(folder.resolve("probe.html"))
        .replaceAll("(127\\.0\\.0\\.1):[0-9]+", "$1:PORT")
        .replace(BuildInfo.read().version(), "VERSION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt", "en"})
  void itSaysWhatFailedFirstAndThenTheRest(String language) throws Exception {
    String page;
    try (var server = new AlteringServer(service.closed(), BROKEN)) {
      page =
          page(
              language,
              1,
              server.address().toString(),
              "--ano=2024",
              "--methods=despesa,retificadora",
              "--user=" + SampleService.USER);
    }
    var kept = KEPT.resolve("probe_" + language + ".html");
    var plain =
        page.replaceFirst("(?s)<style>.*?</style>", "<style></style>")
            .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-HASH");
    if (Project.UPDATE) {
      Project.write(kept, plain);
    }

    assertThat(plain).isEqualTo(Project.text(kept));
    assertThat(page).doesNotContain(SampleService.PASSWORD, "<script", "src=", "href=\"http");
  }

  @Test
  void aServiceWithoutAFaultGetsAGoodVerdict() throws Exception {
    var page = page("en", 0, service.open().toString(), "--methods=despesa", "--ano=2024");

    assertThat(page)
        .contains("<section class=\"verdict good\"")
        .contains("<h1 id=\"verdict\">The service does what was asked of it</h1>")
        .contains("<strong>0</strong> <span>failed</span>")
        .doesNotContain("class=\"badge error\"");
  }

  @Test
  void whereNothingCouldBeJudgedTheVerdictIsBad() throws Exception {
    var page = page("en", 1, "http://127.0.0.1:1", "--methods=despesa", "--ano=2024");

    assertThat(page).contains("<section class=\"verdict bad\"");
  }
}
