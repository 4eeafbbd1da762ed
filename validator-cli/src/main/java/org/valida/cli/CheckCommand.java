package org.valida.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.valida.Valida;
import org.valida.check.Configuration;
import org.valida.check.ConfigurationException;
import org.valida.check.Configurations;
import org.valida.check.FailOn;
import org.valida.check.HashedSource;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.report.FailureText;
import org.valida.report.OutputException;
import org.valida.schema.SchemaException;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;

/** {@code valida check}: inputs, configuration, engine, reports, exit status, in this order. */
final class CheckCommand {

  private final Terminal terminal;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  Exit run(CheckOptions options) throws UseException, IOException {
    var folder = terminal.environment().folder();
    var inputs =
        new OwnReports(terminal, options)
            .leftOut(Inputs.of(options.inputs(), folder, terminal.in()));
    try {
      var configurations =
          options.config().isPresent()
              ? Configurations.named(folder, options.config().get())
              : Configurations.searched(folder);
      return run(options, inputs, configurations);
    } catch (ConfigurationException e) {
      throw new UseException(FailureText.of(terminal.language()).line(e.failure()));
    }
  }

  private Exit run(CheckOptions options, Inputs inputs, Configurations configurations)
      throws UseException, IOException, ConfigurationException {
    var all = configurations.ofAll(inputs.sources());
    var first = configurations.ofFirst(inputs.sources());
    var speaking =
        options.lang().or(() -> first.flatMap(Configuration::lang)).map(terminal::speaking);
    var session = speaking.orElse(terminal);
    var valida = new EngineSetup(session, options, configurations, first).build();
    for (var configuration : all) {
      configuration.verify(
          valida.contracts().rules().ids(),
          valida.contracts().all().stream().map(contract -> contract.id()).toList());
    }
    var result = report(session, options, inputs, valida, first);
    var failOn =
        options.failOn().or(() -> first.flatMap(Configuration::failOn)).orElse(FailOn.ERROR);
    return exit(result, failOn);
  }

  private static RunResult report(
      Terminal session,
      CheckOptions options,
      Inputs inputs,
      Valida valida,
      Optional<Configuration> first)
      throws UseException, IOException {
    var sources = sources(inputs, options);
    var maxViolations =
        options.maxViolations().isPresent()
            ? options.maxViolations()
            : first.map(Configuration::maxViolations).orElse(OptionalLong.empty());
    try (var reports = Reports.open(session, options, maxViolations, hashes(sources))) {
      if (options.showPersonal() && options.toFile()) {
        session.complain(session.phrases().text("warn.show-personal"));
      }
      var failures = new FailureLines(session);
      inputs.failures().forEach(failures::say);
      var listener = new WithFailures(new Fanout(reports.writers()), inputs.failures());
      var result = run(session, valida, sources, new Fanout(List.of(failures, listener)), reports);
      reports.complete();
      return listener.complete(result);
    }
  }

  private static RunResult run(
      Terminal session, Valida valida, List<Source> sources, RunListener listener, Reports reports)
      throws UseException {
    try {
      return run(valida, sources, listener);
    } catch (OutputException e) {
      reports.verify();
      throw e;
    } catch (SchemaException e) {
      // Contracts are compiled when the first input needs them.
      throw EngineSetup.broken(session, e);
    }
  }

  /** Without inputs the engine has nothing to do, but the report still says so. */
  private static RunResult run(Valida valida, List<Source> sources, RunListener listener) {
    if (!sources.isEmpty()) {
      return valida.run(sources, listener);
    }
    var nothing = new RunResult(List.of(), 0, List.of());
    listener.ended(nothing);
    return nothing;
  }

  private static Exit exit(RunResult result, FailOn failOn) {
    boolean unchecked = result.files().stream().anyMatch(file -> file.failure().isPresent());
    if (unchecked || result.files().isEmpty() || !result.failures().isEmpty()) {
      return Exit.TROUBLE;
    }
    return failOn.reachedBy(result) ? Exit.FOUND : Exit.CLEAN;
  }

  private static List<Source> sources(Inputs inputs, CheckOptions options) {
    return options.hash()
        ? inputs.sources().stream().<Source>map(HashedSource::new).toList()
        : inputs.sources();
  }

  private static Function<String, Optional<String>> hashes(List<Source> sources) {
    var hashed = new HashMap<String, HashedSource>();
    for (var source : sources) {
      if (source instanceof HashedSource one) {
        hashed.put(one.path(), one);
      }
    }
    return path -> Optional.ofNullable(hashed.get(path)).flatMap(HashedSource::sha256);
  }
}
