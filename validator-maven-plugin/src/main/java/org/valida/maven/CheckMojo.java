package org.valida.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.valida.check.FailOn;
import org.valida.report.UnwritableException;
import org.valida.session.Preparation;
import org.valida.session.RequestException;
import org.valida.violation.RunResult;

/** Checks payloads against their contracts and fails the build if one breaks its contract. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends ValidaMojo {

  /** What fails the build: error, warning, info or never; otherwise what the configuration says. */
  @Parameter(property = "valida.failOn")
  private String failOn;

  /**
   * Reports to write: FORMAT for target/valida/valida.FORMAT, or FORMAT=FILE. FORMAT is one that
   * the command line knows, such as json.
   */
  @Parameter(property = "valida.formats")
  private List<String> formats = List.of();

  /** Whether a check is left out when nothing has changed since one that found nothing. */
  @Parameter(property = "valida.incremental", defaultValue = "true")
  private boolean incremental = true;

  @Parameter(defaultValue = "${mojoExecution.executionId}", readonly = true)
  private String execution;

  @Override
  void run(Prepared prepared)
      throws MojoExecutionException,
          MojoFailureException,
          ParameterException,
          RequestException,
          UnwritableException,
          IOException {
    var failing = failing(prepared);
    var inputs = prepared.preparation().inputs();
    var last = new LastCheck(output().resolve("check-" + execution + ".sha256"));
    var fingerprint =
        incremental && inputs.failures().isEmpty()
            ? fingerprint(prepared.parameters(), prepared.preparation())
            : Optional.<String>empty();
    if (fingerprint.filter(last::was).isPresent() && prepared.places().exist()) {
      getLog().info(words().counted("unchanged", inputs.sources().size(), Map.of()));
      return;
    }
    last.forget();
    var log = new BuildLog(getLog(), words(), this::location);
    var result = run(prepared, log);
    if (fingerprint.isPresent() && foundNothing(result)) {
      last.remember(fingerprint.get());
    }
    judge(result, failing, log);
  }

  private static boolean foundNothing(RunResult result) {
    return !unchecked(result)
        && !FailOn.INFO.reachedBy(result)
        && result.notes().stream().noneMatch(note -> note.kind().isWarning());
  }

  private static boolean unchecked(RunResult result) {
    return result.files().stream().anyMatch(file -> file.failure().isPresent())
        || result.files().isEmpty()
        || !result.failures().isEmpty();
  }

  private void judge(RunResult result, FailOn failing, BuildLog log)
      throws MojoExecutionException, MojoFailureException {
    var parts = Map.of("found", log.found(), "level", failing.label());
    if (unchecked(result)) {
      getLog().error(log.summary());
      long count =
          result.failures().size()
              + result.files().stream().filter(file -> file.failure().isPresent()).count();
      throw new MojoExecutionException(words().counted("unchecked", count, parts));
    }
    if (failing.reachedBy(result)) {
      getLog().error(log.summary());
      throw new MojoFailureException(words().text("broken", parts));
    }
    if (FailOn.WARNING.reachedBy(result)) {
      getLog().warn(log.summary());
    } else {
      getLog().info(log.summary());
    }
  }

  /** Of all that the outcome hangs on, if that can be told. */
  private Optional<String> fingerprint(Parameters parameters, Preparation preparation) {
    var request = preparation.request();
    try {
      var all =
          new Fingerprint()
              .withProgram(version())
              .with("parameters", parameters)
              .with("formats", formats)
              .with("day", request.dayOrToday())
              .with("key", request.identityKey().text());
      for (var configuration : preparation.configurations()) {
        all.withConfiguration(configuration);
      }
      if (parameters.baseline().isPresent()) {
        all.withFile("baseline", Path.of(parameters.baseline().get()));
      }
      if (parameters.contracts().isPresent()) {
        all.withFolder("contracts", Path.of(parameters.contracts().get()));
      }
      if (parameters.schema().isPresent()) {
        all.withSchema(Path.of(parameters.schema().get()));
      }
      for (var source : preparation.inputs().sources()) {
        all.withSource(source);
      }
      return Optional.of(all.text());
    } catch (IOException | Fingerprint.UnknownException e) {
      return Optional.empty(); // The check itself tells what cannot be read.
    }
  }

  @Override
  String failOn() {
    return failOn;
  }

  @Override
  List<String> formats() {
    return formats;
  }
}
