package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.valida.report.Samples.bom;
import static org.valida.report.Samples.file;
import static org.valida.report.Samples.fonte;
import static org.valida.report.Samples.result;
import static org.valida.report.Samples.tell;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.valida.violation.Failure;
import org.valida.violation.RunResult;
import org.valida.violation.Totals;

class JsonReportTest {

  private final StringWriter out = new StringWriter();

  private JsonReport report(JsonReport.Options options) {
    return new JsonReport(out, Samples.WORDING, "en", options);
  }

  private static JsonReport.Options most(long violations) {
    return new JsonReport.Options("1.2.3", violations, false, path -> Optional.empty());
  }

  @Test
  void writesOneObjectWithItsMembersInTheirPublicOrder() {
    var report = report(JsonReport.Options.of("1.2.3"));
    var file = file("despesa.json", 1, 1, Map.of());

    tell(report, file, fonte(), bom());
    report.ended(result(file));

    assertThat(out)
        .hasToString(
            """
            {
              "tool": {
                "name": "valida",
                "version": "1.2.3"
              },
              "verdict": "invalid",
              "summary": {
                "files": 1,
                "records": 1,
                "bytes": 512,
                "errors": 1,
                "warnings": 1,
                "infos": 0,
                "suppressed": 0
              },
              "files": [
                {
                  "path": "despesa.json",
                  "contract": "mce/despesa",
                  "verdict": "invalid",
                  "records": 1,
                  "bytes": 512,
                  "errors": 1,
                  "warnings": 1,
                  "infos": 0,
                  "violations": [
                    {
                      "rule": "cod-fonte-unknown",
                      "severity": "error",
                      "pointer": "/ente/0/despesa/0/cod_fonte",
                      "line": 9,
                      "column": 24,
                      "offset": 187,
                      "message": "cod-fonte-unknown sees 999",
                      "clause": "MCE 6.1",
                      "value": "999",
                      "help": "mend it"
                    },
                    {
                      "rule": "json-bom",
                      "severity": "warning",
                      "pointer": "",
                      "line": 1,
                      "column": 1,
                      "offset": 0,
                      "message": "json-bom sees nothing",
                      "clause": null,
                      "value": null,
                      "help": "mend it"
                    }
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void tellsFailuresOfFilesAndOfTheRun() {
    var report = report(JsonReport.Options.of("1.2.3"));
    var file = Samples.unrecognised("c.json");

    tell(report, file);
    report.ended(
        new RunResult(List.of(file), 0, List.of(new Failure("not-found", "b.json", Map.of()))));

    assertThat(out.toString())
        .endsWith(
            """
              "files": [
                {
                  "path": "c.json",
                  "contract": null,
                  "verdict": "error",
                  "failure": "the content fits more than one contract: a/b, a/c; choose one with --contract.",
                  "records": 0,
                  "bytes": 12,
                  "errors": 0,
                  "warnings": 0,
                  "infos": 0,
                  "violations": []
                }
              ],
              "failures": [
                {
                  "kind": "not-found",
                  "message": "b.json: there is no file or folder of this name; check the path."
                }
              ]
            }
            """)
        .contains("\"verdict\": \"error\",\n  \"summary\"");
  }

  @Test
  void keepsTotalsTrueWhereItShowsLess() {
    var report = report(most(2));
    var file = file("a.json", 5, 1, Map.of());

    tell(report, file, fonte(), fonte(), fonte(), fonte(), fonte(), bom());
    report.ended(result(file));

    assertThat(out.toString())
        .contains(
            """
                  "errors": 5,
                  "warnings": 1,
                  "infos": 0,
                  "shown": 3,
            """);
    assertThat(out.toString().split("\"rule\"", -1)).hasSize(1 + 3);
  }

  @Test
  void putsLateViolationsIntoTheirFile() {
    var report = report(most(0));
    var first = file("a.json", 0, 1, Map.of());
    var second = file("b.json", 0, 0, Map.of());

    tell(report, first);
    tell(report, second);
    report.violation("a.json", bom());
    report.ended(result(first, second));

    assertThat(out.toString().indexOf("json-bom"))
        .isBetween(out.toString().indexOf("a.json"), out.toString().indexOf("b.json"));
  }

  @Test
  void hasTheHashWhereItWasAskedFor() {
    var report =
        report(
            new JsonReport.Options(
                "1.2.3", 0, false, path -> Optional.of("abc").filter(p -> path.equals("a.json"))));

    report.ended(result(file("a.json", 0, 0, Map.of()), file("b.json", 0, 0, Map.of())));

    assertThat(out.toString().split("\"sha256\": \"abc\",\n      \"errors\"", -1)).hasSize(2);
  }

  @Test
  void writesAmountsPlainWithTwoDecimals() {
    var report = report(new JsonReport.Options("1.2.3", 0, true, path -> Optional.empty()));
    var totals = new Totals("receita", "SP 2024/6", "", Map.of("vlr", new BigDecimal("1E+13")));

    report.totals("a.json", totals);
    report.ended(result(file("a.json", 2, 0, Map.of("cod-fonte-unknown", 2L))));

    assertThat(out.toString())
        .endsWith(
            """
              "statistics": {
                "byRule": {
                  "cod-fonte-unknown": 2
                },
                "recordsPerSecond": 1,
                "bytesPerSecond": 256,
                "totals": [
                  {
                    "method": "receita",
                    "ente": "SP 2024/6",
                    "fonte": "",
                    "stages": {
                      "vlr": 10000000000000.00
                    }
                  }
                ]
              }
            }
            """);
  }

  @Test
  void escapesWhatWouldSteerAConsoleAndKeepsTheValue() {
    var report = report(most(0));

    tell(report, file("a.json", 1, 0, Map.of()), fonte("\u001b\u007f\u202e\u2028\ufeff\ud800é", 1));
    report.ended(result(file("a.json", 1, 0, Map.of())));

    assertThat(out.toString())
        .contains("\"value\": \"\\u001B\\u007F\\u202E\\u2028\\uFEFF\\uD800é\"");
  }
}
