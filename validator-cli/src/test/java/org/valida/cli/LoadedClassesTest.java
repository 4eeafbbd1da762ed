package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does not ask for costs it no time. */
class LoadedClassesTest {

  private static final String PAYLOAD = "testdata/mce/spec/5.1-despesa.json";

  @TempDir Path folder;

  @Test
  void theHtmlReportAndItsTemplatesAreLoadedOnlyForTheirFormat() throws Exception {
    assertThat(loaded("--format=text")).contains("org.valida.report.TextReport");
    assertThat(loaded("--format=text"))
        .doesNotContain("gg.jte")
        .doesNotContain("org.valida.report.Html");
    assertThat(loaded("--format=html=" + folder.resolve("report.html")))
        .contains("gg.jte.html.OwaspHtmlTemplateOutput")
        .doesNotContain("gg.jte.compiler");
    assertThat(folder.resolve("report.html")).content().contains("<h1 id=\"verdict\">");
  }

  @Test
  void aPlainCheckDoesWithoutTheParserThatKnowsTheHelp() throws Exception {
    assertThat(loaded("--format=json")).contains("org.valida.cli").doesNotContain("picocli");
    assertThat(loaded(0, "--help")).contains("picocli.CommandLine");
  }

  @Test
  void aSmallCheckLinksFewLambdas() throws Exception {
    // Java 17 links each anew at every start, in some tenth of a millisecond. This run also reads a
    // configuration and reports a violation; the rules' keywords alone once had seventy.
    assertThat(loaded("--format=text").lines().filter(LoadedClassesTest::isLambdaOfOurs))
        .hasSizeBetween(1, 160)
        .noneMatch(
            line -> line.matches(".* org[.]valida[.]rule[.][A-Za-z]*Keywords\\$\\$Lambda.*"));
  }

  private static boolean isLambdaOfOurs(String line) {
    return line.contains("org.valida.") && line.contains("$$Lambda");
  }

  @Test
  void aSmallCheckReadsNoContractButItsOwn() throws Exception {
    assertThat(loaded("--format=text"))
        .contains("org.valida.contract.ContractIndex")
        .doesNotContain("org.valida.server")
        .doesNotContain("org.valida.check.SchemaExport");
  }

  @Test
  void aSmallCheckDoesWithoutWhatTakesJavaLongToLoad() throws Exception {
    // Some 80 ms on Java 25.
    assertThat(loaded("--format=text")).contains("Decimal").doesNotContain("java.math.BigDecimal");
  }

  private static String loaded(String... options) throws IOException, InterruptedException {
    return loaded(1, options);
  }

  private static String loaded(int status, String... options)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                "org.valida.cli.Main",
                "check",
                PAYLOAD));
    command.addAll(List.of(options));
    var process =
        new ProcessBuilder(command)
            .directory(Project.root().toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(status);
    return said;
  }
}
