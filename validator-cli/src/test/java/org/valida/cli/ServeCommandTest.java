package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code valida serve} as a user has it, but in this process. */
class ServeCommandTest {

  private static final Pattern ADDRESS =
      Pattern.compile("http://(127\\.0\\.0\\.1|0\\.0\\.0\\.0):([0-9]+)");

  @TempDir Path folder;

  /** A command that serves until it is closed. */
  private final class Serving implements AutoCloseable {

    private final Said out = new Said();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FutureTask<Integer> command;
    private final Thread thread;

    Serving(Map<String, String> variables, String... arguments) throws InterruptedException {
      var all = new java.util.ArrayList<>(List.of("serve", "--port", "0", "--lang", "en"));
      all.addAll(List.of(arguments));
      command =
          new FutureTask<>(
              () ->
                  Main.run(
                      InputStream.nullInputStream(),
                      out,
                      err,
                      all,
                      Transcript.environment(variables, folder)));
      thread =
          new Thread(
              () -> {
                command.run();
                out.ready.countDown();
              });
      thread.start();
      out.ready.await();
    }

    String said() {
      return out.bytes.toString(StandardCharsets.UTF_8);
    }

    String complained() {
      return err.toString(StandardCharsets.UTF_8);
    }

    String get(String path, String... headers) throws IOException, InterruptedException {
      return send(request(path, headers));
    }

    HttpRequest.Builder request(String path, String... headers) {
      var address = ADDRESS.matcher(said());
      assertThat(address.find()).as(said() + complained()).isTrue();
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.group(2) + path));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      return request;
    }

    String send(HttpRequest.Builder request) throws IOException, InterruptedException {
      var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        assertThat(command.get()).isZero();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Knows when the last line of the greeting was written. */
  private static final class Said extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CountDownLatch ready = new CountDownLatch(1);

    @Override
    public synchronized void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] b, int from, int length) {
      bytes.write(b, from, length);
      if (bytes.toString(StandardCharsets.UTF_8).contains("Try: ")) {
        ready.countDown();
      }
    }
  }

  @Test
  void servesTheSampleDataUnlessToldOtherwise() throws Exception {
    try (var serving = new Serving(Map.of())) {
      assertThat(serving.get("/consulta/despesa?num_ano=2024&num_periodo=6&cod_municipio=-1"))
          .startsWith("200 {\"dat_consulta\":")
          .contains("\"sgl_uf\":\"DF\",\"cod_municipio\":\"\"");
      assertThat(serving.get("/consulta/despesa?num_ano=2024&slg_uf=RS"))
          .startsWith("400 ")
          .contains("Did you mean sgl_uf?");
      assertThat(serving.complained()).isEmpty();
    }
  }

  @Test
  void loadsWhatIsInOrderAndReportsTheRest() throws Exception {
    Files.copy(
        Project.root().resolve("testdata/mce/valid/funcao12/all-periods.json"),
        folder.resolve("certa.json"));
    Files.copy(
        Project.root().resolve("testdata/mce/invalid/funcao12/cod-subfuncao-unknown.json"),
        folder.resolve("errada.json"));

    try (var serving = new Serving(Map.of(), "--db", "dados", "--load", "*.json")) {
      assertThat(serving.said())
          .contains("certa.json: funcao12, ")
          .contains("errada.json:")
          .contains("[cod-subfuncao-unknown]");
      assertThat(serving.complained())
          .isEqualTo("valida: errada.json: refused; nothing of it was loaded.\n");
    }
    assertThat(folder.resolve("dados/valida.mv.db")).isNotEmptyFile();
    try (var again = new Serving(Map.of(), "--db", "dados")) {
      assertThat(again.said()).doesNotContain("sample");
      assertThat(again.get("/consulta/funcao12?num_ano=2019")).contains("\"cod_subfuncao\":");
    }
  }

  @Test
  void withAUserItAsksForAToken() throws Exception {
    Files.writeString(folder.resolve("senha.txt"), "segredo\r\n");

    try (var serving =
        new Serving(
            Map.of(), "--user", "SIOPE", "--password-file", "senha.txt", "--methods", "receita")) {
      assertThat(serving.get("/consulta/receita?num_ano=2024")).startsWith("401 ");
      assertThat(serving.get("/health")).startsWith("200 ");
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void theErrorsOfALoteJoinTheRecordsThatWereSent() throws Exception {
    var path = "/v1/estudantes/lote";
    var sent =
        Project.root().resolve("testdata/sgp/invalid/estudantes/cpf-check-digit-both-people.json");
    Files.copy(sent, folder.resolve("lote.json"));
    Files.writeString(folder.resolve("chave.txt"), "chave\n");

    try (var serving = new Serving(Map.of(), "--api-key-file", "chave.txt")) {
      assertThat(serving.get(path, "X-API-KEY", "outra")).startsWith("401 ");
      var taken =
          serving.send(
              serving
                  .request(path, "X-API-KEY", "chave")
                  .POST(HttpRequest.BodyPublishers.ofFile(sent)));
      assertThat(taken).startsWith("201 ");
      var lote = path + "/" + taken.replaceFirst("(?s).*\"id\":\"([^\"]*)\".*", "$1");
      while (!serving.get(lote, "X-API-KEY", "chave").contains("Processado com erro")) {
        LockSupport.parkNanos(1_000_000);
      }
      var errors = serving.get(lote + "/erros", "X-API-KEY", "chave");
      Files.writeString(folder.resolve("erros.json"), errors.substring("200 ".length()));
    }
    var out = new ByteArrayOutputStream();
    int exit =
        Main.run(
            InputStream.nullInputStream(),
            out,
            out,
            List.of("check", "--lang", "en", "--errors", "erros.json", "lote.json"),
            Transcript.environment(Map.of(), folder));

    assertThat(exit).isEqualTo(1);
    var report = out.toString(StandardCharsets.UTF_8);
    assertThat(report.split("\\[server-error]", -1)).as(report).hasSize(3);
    assertThat(report)
        .contains("lote.json:2:3: ", "lote.json:3:12: ")
        .contains("the server answered: ", "(Valida found an error in this record too)")
        .doesNotContain("no record of these lotes");
  }

  @Test
  void warnsWhenAnyMachineMayAsk() throws Exception {
    try (var serving = new Serving(Map.of(), "--host", "0.0.0.0")) {
      assertThat(serving.complained())
          .contains("0.0.0.0 and there is no user;")
          .contains("0.0.0.0 and the lotes have no key,");
      assertThat(serving.get("/v1/estudantes/lote", "X-API-KEY", "any")).startsWith("401 ");
    }
    Files.writeString(folder.resolve("chave.txt"), "chave");
    var guarded = List.of("--host", "0.0.0.0", "--user", "SIOPE", "--api-key-file", "chave.txt");
    try (var serving =
        new Serving(Map.of("VALIDA_PASSWORD", "x"), guarded.toArray(new String[0]))) {
      assertThat(serving.complained()).isEmpty();
      assertThat(serving.get("/v1/estudantes/lote", "X-API-KEY", "chave")).startsWith("200 ");
    }
  }

  @Test
  void saysThatThePortIsInUse() throws Exception {
    try (var first = new Serving(Map.of())) {
      var port = first.said().replaceFirst("(?s).*127\\.0\\.0\\.1:([0-9]+).*", "$1");
      var err = new ByteArrayOutputStream();

      int exit =
          Main.run(
              InputStream.nullInputStream(),
              new ByteArrayOutputStream(),
              err,
              List.of("serve", "--lang", "en", "--db", "other", "--port", port),
              Transcript.environment(Map.of(), folder));

      assertThat(exit).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .isEqualTo(
              "valida: could not listen at 127.0.0.1:"
                  + port
                  + "; the port may be in use, give another with --port.\n");
    }
  }
}
