package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.junit.jupiter.api.Test;
import org.valida.violation.Severity;

class JunitReportTest {

  private final String written = SampleRun.written("junit", "en");
  private final List<ReportTestCase> cases = ReadBack.junit(written);

  @Test
  void eachFileIsASuiteAndFailuresOfTheRunAreTheLast() {
    assertThat(written.lines().filter(line -> line.startsWith("  <testsuite ")))
        .extracting(line -> line.replaceFirst(".*? name=\"(.*?)\".*", "$1"))
        .containsExactly(
            "despesa.json",
            SampleRun.HOSTILE_PATH.replace("<", "&lt;").replace(">", "&gt;"),
            "lote.zip!/a.json",
            "-",
            "valida");
  }

  @Test
  void aRuleThatFailsInAFileIsOneFailedTestCaseThatListsThePlaces() {
    var failed = named("despesa.json: cod-fonte-unknown");

    assertThat(failed.hasFailure()).isTrue();
    assertThat(failed.getFullClassName()).isEqualTo("valida.mce/despesa");
    assertThat(failed.getFailureType()).isEqualTo("cod-fonte-unknown");
    assertThat(failed.getFailureMessage()).isEqualTo("4 violations: Title of cod-fonte-unknown");
    assertThat(failed.getFailureDetail())
        .isEqualTo(
            """
            despesa.json:9:24: error: cod-fonte-unknown sees 999 (MCE 6.1) [cod-fonte-unknown]
                in /ente/0/despesa/0/cod_fonte (RS 4314902 2024/2)
            despesa.json:10:24: error: cod-fonte-unknown sees 9910 (MCE 6.1) [cod-fonte-unknown]
                in /ente/0/despesa/0/cod_fonte (RS 4314902 2024/2)
                mend it
            … 2 more not shown (--max-violations 0 shows all)""");
  }

  private ReportTestCase named(String name) {
    return cases.stream().filter(one -> one.getName().equals(name)).findFirst().orElseThrow();
  }

  private static List<ReportTestCase> failed(List<ReportTestCase> cases) {
    return cases.stream().filter(ReportTestCase::hasFailure).toList();
  }

  @Test
  void whatIsTooLightToFailStandsInTheOutputOfTheFile() {
    assertThat(written)
        .contains("<system-out>despesa.json:1:1: warning: json-bom sees nothing [json-bom]");
  }

  @Test
  void whatFailsIsForTheCallerToSay() {
    var out = new StringWriter();
    var options = new JunitReport.Options(0, Optional.of(Severity.WARNING));
    var report = new JunitReport(out, Samples.WORDING, SampleRun.TEXTS, "en", options);
    var file = Samples.file("a.json", 0, 1, Map.of());

    Samples.tell(report, file, Samples.bom());
    report.ended(Samples.result(file));

    assertThat(failed(ReadBack.junit(out.toString()))).hasSize(1);
  }

  @Test
  void nothingFailsWhereNothingIsToFail() {
    var out = new StringWriter();
    var options = new JunitReport.Options(0, Optional.empty());
    var report = new JunitReport(out, Samples.WORDING, SampleRun.TEXTS, "en", options);
    var file = Samples.file("a.json", 1, 0, Map.of());

    Samples.tell(report, file, Samples.fonte());
    report.ended(Samples.result(file));

    assertThat(failed(ReadBack.junit(out.toString()))).isEmpty();
    assertThat(out.toString()).contains("<system-out>a.json:9:24: error: cod-fonte-unknown");
  }

  @Test
  void anAcceptedViolationIsASkippedTestCase() {
    assertThat(named("despesa.json: cod-fonte-unknown (suppressed)").hasSkipped()).isTrue();
    assertThat(written).contains("<skipped message=\"1 known and accepted violation\"></skipped>");
  }

  @Test
  void whatCouldNotBeCheckedIsAnError() {
    assertThat(cases)
        .filteredOn(ReportTestCase::hasError)
        .extracting(ReportTestCase::getName)
        .containsExactlyInAnyOrder("-", "1: dados/não há.json not-found", "2: vazia no-payloads");
  }

  @Test
  void aFileWithoutViolationsIsATestCaseThatPasses() {
    assertThat(named("lote.zip!/a.json").isSuccessful()).isTrue();
  }

  @Test
  void theCountsOfAllSuitesAreThoseOfTheirTestCases() {
    assertThat(cases).hasSize(30);
    assertThat(failed(cases)).hasSize(23);
    assertThat(written)
        .contains("<testsuites name=\"valida\" tests=\"30\" failures=\"23\" errors=\"3\"");
  }

  @Test
  void charactersThatXmlCannotHoldAreShown() {
    assertThat(written).contains("sees \\uFFFE\\uFFFF\\uD800").contains("\\u001B[31m\\u202E");
  }
}
