package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory does not grow with the bytes read: a payload greater than the heap is checked in a process
 * of its own. {@code -Dvalida.large=2000000000} makes the payload of that size.
 */
class LargePayloadTest {

  private static final long BYTES = Long.getLong("valida.large", 150_000_000L);
  private static final Path PROJECT = project();

  @TempDir private Path folder;

  private static Path project() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("tools"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  @Test
  void aPayloadGreaterThanTheHeapIsChecked() throws Exception {
    var payload = generate("pretty");
    var ended = check(payload);
    assertThat(ended.output()).contains("nenhuma violação");
    assertThat(ended.status()).isZero();
  }

  @Test
  void aDefectInTheLastRecordIsFoundAtItsPlace() throws Exception {
    var payload = generate("pretty", "--last");
    var ended = check(payload, "--format", "json");
    assertThat(ended.status()).as(ended.output()).isEqualTo(1);
    assertThat(ended.output()).contains("\"rule\": \"cod-fonte-unknown\"");
    long offset = number(ended.output(), "offset");
    long line = number(ended.output(), "line");
    try (var file = new RandomAccessFile(payload.toFile(), "r")) {
      file.seek(offset);
      var there = new byte[5];
      file.readFully(there);
      assertThat(new String(there, StandardCharsets.US_ASCII))
          .as("what stands at byte %d", offset)
          .matches("[0-9]{4,5},?");
    }
    try (var lines = Files.lines(payload)) {
      assertThat(lines.skip(line - 1).findFirst())
          .hasValueSatisfying(text -> assertThat(text).contains("\"cod_fonte\""));
    }
  }

  @Test
  void oneLongLineWithManyViolationsShowsEachWithItsKeyAndAShortExcerpt() throws Exception {
    var payload = generate("compact", "--violations", "10000");
    var ended = check(payload, "--max-violations", "0");
    assertThat(ended.status()).isEqualTo(1);
    var found = ended.output().lines().filter(line -> line.contains("[cod-fonte-unknown]")).count();
    assertThat(found).isEqualTo(10_000);
    assertThat(ended.output().lines().filter(line -> line.contains("/cod_fonte (")).count())
        .isEqualTo(10_000);
    assertThat(ended.output().lines().mapToInt(String::length).max().orElse(0))
        .isLessThan(200 + payload.toString().length());
  }

  private static long number(String json, String name) {
    var part = json.substring(json.indexOf("\"" + name + "\":"));
    return Long.parseLong(part.replaceFirst("(?s)^[^0-9]*([0-9]+).*$", "$1"));
  }

  private Path generate(String... more) throws Exception {
    var payload = folder.resolve("despesa.json");
    var command =
        new ArrayList<>(
            List.of(
                Child.java(),
                "tools/GeneratePayload.java",
                "despesa",
                more[0],
                Long.toString(BYTES),
                payload.toString()));
    command.addAll(List.of(more).subList(1, more.length));
    var ended = Child.run(command, PROJECT);
    assertThat(ended.status()).as(ended.output()).isZero();
    return payload;
  }

  private static Child.Ended check(Path payload, String... options) throws Exception {
    var arguments =
        new ArrayList<>(
            List.of("check", payload.toString(), "--lang", "pt", "--today", "2026-01-31"));
    arguments.addAll(List.of(options));
    return Child.run(Child.valida(32, arguments), payload.getParent());
  }
}
