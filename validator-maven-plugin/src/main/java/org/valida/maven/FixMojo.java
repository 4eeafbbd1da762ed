package org.valida.maven;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.valida.check.Source;
import org.valida.fix.FixReport;
import org.valida.fix.FixResult;
import org.valida.fix.FixRun;
import org.valida.fix.FixedInput;
import org.valida.fix.Rewrite;
import org.valida.report.UnwritableException;
import org.valida.session.RequestException;
import org.valida.session.Session;
import org.valida.violation.Failure;

/**
 * Lists what has one safe repair, or repairs it. What is left fails no build; that is for check to
 * do.
 */
@Mojo(name = "fix", threadSafe = true)
public final class FixMojo extends ValidaMojo {

  private static final long SHOWN = 50;

  /** Whether the payloads are repaired; otherwise nothing is written. */
  @Parameter(property = "valida.write", defaultValue = "false")
  private boolean write;

  /** Whether the lines are shown as they were and as they will be. */
  @Parameter(property = "valida.diff", defaultValue = "false")
  private boolean diff;

  /** Whether repairs are made too that may change the meaning. */
  @Parameter(property = "valida.unsafe", defaultValue = "false")
  private boolean unsafe;

  @Override
  void run(Prepared prepared)
      throws MojoExecutionException,
          ParameterException,
          RequestException,
          UnwritableException,
          IOException {
    fix(prepared.preparation().open(), prepared.parameters().shown().orElse(SHOWN));
  }

  private void fix(Session session, long most) throws MojoExecutionException, IOException {
    var failures = new ArrayList<>(session.failures());
    var sources = new ArrayList<Source>();
    for (var source : session.sources()) {
      if (source.rereadable() && (!write || Rewrite.isPossible(source))) {
        sources.add(source);
      } else {
        failures.add(new Failure("fix-no-file", source.path(), Map.of()));
      }
    }
    var result = new FixRun(session.valida()::run, unsafe).run(sources);
    result.inputs().forEach(input -> input.failure().ifPresent(failures::add));
    var text = new StringBuilder();
    var report =
        new FixReport(text, words().language(), new FixReport.Options(diff, most, false, false));
    report.inputs(result);
    text.toString().lines().forEach(getLog()::info);
    long written = write ? write(result, failures) : -1;
    text.setLength(0);
    report.summary(result, written);
    var log = new BuildLog(getLog(), words(), this::location);
    failures.forEach(log::failure);
    getLog().info(words().asParameters(text.toString().strip()));
    if (!failures.isEmpty()) {
      throw new MojoExecutionException(words().counted("unfixed", failures.size(), Map.of()));
    }
  }

  private static long write(FixResult result, List<Failure> failures) throws IOException {
    long written = 0;
    for (var input : result.inputs().stream().filter(FixedInput::changed).toList()) {
      var failure = Rewrite.file(input);
      failure.ifPresent(failures::add);
      written += failure.isPresent() ? 0 : 1;
    }
    return written;
  }

  @Override
  List<String> formats() {
    return List.of();
  }
}
