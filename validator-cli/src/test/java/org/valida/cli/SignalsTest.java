package org.valida.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, or a supervisor's patience, in the middle of a run. */
@DisabledOnOs(OS.WINDOWS)
class SignalsTest {

  private static final int HEAP = 64;

  private static final String RECORD =
      """
      {"sgl_uf": "RS", "cod_municipio": 4314902, "num_ano": 2024, "num_periodo": 2, "despesa": [
      {"cod_fonte": %d, "des_elemento_despesa": "31901100000", "vlr_despesa_empenhada": 2.50,
      "vlr_despesa_liquidada": 2.50, "vlr_despesa_paga": 2.50}]}""";

  @TempDir private Path folder;
  @TempDir private Path beside;
  private Path out;
  private Path err;

  @BeforeEach
  void name() {
    out = beside.resolve("out");
    err = beside.resolve("err");
  }

  private Process start(String... arguments) throws IOException, InterruptedException {
    return new ProcessBuilder(command(List.of(arguments)))
        .directory(folder.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static List<String> command(List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    // Who runs in the background of a script ignores SIGINT, and so do all it starts.
    var heeding = List.of("env", "--default-signal=INT");
    var tried = new ArrayList<>(heeding);
    tried.add("true");
    if (new ProcessBuilder(tried).start().waitFor() == 0) {
      command.addAll(heeding);
    }
    command.addAll(Child.valida(HEAP, arguments));
    return command;
  }

  private static int ended(Process process, String signal)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended").isTrue();
    return process.exitValue();
  }

  /** Whether it came to its end before the signal came to it. */
  private static boolean through(Process process, String signal)
      throws IOException, InterruptedException {
    int status = ended(process, signal);
    assertThat(status).isIn(0, signal.equals("INT") ? 130 : 143);
    return status == 0;
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String despesa(int records) {
    var text = new StringBuilder("{\"dat_consulta\": \"2024-05-15T10:00:00Z\", \"ente\": [\n");
    for (int i = 0; i < records; i++) {
      text.append(i == 0 ? "" : ",\n").append(RECORD.formatted(540));
    }
    return text.append("]}").toString();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void whatWasFoundIsStillReportedAndNoFileIsLeft(String signal, int status) throws Exception {
    var process =
        start(
            "check",
            "-",
            "--contract=mce/despesa",
            "--rule=ente-duplicate=off",
            "--format=ndjson",
            "--format=json=report.json");
    try {
      var payload = process.getOutputStream();
      payload.write("{\"dat_consulta\": \"2024-05-15T10:00:00Z\", \"ente\": [\n".getBytes(UTF_8));
      payload.write((RECORD.formatted(999) + ",\n").getBytes(UTF_8));
      // A pipe and the window of the reader hold less than this: when it is written, the first
      // record was judged long ago.
      for (int i = 0; i < 10_000; i++) {
        payload.write((RECORD.formatted(540) + ",\n").getBytes(UTF_8));
      }
      payload.flush();
      assertThat(names()).as("the report that is being written").hasSize(1);

      assertThat(ended(process, signal)).isEqualTo(status);

      assertThat(names()).isEmpty();
      assertThat(Files.readAllLines(out).get(0)).contains("\"rule\":\"cod-fonte-unknown\"");
      assertThat(err).isEmptyFile();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Where nobody reads on, what was found cannot be written, and nobody waits for ever. */
  @Test
  void whoseReaderHasStoppedEndsAllTheSame() throws Exception {
    try (var payload = Files.newBufferedWriter(folder.resolve("a.json"))) {
      payload.write("{\"ente\": [");
      for (int i = 0; i < 20_000; i++) {
        payload.write(i == 0 ? "{}" : ",{}");
      }
      payload.write("]}");
    }
    var process =
        new ProcessBuilder(
                command(List.of("check", "a.json", "--contract=mce/despesa", "--format=ndjson")))
            .directory(folder.toFile())
            .redirectError(err.toFile())
            .start();
    try (var unread = process.getInputStream()) {
      // A pipe holds 64 KiB: the next line has to wait.
      while (unread.available() < 60_000 && process.isAlive()) {
        LockSupport.parkNanos(1_000_000);
      }

      assertThat(ended(process, "TERM")).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Waits until something is being written beside the payload. */
  private void whileItIsWritten(Process process) throws IOException {
    while (names().stream().noneMatch(name -> name.startsWith(".valida-")) && process.isAlive()) {
      LockSupport.parkNanos(100_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void splitLeavesBothFilesOrNone(String signal) throws Exception {
    Files.writeString(folder.resolve("a.json"), despesa(20_000));
    var process =
        start(
            "split",
            "a.json",
            "--contract=mce/despesa",
            "--fail-on=error",
            "--good=good.json",
            "--bad=bad.json");
    try {
      whileItIsWritten(process);

      if (through(process, signal)) {
        assertThat(names()).containsExactly("a.json", "bad.json", "good.json");
      } else {
        assertThat(names()).containsExactly("a.json");
      }
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void splitByForceLeavesTheOldFilesOrTheNew() throws Exception {
    Files.writeString(folder.resolve("a.json"), despesa(20_000));
    Files.writeString(folder.resolve("good.json"), "old");
    Files.writeString(folder.resolve("bad.json"), "old");
    var process =
        start(
            "split",
            "a.json",
            "--contract=mce/despesa",
            "--good=good.json",
            "--bad=bad.json",
            "--force");
    try {
      whileItIsWritten(process);

      boolean through = through(process, "TERM");

      assertThat(names()).containsExactly("a.json", "bad.json", "good.json");
      for (var name : List.of("good.json", "bad.json")) {
        assertThat(Files.size(folder.resolve(name)) > 3).isEqualTo(through);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void fixLeavesTheDocumentAsItWasOrRepaired(String signal) throws Exception {
    var file = folder.resolve("a.json");
    Files.writeString(file, despesa(10_000).replaceFirst("2024,", "\"2024\","));
    long before = Files.size(file);
    var process =
        start("fix", "a.json", "--contract=mce/despesa", "--rule=ente-duplicate=off", "--write");
    try {
      whileItIsWritten(process);

      boolean through = through(process, signal);

      assertThat(names()).containsExactly("a.json");
      // It may end between the move and the last word.
      assertThat(Files.size(file)).isIn(through ? before - 2 : before, before - 2);
    } finally {
      process.destroyForcibly();
    }
  }
}
