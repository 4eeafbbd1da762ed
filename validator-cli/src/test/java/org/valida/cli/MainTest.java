package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(OutputStream to, String... arguments) {
    var environment = Transcript.environment(Map.of("LANG", "en_US.UTF-8"), folder);
    return Main.run(InputStream.nullInputStream(), to, err, List.of(arguments), environment);
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void aClosedPipeEndsItQuietly() {
    assertThat(run(failing("Broken pipe"), "rules")).isEqualTo(2);
    assertThat(run(failing("Pipe quebrado"), "check", "missing.json")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "valida: missing.json: there is no file or folder of this name; check the path.\n");
  }

  @Test
  void saysWhenStandardOutputIsLost() {
    assertThat(run(failing("No space left on device"), "rules")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("valida: could not write to standard output: No space left on device\n");
  }

  @Test
  void writesJsonInUtf8WhateverTheConsoleSays() throws IOException {
    var latin =
        new Environment(Map.of(), folder, false, Locale.ROOT, false, StandardCharsets.ISO_8859_1);
    var arguments = List.of("check", "não.json", "--format", "json");

    Main.run(InputStream.nullInputStream(), out, err, arguments, latin);

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("não.json: não existe arquivo");
    assertThat(err.toString(StandardCharsets.ISO_8859_1)).contains("não.json: não existe arquivo");
  }

  @Test
  void writesSeveralReportsEachToItsFile() throws IOException {
    int exit =
        run(
            out,
            "check",
            "missing.json",
            "--format=json=a.json",
            "--format=text=b.txt",
            "--format=ndjson=c.ndjson");

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(folder.resolve("a.json")).content().contains("\"kind\": \"not-found\"");
    assertThat(folder.resolve("b.txt"))
        .hasContent(
            """
            missing.json: there is no file or folder of this name; check the path.
            nothing was checked; 1 input not checked\
            """);
    assertThat(folder.resolve("c.ndjson")).isEmptyFile();
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void warnsBeforePersonalDataGoIntoAFile() {
    run(out, "check", "missing.json", "--show-personal", "--format=json=a.json");

    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("valida: warning: --show-personal");
  }

  @Test
  void doesNotOverwriteAPayloadWithItsReport() throws IOException {
    Files.writeString(folder.resolve("a.json"), "{}");

    for (var input : List.of("a.json", "./a.json", ".")) {
      assertThat(run(out, "check", input, "--format=json=a.json")).isEqualTo(2);
    }

    assertThat(folder.resolve("a.json")).hasContent("{}");
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .allMatch(line -> line.contains("would overwrite the input of that name"));
  }

  @Test
  void doesNotReadItsOwnReportOfAnEarlierRun() {
    run(out, "check", "missing.json", "--format=json=a.json");
    err.reset();

    assertThat(run(out, "check", ".", "--format=json=a.json")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("valida: there are only reports of valida itself; give the payloads.\n");
  }

  @Test
  void leavesNoReportBehindThatCannotBeWritten() throws IOException {
    assertThat(run(out, "check", "x", "--format=json=a.json", "--format=text=no/b.txt"))
        .isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("valida: could not write the report no/b.txt;");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }
}
