package org.valida.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.report.Format;
import org.valida.report.Reports;
import org.valida.report.TextReport;

class OwnReportsTest {

  @TempDir private Path folder;

  private Inputs inputs() {
    return Inputs.of(List.of("."), folder, InputStream.nullInputStream());
  }

  private void report(Format format, String name) throws Exception {
    var options =
        new Reports.Options(
            "en",
            "1",
            OptionalLong.empty(),
            TextReport.Detail.NORMAL,
            false,
            false,
            path -> Optional.empty());
    try (var reports = new Reports(options)) {
      reports.to(folder, name, format);
      Valida.withDefaults().run(inputs().sources(), reports.writers().get(0));
      reports.complete();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "NDJSON", "SARIF", "GITLAB"})
  void theReportOfAnEarlierRunIsNoPayload(Format format) throws Exception {
    for (var payload : List.of("[]", "{")) {
      Files.writeString(folder.resolve("payload.json"), payload);
      report(format, "report.json");

      var left = new OwnReports(folder, List.of("report.json")).leftOut(inputs(), List.of("."));

      assertThat(left.sources())
          .extracting(source -> Path.of(source.path()).getFileName().toString())
          .containsExactly("payload.json");
      Files.delete(folder.resolve("report.json"));
    }
  }

  @Test
  void aReportWithoutViolationsIsNoPayload() throws Exception {
    Files.writeString(folder.resolve("payload.json"), "{\"ente\": []}");
    Files.writeString(folder.resolve("report.json"), "[]\n");

    var left = new OwnReports(folder, List.of("report.json")).leftOut(inputs(), List.of("."));

    assertThat(left.sources()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"cpf\": null}]", "{\"ente\": []}"})
  void noReportTakesThePlaceOfAPayload(String payload) throws Exception {
    Files.writeString(folder.resolve("lote.json"), payload);

    assertThatThrownBy(
            () -> new OwnReports(folder, List.of("lote.json")).leftOut(inputs(), List.of(".")))
        .isInstanceOf(RequestException.class);
  }
}
