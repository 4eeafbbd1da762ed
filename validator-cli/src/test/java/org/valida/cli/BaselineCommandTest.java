package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code valida baseline}, and {@code valida check} after it. */
class BaselineCommandTest {

  private static final Path PRIVACY = Project.root().resolve("testdata/sgp/privacy");

  @TempDir Path folder;

  private String said = "";

  @BeforeEach
  void copyPayload() throws IOException {
    Files.copy(
        Project.root().resolve("testdata/mce/spec/5.1-despesa.json"), folder.resolve("a.json"));
  }

  private int valida(String... arguments) {
    return valida(Map.of(), arguments);
  }

  private int valida(Map<String, String> variables, String... arguments) {
    var out = new ByteArrayOutputStream();
    var environment =
        new Environment(variables, folder, false, Locale.ROOT, false, StandardCharsets.UTF_8);
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--lang", "en", "--today", "2026-06-15"));
    int exit = Main.run(InputStream.nullInputStream(), out, out, all, environment);
    said = out.toString(StandardCharsets.UTF_8);
    return exit;
  }

  private String baseline() throws IOException {
    return Files.readString(folder.resolve("valida-baseline.json"));
  }

  @Test
  void whatIsAcceptedFailsNoMore() throws IOException {
    assertThat(valida("check", "a.json")).isEqualTo(1);
    assertThat(valida("baseline", "a.json", "--reason", "old export")).isZero();
    assertThat(said)
        .isEqualTo(
            """
            valida-baseline.json: 2 entries (new: 2, removed: 0); violations accepted: 2
            to go by it: valida check --baseline valida-baseline.json, or "baseline:" in valida.yaml
            """);
    assertThat(baseline()).contains("\"reason\": \"old export\"");
    assertThat(valida("check", ".", "--fail-on", "info", "--baseline", "valida-baseline.json"))
        .isZero();
    assertThat(said).isEqualTo("1 file, 1 record, 406 bytes: no violations, 2 suppressed\n");
    try (var files = Files.list(folder)) {
      assertThat(files).as("nothing half-written is left").hasSize(2);
    }
  }

  @Test
  void standsBesideTheConfigurationUnlessThatNamesAnotherPlace() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.move(folder.resolve("a.json"), folder.resolve("in/a.json"));
    Files.writeString(folder.resolve("valida.yaml"), "inputs: in");
    assertThat(valida("baseline", "--quiet")).isZero();
    assertThat(said).isEmpty();
    assertThat(baseline()).contains("\"file\": \"in/a.json\"");

    Files.writeString(folder.resolve("valida.yaml"), "inputs: in\nbaseline: in/known.json");
    assertThat(valida("baseline")).isZero();
    assertThat(said)
        .isEqualTo("in/known.json: 2 entries (new: 2, removed: 0); violations accepted: 2\n");
    assertThat(Files.readString(folder.resolve("in/known.json"))).contains("\"file\": \"a.json\"");
    assertThat(valida("check", "--fail-on", "info")).isZero();
  }

  @Test
  void writesTheSameBytesAgainAndPrunesWhatIsMended() throws IOException {
    valida("baseline", "a.json");
    var before = baseline();
    assertThat(valida("baseline", "a.json")).isZero();
    assertThat(said).contains("2 entries (new: 0, removed: 0)");
    assertThat(baseline()).isEqualTo(before);

    var payload = folder.resolve("a.json");
    Files.writeString(payload, Files.readString(payload).replace("Elemento", "31901100"));
    assertThat(valida("baseline", "--prune", "a.json")).isZero();
    assertThat(said).contains("1 entry (new: 0, removed: 1)");
    assertThat(baseline()).doesNotContain("des-elemento-despesa-shape");
  }

  @Test
  void saysWhatCannotBeAcceptedAndWhatCouldNotBeRead() throws IOException {
    Files.writeString(folder.resolve("b.json"), "{\"ente\": [}");
    assertThat(valida("baseline", "a.json", "b.json")).isZero();
    assertThat(said).contains("1 violation cannot be accepted");
    assertThat(baseline()).doesNotContain("b.json");

    assertThat(valida("baseline", "a.json", "c.json")).isEqualTo(2);
    assertThat(said).contains("c.json: there is no file").contains("2 entries");
  }

  @Test
  void changesNothingWhereNothingWasRead() throws IOException {
    valida("baseline", "a.json");
    var before = baseline();

    assertThat(valida("baseline", "c.json")).isEqualTo(2);
    assertThat(baseline()).isEqualTo(before);
  }

  @Test
  void wantsTheKeyItWasWrittenWith() throws IOException {
    Files.copy(PRIVACY.resolve("estudantes.pretty.json"), folder.resolve("l.json"));
    var key = Map.of("VALIDA_BASELINE_KEY", "a secret of some length");
    assertThat(valida(key, "baseline", "l.json")).isZero();
    assertThat(valida(key, "check", "l.json", "--baseline", "valida-baseline.json")).isZero();
    assertThat(said).doesNotContain("warning:");

    assertThat(valida("check", "l.json", "--baseline", "valida-baseline.json", "-q")).isEqualTo(1);
    assertThat(said)
        .contains(
            "valida: warning: valida-baseline.json tells the records of lotes by another"
                + " VALIDA_BASELINE_KEY;");
    assertThat(valida("baseline", "l.json")).isEqualTo(2);
    assertThat(said).contains("was written with another VALIDA_BASELINE_KEY");
  }

  static Stream<Path> payloads() throws IOException {
    try (var files = Files.list(PRIVACY)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void holdsNothingPersonal(Path payload) throws IOException {
    var secrets =
        Files.readAllLines(PRIVACY.resolve("secrets.txt")).stream()
            .filter(line -> !line.isBlank())
            .toList();
    var contract = "sgp/" + payload.getFileName().toString().split("\\.", 2)[0];
    for (var key : List.of("", "a secret of some length")) {
      for (var contracts : List.of(List.<String>of(), List.of("--contract", contract))) {
        Files.deleteIfExists(folder.resolve("valida-baseline.json"));
        var arguments =
            new ArrayList<>(
                List.of("baseline", payload.toString(), "--baseline", "valida-baseline.json"));
        arguments.addAll(contracts);
        valida(Map.of("VALIDA_BASELINE_KEY", key), arguments.toArray(String[]::new));
        boolean unknown = contracts.isEmpty() && said.contains("--contract");
        var written = unknown ? "" : baseline();
        assertThat(secrets.stream().filter((said + written)::contains).toList())
            .as("raw values in the baseline of %s", payload.getFileName())
            .isEmpty();
      }
    }
  }
}
