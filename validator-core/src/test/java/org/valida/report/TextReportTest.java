package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.valida.report.Samples.bom;
import static org.valida.report.Samples.file;
import static org.valida.report.Samples.fonte;
import static org.valida.report.Samples.result;
import static org.valida.report.Samples.tell;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.RecordRef;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Totals;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

class TextReportTest {

  private final StringBuilder out = new StringBuilder();

  private TextReport report(String language, TextReport.Options options) {
    return new TextReport(out, Samples.WORDING, language, options);
  }

  private TextReport report() {
    return report("pt", TextReport.Options.DEFAULT);
  }

  private static TextReport.Options detail(TextReport.Detail detail) {
    return new TextReport.Options(50, false, detail, false, false);
  }

  private static TextReport.Options most(long violations) {
    return new TextReport.Options(violations, false, TextReport.Detail.NORMAL, false, false);
  }

  @Test
  void writesAsCompilersDoWithTheSpotMarkedAndOneSummaryLine() {
    var report = report();
    var file = file("despesa.json", 1, 0, Map.of("cod-fonte-unknown", 1L));

    tell(report, file, fonte());
    report.ended(result(file));

    assertThat(out)
        .hasToString(
            """
            despesa.json:9:24: error: cod-fonte-unknown sees 999 (MCE 6.1) [cod-fonte-unknown]
                9 |           "cod_fonte": 999,
                  |                        ^^^
                em /ente/0/despesa/0/cod_fonte (RS 4314902 2024/2)
            1 arquivo, 1 registro, 512 bytes: 1 erro
            """);
  }

  @Test
  void saysTheSameInEnglishWithTheSameSeverityWords() {
    var report = report("en", TextReport.Options.DEFAULT);
    var file = file("a.json", 1, 2, Map.of());

    tell(report, file, fonte(), bom());
    report.ended(result(file, file));

    assertThat(out)
        .hasToString(
            """
            a.json:9:24: error: cod-fonte-unknown sees 999 (MCE 6.1) [cod-fonte-unknown]
                9 |           "cod_fonte": 999,
                  |                        ^^^
                in /ente/0/despesa/0/cod_fonte (RS 4314902 2024/2)
            a.json:1:1: warning: json-bom sees nothing [json-bom]
            2 files, 2 records, 1,024 bytes: 2 errors, 4 warnings
            """);
  }

  @Test
  void doesNotRepeatAClauseThatTheMessageNames() {
    var wording =
        new Wording() {
          @Override
          public String message(Violation violation) {
            return "not in the table (MCE 6.1)";
          }

          @Override
          public String help(Violation violation) {
            return "";
          }
        };

    new TextReport(out, wording, "pt", TextReport.Options.DEFAULT).violation("a.json", fonte());

    assertThat(out)
        .startsWith("a.json:9:24: error: not in the table (MCE 6.1) [cod-fonte-unknown]");
  }

  @Test
  void showsNothingOfAPayloadThatWouldSteerTheConsole() {
    var evil = "\u001b]0;x\u0007\u202Efim\n";
    var violation =
        new Violation(
            Samples.FONTE,
            Severity.ERROR,
            "",
            Map.of(),
            "/" + evil,
            1,
            1,
            0,
            "",
            evil,
            RecordRef.named(evil, 1),
            new Violation.Excerpt("é\t" + evil + "x", 2, 11));

    report().violation(evil + ".json", violation);

    assertThat(out.toString().replace("\n", "")).doesNotContainPattern("[\\p{Cntrl}\u202E]");
    assertThat(out.toString().lines()).hasSize(4);
    // The mark stands below the escaped text that it marks.
    assertThat(out.toString().lines().toList().subList(1, 3))
        .containsExactly(
            "    1 | é\\u0009\\u001B]0;x\\u0007\\u202Efim\\u000Ax",
            "      |        " + "^".repeat(31));
  }

  @Test
  void countsCodePointsBelowTheMark() {
    var violation =
        new Violation(
            Samples.FONTE,
            Severity.ERROR,
            "",
            Map.of(),
            "/a",
            12,
            4,
            3,
            "",
            "é😀",
            RecordRef.NONE,
            new Violation.Excerpt("😀é: 😀é,", 5, 3));

    report().violation("a.json", violation);

    assertThat(out.toString().lines().toList().subList(1, 4))
        .containsExactly("    12 | 😀é: 😀é,", "       |     ^^", "    em /a");
  }

  @Test
  void saysHowManyItDoesNotShow() {
    var report = report("pt", most(2));
    var file = file("a.json", 4, 0, Map.of("cod-fonte-unknown", 4L));

    tell(report, file, fonte("1", 1), fonte("2", 2), fonte("3", 3), fonte("4", 4));
    report.ended(result(file));

    assertThat(out.toString().lines())
        .filteredOn(line -> line.startsWith("a.json"))
        .containsExactly(
            "a.json:1:24: error: cod-fonte-unknown sees 1 (MCE 6.1) [cod-fonte-unknown]",
            "a.json:2:24: error: cod-fonte-unknown sees 2 (MCE 6.1) [cod-fonte-unknown]",
            "a.json: … mais 2 de cod-fonte-unknown não mostradas (--max-violations 0 mostra"
                + " todas)");
    assertThat(out).endsWith("1 arquivo, 1 registro, 512 bytes: 4 erros\n");
  }

  @Test
  void countsAfreshForEachFileAndRule() {
    var report = report("pt", most(1));

    tell(report, file("a.json", 1, 1, Map.of()), fonte(), bom());
    tell(report, file("b.json", 2, 0, Map.of()), fonte(), fonte());

    assertThat(out.toString().lines())
        .filteredOn(line -> line.contains(".json"))
        .extracting(line -> line.substring(0, 8))
        .containsExactly("a.json:9", "a.json:1", "b.json:9", "b.json: ");
  }

  @Test
  void showsAllForZero() {
    var report = report("pt", most(0));

    tell(report, file("a.json", 3, 0, Map.of()), bom(), bom(), bom());

    assertThat(out.toString().lines()).hasSize(3);
  }

  @Test
  void capsViolationsThatComeAfterTheirFileToo() {
    var report = report("pt", most(1));
    var file = file("a.json", 0, 2, Map.of());

    tell(report, file);
    report.violation("a.json", bom());
    report.violation("a.json", bom());
    report.ended(result(file));

    assertThat(out)
        .hasToString(
            """
            a.json:1:1: warning: json-bom sees nothing [json-bom]
            a.json: … mais 1 de json-bom não mostrada (--max-violations 0 mostra todas)
            1 arquivo, 1 registro, 512 bytes: 2 avisos
            """);
  }

  @Test
  void quietSaysOneLineWhenSomethingIsWrong() {
    var report = report("pt", detail(TextReport.Detail.QUIET));
    var file = file("a.json", 1, 0, Map.of());

    tell(report, file, fonte());
    report.ended(result(file));

    assertThat(out).hasToString("1 arquivo, 1 registro, 512 bytes: 1 erro\n");
  }

  @Test
  void quietSaysNothingWhenNothingIsWrong() {
    var report = report("pt", detail(TextReport.Detail.QUIET));
    var file = file("a.json", 0, 0, Map.of());

    tell(report, file);
    report.ended(result(file));

    assertThat(out).isEmpty();
  }

  @Test
  void verboseAddsALineForEachFile() {
    var report = report("pt", detail(TextReport.Detail.VERBOSE));
    var file = file("a.json", 0, 0, Map.of());

    tell(report, file);
    report.ended(result(file));

    assertThat(out)
        .hasToString(
            """
            a.json: mce/despesa, 1 registro, 512 bytes
            1 arquivo, 1 registro, 512 bytes: nenhuma violação
            """);
  }

  @Test
  void countsWhatCouldNotBeChecked() {
    var report = report();
    var file =
        new FileResult("a.json", "mce/despesa", Verdict.VALID, 1, 512, 0, 0, 0, 3, Map.of(), null);
    var missing = new Failure("not-found", "b.json", Map.of());

    report.ended(new RunResult(List.of(file, Samples.unrecognised("c.json")), 0, List.of(missing)));

    assertThat(out)
        .hasToString(
            "1 arquivo, 1 registro, 524 bytes: nenhuma violação, 3 suprimidas; 2 entradas não"
                + " verificadas\n");
  }

  @Test
  void saysThatNothingWasChecked() {
    report()
        .ended(new RunResult(List.of(), 0, List.of(new Failure("not-found", "b.json", Map.of()))));

    assertThat(out).hasToString("nada foi verificado; 1 entrada não verificada\n");
  }

  @Test
  void inAFileSaysTheFailuresToo() {
    var options = new TextReport.Options(50, false, TextReport.Detail.NORMAL, false, true);
    var report = report("en", options);
    var file = Samples.unrecognised("c.json");

    tell(report, file);
    report.ended(
        new RunResult(List.of(file), 0, List.of(new Failure("not-found", "b.json", Map.of()))));

    assertThat(out)
        .hasToString(
            """
            c.json: the content fits more than one contract: a/b, a/c; choose one with --contract.
            b.json: there is no file or folder of this name; check the path.
            nothing was checked; 2 inputs not checked
            """);
  }

  @Test
  void coloursOnlyWhenTold() {
    var report =
        report("pt", new TextReport.Options(50, true, TextReport.Detail.NORMAL, false, false));

    report.violation("a.json", bom());

    assertThat(out)
        .hasToString(
            "\u001b[1ma.json:1:1:\u001b[0m \u001b[1;33mwarning:\u001b[0m json-bom sees"
                + " nothing\u001b[2m [json-bom]\u001b[0m\n");
  }

  @Test
  void statisticsFollowTheSummary() {
    var report =
        report("pt", new TextReport.Options(50, false, TextReport.Detail.NORMAL, true, false));
    var file = file("a.json", 12, 3, Map.of("cod-fonte-unknown", 12L, "json-bom", 3L));
    var stages = new LinkedHashMap<String, BigDecimal>();
    stages.put("vlr_despesa_empenhada", new BigDecimal("1.5E+3"));
    stages.put("vlr_despesa_paga", new BigDecimal("0.10"));

    report.totals("a.json", new Totals("despesa", "RS 4314902 2024/2", "540", stages));
    report.ended(result(file));

    assertThat(report.wantsTotals()).isTrue();
    assertThat(out)
        .hasToString(
            """
            1 arquivo, 1 registro, 512 bytes: 12 erros, 3 avisos

            Violações por regra
              12  cod-fonte-unknown
               3  json-bom
            Velocidade
              1 registros/s, 256 bytes/s
            Totais em reais, por ente, período e fonte
              despesa
                ente               fonte  vlr_despesa_empenhada  vlr_despesa_paga
                RS 4314902 2024/2  540                  1500.00              0.10
            """);
  }

  @Test
  void throwsWhatItsOutputThrows() {
    var closed =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("Broken pipe");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    var report = new TextReport(closed, Samples.WORDING, "pt", TextReport.Options.DEFAULT);

    assertThatThrownBy(() -> report.violation("a.json", bom())).isInstanceOf(OutputException.class);
  }
}
