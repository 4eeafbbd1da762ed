package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.valida.report.Samples.bom;
import static org.valida.report.Samples.file;
import static org.valida.report.Samples.fonte;
import static org.valida.report.Samples.tell;

import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GithubReportTest {

  private final StringWriter out = new StringWriter();

  @Test
  void aViolationIsACommandWithItsPlaceAndWhatToDo() {
    var report = SampleRun.report("github", out, "en", 0);
    var file = file("despesa.json", 1, 1, Map.of());

    tell(report, file, fonte(), bom());
    report.ended(Samples.result(file));

    assertThat(out)
        .hasToString(
            """
            ::error file=despesa.json,line=9,col=24,title=cod-fonte-unknown::\
            cod-fonte-unknown sees 999 (MCE 6.1)%0A\
            in /ente/0/despesa/0/cod_fonte (RS 4314902 2024/2)%0Amend it
            ::warning file=despesa.json,line=1,col=1,title=json-bom::json-bom sees nothing%0Amend it
            1 file, 1 record, 512 bytes: 1 error, 1 warning
            """);
  }

  @Test
  void saysHowManyItHides() {
    var commands = ReadBack.github(SampleRun.written("github", "en"));

    assertThat(commands)
        .filteredOn(command -> command.text().contains("2 more of cod-fonte-unknown not shown"))
        .singleElement()
        .satisfies(
            command -> {
              assertThat(command.word()).isEqualTo("notice");
              assertThat(command.properties()).containsEntry("file", "despesa.json");
            });
  }

  @Test
  void whatCouldNotBeCheckedIsAnError() {
    var commands = ReadBack.github(SampleRun.written("github", "en"));

    assertThat(commands)
        .filteredOn(command -> "valida".equals(command.properties().get("title")))
        .hasSize(3)
        .allSatisfy(command -> assertThat(command.word()).isEqualTo("error"));
  }

  @Test
  void aPathAndTextsComeBackAsTheyWere() {
    var commands = ReadBack.github(SampleRun.written("github", "en"));

    assertThat(commands)
        .filteredOn(command -> SampleRun.HOSTILE_PATH.equals(command.properties().get("file")))
        .hasSize(SampleRun.HOSTILE.size())
        .anySatisfy(
            command ->
                assertThat(command.text()).startsWith("school-unknown-9 sees %0A::error::pwned\n"));
  }
}
