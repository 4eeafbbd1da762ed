package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.valida.report.Samples.file;
import static org.valida.report.Samples.fonte;
import static org.valida.report.Samples.result;
import static org.valida.report.Samples.tell;

import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.valida.violation.Violation;

class SarifReportTest {

  private final StringWriter out = new StringWriter();
  private final JSONObject run = ReadBack.sarif(SampleRun.written("sarif", "en"));

  private JSONObject result(int index) {
    return run.getJSONArray("results").getJSONObject(index);
  }

  private JSONObject region(int index) {
    return result(index)
        .getJSONArray("locations")
        .getJSONObject(0)
        .getJSONObject("physicalLocation")
        .getJSONObject("region");
  }

  @Test
  void aResultPointsToItsRuleInFull() {
    var rules = run.getJSONObject("tool").getJSONObject("driver").getJSONArray("rules");
    var rule = rules.getJSONObject(result(0).getInt("ruleIndex"));

    assertThat(rule.getString("id")).isEqualTo("cod-fonte-unknown");
    assertThat(rule.query("/shortDescription/text")).isEqualTo("Title of cod-fonte-unknown");
    assertThat(rule.query("/fullDescription/text")).isEqualTo("Why cod-fonte-unknown matters.");
    assertThat(rule.query("/help/text")).isEqualTo("How to mend cod-fonte-unknown.");
    assertThat(rule.query("/defaultConfiguration/level")).isEqualTo("error");
  }

  @Test
  void ruleAndResultPointToTheSameClauseOfTheTaxonomy() {
    var taxon = result(0).getJSONArray("taxa").getJSONObject(0);
    var target = (JSONObject) run.query("/tool/driver/rules/0/relationships/0/target");
    var taxa = run.getJSONArray("taxonomies").getJSONObject(0).getJSONArray("taxa");

    assertThat(taxon.getString("id")).isEqualTo("MCE 6.1");
    assertThat(taxon.similar(target)).isTrue();
    assertThat(taxa.getJSONObject(taxon.getInt("index")).getString("id")).isEqualTo("MCE 6.1");
  }

  @Test
  void aPlaceIsCountedInCodePointsAndBytes() {
    assertThat(run.getString("columnKind")).isEqualTo("unicodeCodePoints");
    assertThat(region(0).toMap())
        .containsAllEntriesOf(
            Map.of(
                "startLine",
                9,
                "startColumn",
                24,
                "endColumn",
                27,
                "byteOffset",
                187,
                "byteLength",
                3));
  }

  @Test
  void theEndOfAMaskedValueIsNotGuessedFromItsMask() {
    var report = SampleRun.report("sarif", out, "en", 0);
    var seen = fonte();
    var masked =
        new Violation(
            seen.rule(),
            seen.severity(),
            "",
            Map.of(),
            "/0/nome",
            1,
            10,
            9,
            "",
            "M. S.",
            seen.record(),
            new Violation.Excerpt("\"nome\": M. S.", 8, 5));

    tell(report, file("lote.json", 1, 0, Map.of()), masked);
    report.ended(result(file("lote.json", 1, 0, Map.of())));

    var region =
        (JSONObject)
            ReadBack.sarif(out.toString()).query("/results/0/locations/0/physicalLocation/region");
    assertThat(region.getInt("endColumn")).isEqualTo(11);
    assertThat(region.getInt("byteLength")).isEqualTo(1);
  }

  private static org.valida.violation.RunResult result(org.valida.violation.FileResult file) {
    return Samples.result(file);
  }

  @Test
  void aSuppressedViolationIsASuppressedResultAndNoOtherIs() {
    long suppressed = 0;
    for (var one : run.getJSONArray("results")) {
      var result = (JSONObject) one;
      if (result.has("suppressions")) {
        suppressed++;
        assertThat(result.query("/properties/value")).isEqualTo("888");
        assertThat(result.query("/suppressions/0/status")).isEqualTo("accepted");
      }
    }
    assertThat(suppressed).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeCheckedIsANotificationOfAFailedInvocation() {
    var invocation = run.getJSONArray("invocations").getJSONObject(0);
    var notifications = invocation.getJSONArray("toolExecutionNotifications");

    assertThat(invocation.getBoolean("executionSuccessful")).isFalse();
    assertThat(notifications).hasSize(3);
    assertThat(notifications.getJSONObject(1).query("/descriptor/id")).isEqualTo("not-found");
    assertThat(
            notifications
                .getJSONObject(1)
                .query("/locations/0/physicalLocation/artifactLocation/uri"))
        .isEqualTo("dados/n%C3%A3o%20h%C3%A1.json");
  }

  @Test
  void pathsBecomeReferencesWithNothingLeftToMisread() {
    var artifacts = run.getJSONArray("artifacts");

    assertThat(artifacts.getJSONObject(1).query("/location/uri"))
        .isEqualTo(
            "dados/ano%202024/a,b%3Ac%25%7C%60x%60%20%5By%5D(z)%20%3Cb%3E%20@eu%20%231.json");
    assertThat(artifacts.getJSONObject(2).query("/location/uri")).isEqualTo("lote.zip!/a.json");
    assertThat(artifacts.getJSONObject(3).query("/location/uri")).isEqualTo("-");
  }

  @Test
  void totalsStayTrueWhereItShowsLess() {
    var properties =
        run.getJSONArray("artifacts").getJSONObject(0).getJSONObject("properties").toMap();

    // Two of four errors, the warning, the note and the suppressed one.
    assertThat(properties).containsEntry("errors", 4).containsEntry("shown", 5);
  }

  @Test
  void hasTheHashWhereItWasAskedFor() {
    var report =
        new SarifReport(
            out,
            Samples.WORDING,
            SampleRun.TEXTS,
            "en",
            new SarifReport.Options("1.2.3", 0, '/', path -> Optional.of("ab12")));

    report.ended(Samples.result(file("a.json", 0, 0, Map.of())));

    assertThat(ReadBack.sarif(out.toString()).query("/artifacts/0/hashes/sha-256"))
        .isEqualTo("ab12");
  }
}
