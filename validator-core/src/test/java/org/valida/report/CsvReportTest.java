package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.valida.violation.Printable;

class CsvReportTest {

  @Test
  void aViolationIsARowUnderNamesInTheReadersLanguage() {
    var row = ReadBack.csv(SampleRun.written("csv", "pt"), "pt").get(0).toMap();

    assertThat(row)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("arquivo", "despesa.json"),
                Map.entry("contrato", "mce/despesa"),
                Map.entry("número do registro", "1"),
                Map.entry("registro", "RS 4314902 2024/2"),
                Map.entry("escola", ""),
                Map.entry("etapa", ""),
                Map.entry("regra", "cod-fonte-unknown"),
                Map.entry("gravidade", "error"),
                Map.entry("linha", "9"),
                Map.entry("coluna", "24"),
                Map.entry("ponteiro", "/ente/0/despesa/0/cod_fonte"),
                Map.entry("mensagem", "cod-fonte-unknown sees 999"),
                Map.entry("valor", "999"),
                Map.entry("o que fazer", "mend it"),
                Map.entry("cláusula", "MCE 6.1")));
  }

  @Test
  void schoolAndStageHaveTheirColumns() {
    var rows = ReadBack.csv(SampleRun.written("csv", "en"), "en");

    assertThat(rows)
        .filteredOn(row -> row.get("school").equals("43149020"))
        .hasSize(SampleRun.HOSTILE.size())
        .allSatisfy(row -> assertThat(row.get("stage")).startsWith("5 "));
  }

  @Test
  void everyTextComesBackOnlyItsFormulasDefused() {
    var rows = ReadBack.csv(SampleRun.written("csv", "en"), "en");

    for (int i = 0; i < SampleRun.HOSTILE.size(); i++) {
      var text = Printable.of(SampleRun.HOSTILE.get(i));
      var number = Integer.toString(i + 1);
      assertThat(rows)
          .filteredOn(row -> row.get("record number").equals(number))
          .filteredOn(row -> row.get("file").equals(SampleRun.HOSTILE_PATH))
          .singleElement()
          .satisfies(row -> assertThat(row.get("value")).isIn(text, "'" + text).endsWith(text));
    }
    assertThat(rows).extracting(row -> row.get("value")).contains("'-2+3", "'\uFF1D1+1");
  }

  @Test
  void quotesOnlyWhatNeedsIt() {
    var out = new StringWriter();
    var report = SampleRun.report("csv", out, "pt", 0);

    report.violation("a.json", Samples.fonte("a;b", 1));
    report.violation("a.json", Samples.fonte("a,b", 1));
    report.violation("a.json", Samples.fonte("a\"b", 1));
    report.violation("a.json", Samples.fonte("ab ", 1));
    report.violation("a.json", Samples.fonte("ab", 1));

    assertThat(out.toString().lines().skip(1).map(line -> line.split("sees ", 2)[1]))
        .containsExactly(
            "a;b\";\"a;b\";mend it;MCE 6.1",
            "a,b\";\"a,b\";mend it;MCE 6.1",
            "a\"\"b\";\"a\"\"b\";mend it;MCE 6.1",
            "ab \";\"ab \";mend it;MCE 6.1",
            "ab;ab;mend it;MCE 6.1");
  }

  @Test
  void whatCouldNotBeCheckedIsARow() {
    var rows = ReadBack.csv(SampleRun.written("csv", "en"), "en");

    assertThat(rows)
        .filteredOn(row -> row.get("severity").equals("failure"))
        .extracting(row -> row.get("rule"))
        .containsExactly("contract-ambiguous", "not-found", "no-payloads");
  }

  @Test
  void isOnlyTheNamesWithoutViolations() {
    var out = new StringWriter();

    SampleRun.report("csv", out, "en", 0)
        .ended(Samples.result(Samples.file("a.json", 0, 0, Map.of())));

    assertThat(out)
        .hasToString(
            "\uFEFFfile,contract,record number,record,school,stage,rule,severity,line,column,"
                + "pointer,message,value,help,clause\r\n");
  }
}
