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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --baseline %s in.json",
        "check --config %s in.json",
        "check --contracts %s in.json",
        "check --schema %s in.json",
        "check --format html=%s in.json",
        "baseline --config %s in.json",
        "contracts --contracts %s",
        "serve --user ana --password-file %s",
        "serve --db jdbc:oracle:thin:joe/s3cret@localhost:1521",
        "serve --db joe:s3cret@localhost:1521"
      })
  @DisabledOnOs(OS.WINDOWS)
  void aNameInAFailureShowsNoPassword(String line) throws IOException {
    Files.writeString(folder.resolve("in.json"), "{}");
    var words = line.formatted("http://joe:s3cret@localhost:1/x?key=s3cret").split(" ");

    assertThat(run(out, words)).isEqualTo(2);

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("s3cret");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("valida: ")
        .doesNotContain("s3cret")
        .containsAnyOf("localhost:1/x", "--db j");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check in.json", "baseline in.json"})
  @DisabledOnOs(OS.WINDOWS)
  void aConfigurationThatIsFoundWritesNothingOutsideOfItsFolder(String line) throws IOException {
    Files.writeString(folder.resolve("victim.txt"), "mine");
    var inner = Files.createDirectory(folder.resolve("received"));
    Files.writeString(inner.resolve("in.json"), "{\"ente\":[]}");
    Files.createSymbolicLink(inner.resolve("link.html"), Path.of("../victim.txt"));
    Files.createSymbolicLink(inner.resolve("linked"), Path.of(".."));
    for (var name : List.of("link.html", "linked/victim.txt", "linked/new.txt")) {
      err.reset();
      Files.writeString(
          inner.resolve("valida.yaml"), "formats: [html=" + name + "]\nbaseline: " + name + "\n");
      var environment = Transcript.environment(Map.of("LANG", "en_US.UTF-8"), inner);

      var in = InputStream.nullInputStream();
      assertThat(Main.run(in, out, err, List.of(line.split(" ")), environment)).isEqualTo(2);

      assertThat(err.toString(StandardCharsets.UTF_8))
          .isEqualTo(
              "valida: valida.yaml: %s was not written; a link leads out of the folder of the configuration.\n",
              name);
      assertThat(folder.resolve("victim.txt")).hasContent("mine");
      assertThat(folder.resolve("new.txt")).doesNotExist();
    }
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
