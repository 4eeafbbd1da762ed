package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Payloads made to break a reader. Each is checked in a process with a small heap; it ends by
 * itself, says what it found in few words, and shows no stack trace.
 */
class HostileInputTest {

  private static final int HEAP = 48;

  @TempDir private Path folder;

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** A payload, and what is said of it. */
  private record Payload(String name, Writing writing, String said, int status) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Payload> payloads() {
    return Stream.of(
        new Payload(
            "a million arrays in each other", out -> repeat(out, "[", 1_000_000), "json-limit", 1),
        new Payload(
            "a million objects in each other",
            out -> repeat(out, "{\"a\":", 1_000_000),
            "json-limit",
            1),
        new Payload(
            "a string of 100 mb",
            out -> {
              text(out, "{\"ente\":[{\"sgl_uf\":\"");
              repeat(out, "x".repeat(1000), 100_000);
              text(out, "\"}]}");
            },
            "json-limit",
            1),
        new Payload(
            "a name of 100 mb",
            out -> {
              text(out, "{\"");
              repeat(out, "x".repeat(1000), 100_000);
              text(out, "\":1}");
            },
            "json-limit",
            1),
        new Payload(
            "a number of a million digits",
            out -> ente(out, o -> repeat(o, "9", 1_000_000)),
            "json-limit",
            1),
        new Payload(
            "a number beyond all numbers",
            out -> ente(out, o -> text(o, "1e999999999")),
            "decimal-15-2",
            1),
        new Payload(
            "a number below all numbers",
            out -> ente(out, o -> text(o, "1e-999999999")),
            "decimal-15-2",
            1),
        new Payload(
            "ten million members", out -> members(out, 10_000_000, i -> "a" + i), "json-limit", 1),
        new Payload(
            "a million times one name",
            out -> members(out, 1_000_000, i -> "a"),
            "json-duplicate-name",
            1),
        new Payload(
            "names of one hash",
            out -> members(out, 60_000, HostileInputTest::colliding),
            "attribute-not-lowercase",
            1),
        new Payload(
            "a hundred mb of blanks",
            out -> {
              repeat(out, " ".repeat(1000), 100_000);
              text(out, "{}");
            },
            "--contract",
            2),
        new Payload(
            "a hundred mb of line ends",
            out -> {
              text(out, "{\"ente\":[");
              repeat(out, "\r\n".repeat(500), 100_000);
              text(out, "]}");
            },
            "ente-none",
            1),
        new Payload(
            "nothing but zeros", out -> repeat(out, "\0".repeat(1000), 10_000), "json-syntax", 1),
        new Payload(
            "escapes for the console",
            out ->
                text(out, "{\"ente\":[{\"\\u001b]0;owned\\u0007\":1,\"sgl_uf\":\"\\u202Eab\"}]}"),
            "\\u001B",
            1));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void isJudgedInLittleMemoryAndFewWords(Payload payload) throws Exception {
    var file = folder.resolve("payload.json");
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      payload.writing.to(out);
    }
    var options = new ArrayList<>(List.of("check", "payload.json", "--lang", "en"));
    if (payload.status != 2) {
      options.addAll(List.of("--contract", "mce/despesa"));
    }

    var ended = Child.run(Child.valida(HEAP, options), folder);

    assertThat(ended.status()).as(ended.output()).isEqualTo(payload.status);
    assertThat(ended.output()).contains(payload.said).hasSizeLessThan(40_000);
    assertThat(ended.output())
        .doesNotContain("Exception", "OutOfMemory", "\tat ")
        .doesNotContainPattern("[\u001b\u0007\u202E]");
  }

  @Test
  void aPatternMadeToHangIsGivenUp() throws Exception {
    Files.writeString(
        folder.resolve("schema.json"),
        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"pattern\": \"^(?=(a+)+$)(a|aa)+\\\\1$\"}");
    Files.writeString(folder.resolve("payload.json"), "\"" + "a".repeat(5000) + "!\"");

    var ended =
        Child.run(
            Child.valida(
                HEAP, List.of("check", "payload.json", "--schema", "schema.json", "--lang", "en")),
            folder);

    assertThat(ended.status()).as(ended.output()).isNotZero();
    assertThat(ended.output()).doesNotContain("Exception").hasSizeLessThan(4_000);
  }

  @Test
  void aReportThatFindsNoRoomIsSaidToBeMissing() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
    many(folder.resolve("payload.json"), 2_000);

    var ended =
        Child.run(
            Child.valida(
                HEAP,
                List.of("check", "payload.json", "--format", "ndjson=/dev/full", "--lang", "en")),
            folder);

    assertThat(ended.status()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output()).contains("could not write the report /dev/full").hasLineCount(1);
  }

  /** Writes more than the disk has room for: the system lets no file grow beyond 100 KiB. */
  private Child.Ended withoutRoom(String... arguments) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "this system has no bash");
    var command = new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 100; exec \"$@\"", "-"));
    command.addAll(Child.valida(HEAP, List.of(arguments)));
    return Child.run(command, folder);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whereThereIsNoRoomForAReportTheOldOneStays() throws Exception {
    many(folder.resolve("payload.json"), 2_000);
    Files.writeString(folder.resolve("report.ndjson"), "old");

    var ended =
        withoutRoom("check", "payload.json", "--format", "ndjson=report.ndjson", "--lang", "en");

    assertThat(ended.status()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output()).contains("could not write the report").hasLineCount(1);
    assertThat(names()).containsExactly("payload.json", "report.ndjson");
    assertThat(folder.resolve("report.ndjson")).hasContent("old");
  }

  @Test
  void whereThereIsNoRoomForHalvesOfALoteNeitherIsWritten() throws Exception {
    many(folder.resolve("payload.json"), 20_000);
    Files.writeString(folder.resolve("bad.json"), "old");

    var ended =
        withoutRoom(
            "split", "payload.json", "--good=good.json", "--bad=bad.json", "--force", "--lang=en");

    assertThat(ended.status()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output()).contains("could not write good.json, bad.json").hasLineCount(1);
    assertThat(names()).containsExactly("bad.json", "payload.json");
    assertThat(folder.resolve("bad.json")).hasContent("old");
  }

  @Test
  void whereThereIsNoRoomForARepairedDocumentItStaysAsItWas() throws Exception {
    var file = folder.resolve("payload.json");
    Files.writeString(
        file,
        "{\"dat_consulta\": \"2024-05-15T10:00:00Z\", \"ente\": [{\"sgl_uf\": \"RS\","
            + " \"cod_municipio\": \"4314902\", \"num_ano\": 2024, \"num_periodo\": 2,"
            + " \"despesa\": []}"
            + " ".repeat(200_000)
            + "]}");
    var before = Files.readString(file);

    var ended =
        withoutRoom("fix", "payload.json", "--contract=mce/despesa", "--write", "--lang=en");

    assertThat(ended.status()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output()).contains("check the disk. The file is as it was");
    assertThat(names()).containsExactly("payload.json");
    assertThat(file).hasContent(before);
  }

  @Test
  void aBombIsInflatedUpToItsLimitAndNotIntoMemory() throws Exception {
    // Half a megabyte that becomes 500.
    var spaces = new byte[1 << 20];
    java.util.Arrays.fill(spaces, (byte) ' ');
    for (var gzip : new boolean[] {true, false}) {
      var name = gzip ? "payload.json.gz" : "payload.zip";
      try (var file = Files.newOutputStream(folder.resolve(name))) {
        var out = gzip ? new GZIPOutputStream(file) : zip(file, "../../payload.json");
        text(out, "{\"ente\":[");
        for (int i = 0; i < 500; i++) {
          out.write(spaces);
        }
        out.close();
      }
      Files.writeString(folder.resolve("valida.yaml"), "limits: {inflated-bytes: 100000000}\n");

      var ended =
          Child.run(
              Child.valida(
                  HEAP, List.of("check", name, "--contract", "mce/despesa", "--lang", "en")),
              folder);

      assertThat(ended.status()).as(ended.output()).isEqualTo(1);
      assertThat(ended.output())
          .contains("json-limit", "inflated-bytes")
          .doesNotContain("Exception", "OutOfMemory")
          .hasSizeLessThan(2_000);
      assertThat(Files.exists(folder.resolve("../../payload.json"))).isFalse();
    }
  }

  private static ZipOutputStream zip(OutputStream file, String entry) throws IOException {
    var zip = new ZipOutputStream(file);
    zip.putNextEntry(new ZipEntry(entry));
    return zip;
  }

  @Test
  void nobodyIsToldOfAPipeThatWasClosed() throws Exception {
    many(folder.resolve("payload.json"), 20_000);
    var errors = folder.resolve("errors.txt");
    var process =
        new ProcessBuilder(
                Child.valida(
                    HEAP,
                    List.of("check", "payload.json", "--max-violations", "0", "--lang", "en")))
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    try (var in = process.getInputStream()) {
      assertThat(in.read()).isPositive();
    }

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(errors).isEmptyFile();
  }

  @Test
  void linksInACircleAreWalkedOnce() throws Exception {
    Files.writeString(
        folder.resolve("payload.json"),
        "{\"dat_consulta\": \"2025-01-01 00:00:00\", \"ente\": []}");
    Files.createSymbolicLink(folder.resolve("again"), folder);

    var ended =
        Child.run(
            Child.valida(HEAP, List.of("check", ".", "--contract", "mce/despesa", "--lang", "en")),
            folder);

    assertThat(ended.status()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("1 file,");
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void repeat(OutputStream out, String text, int times) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < times; i++) {
      out.write(bytes);
    }
  }

  private static void ente(OutputStream out, Writing amount) throws IOException {
    text(out, "{\"ente\":[{\"despesa\":[{\"vlr_despesa_paga\":");
    amount.to(out);
    text(out, "}]}]}");
  }

  private static void members(OutputStream out, int count, IntFunction<String> name)
      throws IOException {
    text(out, "{\"ente\":[{");
    for (int i = 0; i < count; i++) {
      text(out, (i == 0 ? "\"" : ",\"") + name.apply(i) + "\":1");
    }
    text(out, "}]}");
  }

  /** Names that String.hashCode takes for one: each bit chooses between Aa and BB. */
  private static String colliding(int number) {
    var name = new StringBuilder();
    for (int bit = 0; bit < 16; bit++) {
      name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.toString();
  }

  private static void many(Path file, int count) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      text(out, "{\"ente\":[");
      for (int i = 0; i < count; i++) {
        text(out, (i == 0 ? "" : ",") + "{\"sgl_uf\":\"xx\",\"despesa\":[]}");
      }
      text(out, "]}");
    }
  }
}
