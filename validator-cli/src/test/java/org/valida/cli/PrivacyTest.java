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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.report.Format;

/**
 * Personal data of a lote reaches no output: whatever the format, the language and the way the
 * payload is written or broken.
 */
class PrivacyTest {

  private static final Path FOLDER = project().resolve("testdata/sgp/privacy");

  private static Path project() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("testdata"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static Stream<Path> payloads() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void noOutputHoldsARawValue(Path payload) throws IOException {
    var secrets =
        Files.readAllLines(FOLDER.resolve("secrets.txt")).stream()
            .filter(line -> !line.isBlank())
            .toList();
    assertThat(secrets).as("values to look for").hasSizeGreaterThan(20);
    for (var options : runs()) {
      var said = run("check", payload, options);
      assertThat(secrets.stream().filter(said::contains).toList())
          .as("raw values in the output of check %s %s", payload.getFileName(), options)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void noRepairShowsARawValue(Path payload) throws IOException {
    var secrets =
        Files.readAllLines(FOLDER.resolve("secrets.txt")).stream()
            .filter(line -> !line.isBlank())
            .toList();
    for (var language : List.of("pt", "en")) {
      for (var options :
          List.of(List.<String>of(), List.of("--diff"), List.of("--diff", "--unsafe"))) {
        var arguments = new ArrayList<>(List.of("--lang", language, "--max-violations", "0"));
        arguments.addAll(options);
        var said = run("fix", payload, arguments);
        assertThat(secrets.stream().filter(said::contains).toList())
            .as("raw values in the output of fix %s %s", payload.getFileName(), options)
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void theTestWouldSeeThem(Path payload) throws IOException {
    var secrets =
        Files.readAllLines(FOLDER.resolve("secrets.txt")).stream()
            .filter(line -> !line.isBlank())
            .toList();
    // Some are broken on purpose, in their encoding too.
    var text = new String(Files.readAllBytes(payload), StandardCharsets.UTF_8).replace("\0", "");
    assertThat(secrets)
        .as("values to look for in %s", payload.getFileName())
        .anyMatch(text::contains);
  }

  private static List<List<String>> runs() {
    var runs = new ArrayList<List<String>>();
    for (var format : Format.labels()) {
      for (var language : List.of("pt", "en")) {
        for (var contract :
            List.of("", "sgp/estudantes", "sgp/profissionais", "sgp/frequencia-mensal")) {
          var options =
              new ArrayList<>(
                  List.of(
                      "--format",
                      format,
                      "--lang",
                      language,
                      "--max-violations",
                      "0",
                      "--verbose",
                      "--statistics"));
          if (!contract.isEmpty()) {
            options.addAll(List.of("--contract", contract));
          }
          runs.add(options);
        }
      }
    }
    return runs;
  }

  private static String run(String command, Path payload, List<String> options) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var arguments = new ArrayList<>(List.of(command, payload.toString()));
    arguments.addAll(options);
    var environment =
        new Environment(Map.of(), FOLDER, false, Locale.ROOT, false, StandardCharsets.UTF_8);
    Main.run(InputStream.nullInputStream(), out, err, arguments, environment);
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }
}
