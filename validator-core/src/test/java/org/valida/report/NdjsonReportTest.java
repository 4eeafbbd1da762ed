package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.valida.report.Samples.bom;
import static org.valida.report.Samples.file;
import static org.valida.report.Samples.fonte;
import static org.valida.report.Samples.result;
import static org.valida.report.Samples.tell;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NdjsonReportTest {

  private final StringWriter out = new StringWriter();

  @Test
  void writesOneViolationALineWithItsPathFirst() throws IOException {
    var report = new NdjsonReport(out, Samples.WORDING, 0);
    var file = file("a.json", 1, 1, Map.of());

    tell(report, file, fonte(), bom());
    report.ended(result(file));

    assertThat(out)
        .hasToString(
            """
            {"path":"a.json","rule":"cod-fonte-unknown","severity":"error",\
            "pointer":"/ente/0/despesa/0/cod_fonte","line":9,"column":24,"offset":187,\
            "message":"cod-fonte-unknown sees 999","clause":"MCE 6.1","value":"999","help":"mend it"}
            {"path":"a.json","rule":"json-bom","severity":"warning","pointer":"","line":1,"column":1,\
            "offset":0,"message":"json-bom sees nothing","clause":null,"value":null,"help":"mend it"}
            """);
  }

  @Test
  void writesNothingWithoutViolations() throws IOException {
    new NdjsonReport(out, Samples.WORDING, 0).ended(result(file("a.json", 0, 0, Map.of())));

    assertThat(out).hasToString("");
  }

  @Test
  void writesNoMoreThanItWasTold() throws IOException {
    var report = new NdjsonReport(out, Samples.WORDING, 1);

    tell(report, file("a.json", 0, 2, Map.of()), bom(), bom());

    assertThat(out.toString().lines()).hasSize(1);
  }
}
