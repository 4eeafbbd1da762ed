package org.valida.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.valida.check.Configuration;
import org.valida.check.FailOn;
import org.valida.check.Inputs;
import org.valida.report.Fanout;
import org.valida.report.LogReport;
import org.valida.report.OutputException;
import org.valida.report.Reports;
import org.valida.report.TextReport;
import org.valida.report.UnwritableException;
import org.valida.report.Wording;
import org.valida.session.OwnReports;
import org.valida.session.Preparation;
import org.valida.session.RequestException;
import org.valida.session.Session;
import org.valida.violation.Messages;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;

/** What the goals that read payloads have in common: their parameters, and how they begin. */
abstract class ValidaMojo extends SpokenMojo {

  /** How many violations the log shows per rule and file unless told otherwise. */
  private static final long SHOWN = 50;

  /** Folder of the payloads. Every .json, .jsonl and .ndjson file below it is checked. */
  @Parameter(
      property = "valida.directory",
      defaultValue = "${project.basedir}/src/test/resources/payloads")
  private File directory;

  /**
   * Patterns of files below the directory, instead of every payload. A star and a question mark
   * stay within a name, two stars cross folders, braces hold alternatives.
   */
  @Parameter(property = "valida.includes")
  private List<String> includes = List.of();

  /** Patterns of files below the directory that are not checked. */
  @Parameter(property = "valida.excludes")
  private List<String> excludes = List.of();

  /** Contract of all payloads, such as mce/despesa. Without it, it is recognised. */
  @Parameter(property = "valida.contract")
  private String contract;

  /** A JSON Schema of draft 4, 6 or 7 to check against instead of contracts. */
  @Parameter(property = "valida.schema")
  private File schema;

  /** Folder of contracts of your own, beside the built-in ones. */
  @Parameter(property = "valida.contracts")
  private File contracts;

  /** Levels of rules by their ids: error, warning, info or off. */
  @Parameter private Map<String, String> rules = Map.of();

  /** Further levels of rules, for the command line: ID=LEVEL,ID=LEVEL. They win over the rules. */
  @Parameter(property = "valida.rules")
  private List<String> ruleLevels = List.of();

  /** A configuration instead of the valida.yaml nearest above each payload. */
  @Parameter(property = "valida.config")
  private File config;

  /** File with violations that are accepted, as the command line writes it. */
  @Parameter(property = "valida.baseline")
  private File baseline;

  /** The query that the payloads answer, or a whole URL: rows outside it are reported. */
  @Parameter(property = "valida.query")
  private String query;

  /**
   * The day for rules about the future, such as 2025-03-31; otherwise the day it is in Brasilia.
   */
  @Parameter(property = "valida.today")
  private String today;

  /** Violations shown per rule and file: 50 in the log, in reports as many as the format has. */
  @Parameter(property = "valida.maxViolations")
  private Long maxViolations;

  /** Whether it is an error that there is nothing to check. */
  @Parameter(property = "valida.failIfNoInput", defaultValue = "true")
  private boolean failIfNoInput = true;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File basedir;

  @Parameter(defaultValue = "${project.build.directory}/valida", readonly = true, required = true)
  private File output;

  /** Reports name payloads relative to the top of the build, where code hosts look for them. */
  @Parameter(defaultValue = "${maven.multiModuleProjectDirectory}", readonly = true)
  private File top;

  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  private String version;

  @Override
  final void run()
      throws MojoExecutionException,
          MojoFailureException,
          ParameterException,
          RequestException,
          UnwritableException,
          IOException {
    var prepared = prepare();
    if (prepared.isPresent()) {
      run(prepared.get());
    }
  }

  @Override
  final String skipped() {
    return "skipped";
  }

  /**
   * What each goal begins with.
   *
   * @param preparation inputs and configuration
   * @param places where reports go
   */
  record Prepared(Parameters parameters, Preparation preparation, ReportPlaces places) {}

  /** Finds the payloads; nothing if there are none and none are needed. */
  private Optional<Prepared> prepare()
      throws MojoExecutionException, ParameterException, RequestException {
    var parameters = parameters();
    var request = parameters.request();
    var places = ReportPlaces.of(formats(), basedir.toPath(), output());
    var inputs = inputs(parameters, places);
    if (inputs.isEmpty()) {
      return Optional.empty();
    }
    var preparation = Preparation.of(request, inputs.get());
    follow(preparation.configuration());
    if (!failIfNoInput && hasNone(preparation.inputs())) {
      getLog().info(words().text("nothing", Map.of("reason", words().text("nothing.configured"))));
      return Optional.empty();
    }
    return Optional.of(new Prepared(parameters, preparation, places));
  }

  /** The goal's own work. */
  abstract void run(Prepared prepared)
      throws MojoExecutionException,
          MojoFailureException,
          ParameterException,
          RequestException,
          UnwritableException,
          IOException;

  /** The parameter of that name. */
  abstract List<String> formats();

  final Path output() {
    return output.toPath();
  }

  final String version() {
    return version;
  }

  private Parameters parameters() {
    return new Parameters(
        new Payloads(base(), directory.toPath().normalize(), includes, excludes),
        Optional.ofNullable(contract),
        Optional.ofNullable(schema).map(File::toString),
        Optional.ofNullable(contracts).map(File::toString),
        rules,
        ruleLevels,
        Optional.ofNullable(failOn()),
        Optional.ofNullable(baseline).map(File::toString),
        Optional.ofNullable(query),
        Optional.ofNullable(config).map(File::toString),
        Optional.ofNullable(today),
        Optional.ofNullable(maxViolations));
  }

  /** What paths in reports are relative to. */
  private Path base() {
    var module = basedir.toPath().normalize();
    return top != null && module.startsWith(top.toPath().normalize())
        ? top.toPath().normalize()
        : module;
  }

  /** The parameter of that name, for a goal that has it. */
  String failOn() {
    return null;
  }

  /** The payloads of this module; nothing if there are none and none are needed. */
  private Optional<Inputs> inputs(Parameters parameters, ReportPlaces places)
      throws MojoExecutionException, RequestException {
    var payloads = parameters.payloads();
    var found =
        new OwnReports(payloads.top(), places.names())
            .leftOut(payloads.find(), payloads.arguments());
    var missing = found.failures().stream().filter(one -> one.kind().equals("no-payloads"));
    if (!failIfNoInput) {
      var others = new ArrayList<>(found.failures());
      others.removeAll(missing.toList());
      found = new Inputs(found.sources(), others);
    }
    if (!hasNone(found)) {
      return Optional.of(found);
    }
    var reason = Map.of("reason", payloads.reason(words()));
    if (failIfNoInput) {
      throw new MojoExecutionException(words().text("nothing.error", reason));
    }
    getLog().info(words().text("nothing", reason));
    return Optional.empty();
  }

  private static boolean hasNone(Inputs inputs) {
    return inputs.sources().isEmpty()
        && inputs.failures().stream().allMatch(one -> one.kind().equals("no-payloads"));
  }

  /** Takes over what only the configuration says. */
  private void follow(Optional<Configuration> configuration) {
    configuration.flatMap(Configuration::lang).ifPresent(this::speak);
  }

  /** Checks, tells the log if one is given, and writes the reports. */
  final RunResult run(Prepared prepared, LogReport.Log log)
      throws ParameterException, RequestException, UnwritableException, IOException {
    var preparation = prepared.preparation();
    var shown = prepared.parameters().shown();
    var most =
        shown.isPresent()
            ? shown
            : preparation
                .configuration()
                .map(Configuration::maxViolations)
                .orElse(OptionalLong.empty());
    var session = preparation.open();
    var options =
        new Reports.Options(
            words().language(),
            version,
            most,
            TextReport.Detail.NORMAL,
            false,
            false,
            session::sha256,
            failing(prepared).severity());
    try (var reports = new Reports(options)) {
      prepared.places().open(reports);
      var listeners = new ArrayList<RunListener>(reports.writers());
      listeners.add(
          new LogReport(
              log,
              this::location,
              Wording.of(Messages.of(words().language())),
              words().language(),
              most.orElse(SHOWN)));
      var result = run(session, reports, new Fanout(listeners));
      reports.complete();
      return result;
    }
  }

  private static RunResult run(Session session, Reports reports, RunListener listener)
      throws RequestException, UnwritableException {
    try {
      return session.run(listener);
    } catch (OutputException e) {
      reports.verify();
      throw e;
    }
  }

  /** The least that fails the build. */
  static FailOn failing(Prepared prepared) throws ParameterException {
    return prepared
        .parameters()
        .leastFailing()
        .or(() -> prepared.preparation().configuration().flatMap(Configuration::failOn))
        .orElse(FailOn.ERROR);
  }

  /** Absolute, so that a link works wherever the build was started. */
  final String location(String path) {
    return base().resolve(path).toString();
  }
}
