package org.valida.maven;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.valida.report.LogReport;
import org.valida.report.UnwritableException;
import org.valida.session.RequestException;
import org.valida.violation.Failure;
import org.valida.violation.Note;
import org.valida.violation.Severity;

/** Writes reports about the payloads. What they say fails no build; that is for check to do. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends ValidaMojo {

  /**
   * Reports to write: FORMAT for target/valida/valida.FORMAT, or FORMAT=FILE. FORMAT is one that
   * the command line knows, such as json.
   */
  @Parameter(property = "valida.formats", defaultValue = "html,sarif")
  private List<String> formats = List.of();

  @Override
  void run(Prepared prepared)
      throws MojoExecutionException,
          ParameterException,
          RequestException,
          UnwritableException,
          IOException {
    var log = new SummaryOnly(new BuildLog(getLog(), words(), this::location));
    run(prepared, log);
    getLog().info(log.all().summary());
    prepared
        .places()
        .names()
        .forEach(file -> getLog().info(words().text("report.written", Map.of("file", file))));
  }

  /** The violations stand in the reports. */
  private record SummaryOnly(BuildLog all) implements LogReport.Log {

    @Override
    public void violation(Severity severity, String line) {
      // In the reports.
    }

    @Override
    public void hidden(String path, String rule, long count) {
      // In the reports.
    }

    @Override
    public void failure(Failure failure) {
      all.failure(failure);
    }

    @Override
    public void note(Note note) {
      all.note(note);
    }

    @Override
    public void ended(String summary, String found) {
      all.ended(summary, found);
    }
  }

  @Override
  List<String> formats() {
    return formats;
  }
}
