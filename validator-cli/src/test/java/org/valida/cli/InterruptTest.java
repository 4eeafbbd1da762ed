package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a run. */
@DisabledOnOs(OS.WINDOWS)
class InterruptTest {

  private static final String RECORD =
      """
      {"sgl_uf": "RS", "cod_municipio": 4314902, "num_ano": 2024, "num_periodo": 2, "despesa": [
      {"cod_fonte": %d, "des_elemento_despesa": "31901100000", "vlr_despesa_empenhada": 2.50,
      "vlr_despesa_liquidada": 2.50, "vlr_despesa_paga": 2.50}]},
      """;

  @TempDir private Path folder;

  @Test
  void whatWasFoundIsStillReportedAndNoFileIsLeft() throws Exception {
    var said = Files.createTempFile("said", ".ndjson");
    var process =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      var payload = process.getOutputStream();
      payload.write(
          "{\"dat_consulta\": \"2024-05-15T10:00:00Z\", \"ente\": [\n"
              .getBytes(StandardCharsets.UTF_8));
      payload.write(RECORD.formatted(999).getBytes(StandardCharsets.UTF_8));
      // A pipe and the window of the reader hold less than this: when it is written, the first
      // record was judged long ago.
      for (int i = 0; i < 10_000; i++) {
        payload.write(RECORD.formatted(540).getBytes(StandardCharsets.UTF_8));
      }
      payload.flush();
      try (var files = Files.list(folder)) {
        assertThat(files).as("the report that is being written").hasSize(1);
      }

      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      try (var files = Files.list(folder)) {
        assertThat(files).isEmpty();
      }
      assertThat(Files.readAllLines(said).get(0)).contains("\"rule\":\"cod-fonte-unknown\"");
    } finally {
      process.destroyForcibly();
      Files.delete(said);
    }
  }

  private static List<String> command() throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    // Who runs in the background of a script ignores SIGINT, and so do all it starts.
    var heeding = List.of("env", "--default-signal=INT");
    var tried = new ArrayList<>(heeding);
    tried.add("true");
    if (new ProcessBuilder(tried).start().waitFor() == 0) {
      command.addAll(heeding);
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.valida.cli.Main",
            "check",
            "-",
            "--contract=mce/despesa",
            "--rule=ente-duplicate=off",
            "--format=ndjson",
            "--format=json=report.json"));
    return command;
  }
}
