package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/** Every rule, message and contract that the test data has, in every format. */
class RealRunsTest {

  private static final List<Format> FORMATS =
      List.of(
          Format.SARIF, Format.JUNIT, Format.GITHUB, Format.GITLAB, Format.CSV, Format.MARKDOWN);

  @Test
  void othersReadTheReportsOfAllTestData() throws Exception {
    var inputs = Inputs.of(List.of("testdata"), TestData.root(), InputStream.nullInputStream());
    var written = new EnumMap<Format, StringWriter>(Format.class);
    try (var reports = new Reports(options())) {
      for (var format : FORMATS) {
        written.put(format, new StringWriter());
        reports.to(written.get(format), format);
      }
      Valida.withDefaults().run(inputs.sources(), new All(reports.writers()));
    }

    written.forEach((format, report) -> ReadBack.all(format.label(), report.toString(), "pt"));
    var rows = ReadBack.csv(written.get(Format.CSV).toString(), "pt");
    assertThat(rows)
        .anySatisfy(
            row -> {
              assertThat(row.get("contrato")).isEqualTo("sgp/estudantes");
              assertThat(row.get("escola")).matches("[0-9]{8}.*");
              assertThat(row.get("etapa")).isNotEmpty();
            });
  }

  private static Reports.Options options() {
    return new Reports.Options(
        "pt",
        "1.2.3",
        OptionalLong.empty(),
        TextReport.Detail.NORMAL,
        false,
        false,
        path -> Optional.empty());
  }

  /** Tells all of them. */
  private record All(List<RunListener> listeners) implements RunListener {
    @Override
    public void contract(String path, String contractId) {
      listeners.forEach(listener -> listener.contract(path, contractId));
    }

    @Override
    public void violation(String path, Violation violation) {
      listeners.forEach(listener -> listener.violation(path, violation));
    }

    @Override
    public void read(FileResult file) {
      listeners.forEach(listener -> listener.read(file));
    }

    @Override
    public void ended(RunResult result) {
      listeners.forEach(listener -> listener.ended(result));
    }
  }
}
