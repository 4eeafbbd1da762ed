package org.valida.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.json.JsonValue;
import org.valida.report.Format;

/**
 * Names and values that steer a terminal, reorder a line, run in a browser or compute in a
 * spreadsheet: from a payload, through a whole run, into every report.
 */
class HostileTextsTest {

  private static final List<String> TEXTS =
      List.of(
          "\\u001b]0;owned\\u0007\\u001b[2J",
          "\\u009b31m",
          "\\r\\nerror: forged",
          "\\n::error::forged",
          "\\u202egnp.exe",
          "\\u2066abc\\u2069",
          "\\u0000\\u0008\\u007f",
          "<script>alert(1)</script>",
          "</script><img src=x onerror=alert(1)>",
          "]]>&lt;b&gt;",
          "=1+1",
          "+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(A1)",
          "\\t=1+1",
          "[x](javascript:alert(1)) `|` **b**",
          "\\ud800");

  /** What no terminal, log or editor may ever be sent. */
  private static final Pattern STEERING =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final String DAY = "--today=2026-11-20";

  @TempDir private Path folder;

  private record Said(int status, String out, String err) {}

  private Said run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var environment = new Environment(Map.of(), folder, false, Locale.ROOT, false, UTF_8);
    int status = Main.run(InputStream.nullInputStream(), out, err, List.of(arguments), environment);
    return new Said(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static String payload() {
    var entes = new ArrayList<String>();
    for (var text : TEXTS) {
      entes.add(
          "{\"sgl_uf\": \""
              + text
              + "\", \""
              + text
              + "\": 1, \"despesa\": [{\""
              + text
              + "\": \""
              + text
              + "\", \"des_elemento_despesa\": \""
              + text
              + "\"}]}");
    }
    return "{\"dat_consulta\": \"=1+1\", \"ente\": [" + String.join(",\n", entes) + "]}";
  }

  /** The report of a run over all texts, read from its file. */
  private String report(Format format) throws IOException {
    Files.writeString(folder.resolve("payload.json"), payload());
    var file = "report." + format.label();
    var said =
        run(
            "check",
            "payload.json",
            "--contract=mce/despesa",
            "--lang=en",
            "--max-violations=0",
            DAY,
            "--format=" + format.label() + "=" + file);
    assertThat(said.status()).as(said.err()).isEqualTo(1);
    assertThat(said.out() + said.err()).doesNotContainPattern(STEERING);
    return Files.readString(folder.resolve(file));
  }

  @Test
  void noReportHasACharacterThatSteers() throws IOException {
    for (var format : Format.values()) {
      assertThat(report(format)).as(format.label()).doesNotContainPattern(STEERING);
    }
  }

  @Test
  void theTerminalIsToldAllOfItAndObeysNoneOfIt() throws IOException {
    Files.writeString(folder.resolve("payload.json"), payload());

    var said =
        run("check", "payload.json", "--contract=mce/despesa", "--lang=en", "--max-violations=0");

    assertThat(said.out()).contains("\\u001B", "\\u202E", "<script>");
    assertThat(said.out()).doesNotContainPattern(STEERING);
    assertThat(said.out().lines()).noneMatch(line -> line.startsWith("error: forged"));
    assertThat(said.out().lines()).noneMatch(line -> line.startsWith("::error::"));
  }

  @Test
  void noTextBecomesMarkupOfAPage() throws IOException {
    var page = report(Format.HTML);

    assertThat(page).contains("alert(1)");
    assertThat(page).doesNotContain("<script>alert", "<img src=x", "</script><img");
  }

  @Test
  void noCellOfATableIsAFormula() throws IOException {
    for (var line : report(Format.CSV).lines().skip(1).toList()) {
      assertThat(line).doesNotContainPattern("(^|[,;])\"?[\\s]*[=+@]");
      assertThat(line).doesNotContainPattern("(^|[,;])\"?[\\s]*-[^,;]");
    }
  }

  @Test
  void noTextEndsACommandOfTheLogOfABuild() throws IOException {
    var lines = report(Format.GITHUB).lines().toList();

    assertThat(lines).filteredOn(line -> line.startsWith("::")).hasSizeGreaterThan(20);
    assertThat(lines).noneMatch(line -> line.startsWith("::error::forged"));
  }

  @Test
  void programsReadWhatIsForPrograms() throws Exception {
    for (var format : List.of(Format.JSON, Format.SARIF, Format.GITLAB)) {
      assertThat(JsonValue.parse(report(format))).as(format.label()).isNotNull();
    }
    for (var line : report(Format.NDJSON).lines().toList()) {
      assertThat(JsonValue.parse(line)).isNotNull();
    }
    var xml = report(Format.JUNIT).getBytes(UTF_8);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagName("script")
                .getLength())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u001b[2Jb.json", "a\nerror: forged.json", "\u202egnp.json", "<b>.json"})
  void aNameOfAFileIsAText(String name) throws IOException {
    assumeThat(written(name)).as("a file may have this name here").isTrue();

    for (var format : Format.values()) {
      var said = run("check", ".", "--format=" + format.label(), "--contract=mce/despesa", DAY);

      assertThat(said.status()).as(format.label() + said.err()).isEqualTo(1);
      assertThat(said.out() + said.err())
          .as(format.label())
          .doesNotContainPattern(STEERING)
          .doesNotContain("\nerror: forged");
    }
    assertThat(run("check", name + ".nowhere").err()).doesNotContainPattern(STEERING);
  }

  private boolean written(String name) {
    try {
      Files.writeString(folder.resolve(name), "[]");
      return true;
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  @Test
  void aNameInAnArchiveClimbsNowhereAndIsAText() throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
      for (var name : List.of("../../climbed.json", "/tmp/rooted.json", "a\u001b[2J.json")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("[]".getBytes(StandardCharsets.US_ASCII));
      }
    }

    var said = run("check", "a.zip", "--contract=mce/despesa", "--lang=en", DAY);

    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out()).contains("climbed.json", "rooted.json", "a\\u001B[2J.json");
    assertThat(said.out() + said.err()).doesNotContainPattern(STEERING);
    assertThat(folder.resolve("../../climbed.json")).doesNotExist();
    assertThat(Path.of("/tmp/rooted.json")).doesNotExist();
  }
}
