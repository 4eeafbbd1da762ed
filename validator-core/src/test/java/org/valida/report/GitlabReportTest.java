package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

class GitlabReportTest {

  @Test
  void aViolationIsAnIssueAtItsPlace() {
    var issue = ReadBack.gitlab(SampleRun.written("gitlab", "en")).getJSONObject(0);

    assertThat(issue.getString("check_name")).isEqualTo("cod-fonte-unknown");
    assertThat(issue.getString("description")).isEqualTo("cod-fonte-unknown sees 999 (MCE 6.1)");
    assertThat(issue.getString("severity")).isEqualTo("major");
    assertThat(issue.query("/location/path")).isEqualTo("despesa.json");
    assertThat(issue.query("/location/lines/begin")).isEqualTo(9);
    assertThat(issue.query("/location/positions/begin/column")).isEqualTo(24);
    assertThat(issue.query("/content/body")).isEqualTo("mend it");
  }

  @Test
  void whatCouldNotBeCheckedIsABlocker() {
    var issues = ReadBack.gitlab(SampleRun.written("gitlab", "en"));

    var blockers = 0;
    for (var issue : issues) {
      if (((JSONObject) issue).getString("severity").equals("blocker")) {
        blockers++;
      }
    }
    assertThat(blockers).isEqualTo(3);
  }

  @Test
  void theSameDefectsHaveTheSameFingerprintsInBothLanguages() {
    var english = ReadBack.gitlab(SampleRun.written("gitlab", "en"));
    var portuguese = ReadBack.gitlab(SampleRun.written("gitlab", "pt"));

    assertThat(english.length()).isEqualTo(portuguese.length());
    for (int i = 0; i < english.length(); i++) {
      assertThat(english.getJSONObject(i).getString("fingerprint"))
          .isEqualTo(portuguese.getJSONObject(i).getString("fingerprint"));
    }
  }

  @Test
  void isWrittenAsItIsFound() throws IOException {
    var out = new StringWriter();
    var report = SampleRun.report("gitlab", out, "en", 0);

    Samples.tell(report, Samples.file("a.json", 1, 0, Map.of()), Samples.fonte());

    assertThat(out.toString()).contains("cod-fonte-unknown");
  }

  @Test
  void isAnEmptyArrayWithoutViolations() {
    var out = new StringWriter();

    SampleRun.report("gitlab", out, "en", 0)
        .ended(Samples.result(Samples.file("a.json", 0, 0, Map.of())));

    assertThat(out).hasToString("[]\n");
  }
}
