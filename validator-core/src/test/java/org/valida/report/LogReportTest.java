package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.valida.report.Samples.bom;
import static org.valida.report.Samples.file;
import static org.valida.report.Samples.fonte;
import static org.valida.report.Samples.result;
import static org.valida.report.Samples.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.valida.violation.Failure;
import org.valida.violation.Note;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;

class LogReportTest {

  private final List<String> lines = new ArrayList<>();

  private LogReport report(long most) {
    var log =
        new LogReport.Log() {
          @Override
          public void violation(Severity severity, String line) {
            lines.add(severity + " " + line);
          }

          @Override
          public void hidden(String path, String rule, long count) {
            lines.add("hidden " + path + " " + rule + " " + count);
          }

          @Override
          public void failure(Failure failure) {
            lines.add("failure " + failure.kind());
          }

          @Override
          public void note(Note note) {
            lines.add("note " + note.kind().label());
          }

          @Override
          public void ended(String summary, String found) {
            lines.add(summary);
            lines.add(found);
          }
        };
    return new LogReport(log, path -> "/home/" + path, Samples.WORDING, "en", most);
  }

  @Test
  void aViolationIsOneLineAsJavacWouldWriteIt() {
    var report = report(50);
    var file = file("despesa.json", 1, 1, Map.of());

    tell(report, file, fonte(), bom());
    report.ended(result(file));

    assertThat(lines)
        .startsWith(
            "ERROR /home/despesa.json:[9,24] cod-fonte-unknown sees 999 (MCE 6.1)"
                + " [cod-fonte-unknown]")
        .anySatisfy(line -> assertThat(line).startsWith("WARNING /home/despesa.json:["))
        .endsWith("1 error, 1 warning")
        .hasSize(4);
  }

  @Test
  void whatAPayloadSaysSteersNoTerminal() {
    tell(report(50), file("a\u001b[2J.json", 1, 0, Map.of()), fonte("\u001b[31m\n", 9));

    assertThat(lines.get(0))
        .startsWith(
            "ERROR /home/a\\u001B[2J.json:[9,24] cod-fonte-unknown sees \\u001B[31m\\u000A");
  }

  @Test
  void ofEachRuleAndFileSoManyAreShownAndTheOthersCounted() {
    var report = report(1);

    tell(report, file("a.json", 3, 0, Map.of()), fonte(), fonte("998", 10), fonte("997", 11));

    assertThat(lines).hasSize(2).last().isEqualTo("hidden /home/a.json cod-fonte-unknown 2");
  }

  @Test
  void failuresOfARunAreTold() {
    report(50).ended(new RunResult(List.of(), 0, List.of(new Failure("not-found", "x", Map.of()))));

    assertThat(lines).startsWith("failure not-found").hasSize(3);
  }
}
