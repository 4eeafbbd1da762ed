package org.valida.cli;

import java.util.List;
import org.valida.report.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands and their options, with their help in one language. Values stay text here; who uses
 * them reads them.
 */
final class Syntax {

  private static final int WIDTH = 100;

  private final Phrases phrases;

  private Syntax(Phrases phrases) {
    this.phrases = phrases;
  }

  static CommandLine commandLine(Phrases phrases) {
    return new CommandLine(new Syntax(phrases).root())
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setOverwrittenOptionsAllowed(true)
        .setUsageHelpWidth(WIDTH);
  }

  private CommandSpec root() {
    var root = command("valida");
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description(phrases.text("help.version"))
            .build());
    root.addSubcommand("check", check());
    root.addSubcommand("baseline", baseline());
    root.addSubcommand("report", report());
    root.addSubcommand("fix", fix());
    root.addSubcommand("split", split());
    var explain = command("explain");
    explain.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .arity("0..1")
            .type(String.class)
            .description(phrases.text("help.explain.rule"))
            .build());
    explain.addOption(flag("help.check.no-color", "--no-color"));
    root.addSubcommand("explain", explain);
    var rules = command("rules");
    rules.addOption(valued("--format", "F", "help.list.format"));
    root.addSubcommand("rules", rules);
    var contracts = command("contracts");
    contracts.addOption(valued("--format", "F", "help.list.format"));
    contracts.addOption(valued("--export", "ID", "help.contracts.export"));
    contracts.addOption(valued("--contracts", "DIR", "help.check.contracts"));
    root.addSubcommand("contracts", contracts);
    var completion = command("completion");
    completion.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SHELL")
            .arity("0..1")
            .type(String.class)
            .description(phrases.text("help.completion.shell"))
            .build());
    root.addSubcommand("completion", completion);
    root.addSubcommand("serve", serve());
    root.addSubcommand("roundtrip", roundtrip());
    root.addSubcommand("probe", probe());
    root.usageMessage().footer(lines("help.valida.footer"));
    return root;
  }

  private PositionalParamSpec inputs() {
    return PositionalParamSpec.builder()
        .paramLabel("INPUT")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(phrases.text("help.check.input"))
        .build();
  }

  private CommandSpec check() {
    var check = command("check");
    check.addPositional(inputs());
    check.addOption(valued("--contract", "ID", "help.check.contract"));
    check.addOption(valued("--schema", "FILE", "help.check.schema"));
    check.addOption(repeated("--format", "F[=FILE]", "help.check.format"));
    check.addOption(valued("--fail-on", "LEVEL", "help.check.fail-on"));
    check.addOption(repeated("--rule", "ID=LEVEL", "help.check.rule"));
    check.addOption(valued("--query", "STRING", "help.check.query"));
    check.addOption(valued("--baseline", "FILE", "help.check.baseline"));
    check.addOption(valued("--config", "FILE", "help.check.config"));
    check.addOption(valued("--max-violations", "N", "help.check.max-violations"));
    check.addOption(valued("--contracts", "DIR", "help.check.contracts"));
    check.addOption(repeated("--errors", "FILE", "help.check.errors"));
    check.addOption(valued("--max-records", "N", "help.check.max-records"));
    check.addOption(valued("--today", "DATE", "help.check.today"));
    check.addOption(valued("--jobs", "N", "help.check.jobs"));
    check.addOption(flag("help.check.quiet", "-q", "--quiet"));
    check.addOption(flag("help.check.verbose", "-v", "--verbose"));
    check.addOption(flag("help.check.hash", "--hash"));
    check.addOption(flag("help.check.no-color", "--no-color"));
    check.addOption(flag("help.check.show-personal", "--show-personal"));
    check.addOption(flag("help.check.statistics", "--statistics"));
    check.usageMessage().footer(lines("help.check.footer"));
    return check;
  }

  private CommandSpec baseline() {
    var baseline = command("baseline");
    baseline.addPositional(inputs());
    baseline.addOption(valued("--baseline", "FILE", "help.baseline.baseline"));
    baseline.addOption(flag("help.baseline.prune", "--prune"));
    baseline.addOption(valued("--reason", "TEXT", "help.baseline.reason"));
    baseline.addOption(valued("--expires", "DATE", "help.baseline.expires"));
    baseline.addOption(valued("--contract", "ID", "help.check.contract"));
    baseline.addOption(valued("--schema", "FILE", "help.check.schema"));
    baseline.addOption(repeated("--rule", "ID=LEVEL", "help.check.rule"));
    baseline.addOption(valued("--query", "STRING", "help.check.query"));
    baseline.addOption(valued("--config", "FILE", "help.check.config"));
    baseline.addOption(valued("--contracts", "DIR", "help.check.contracts"));
    baseline.addOption(repeated("--errors", "FILE", "help.check.errors"));
    baseline.addOption(valued("--max-records", "N", "help.check.max-records"));
    baseline.addOption(valued("--today", "DATE", "help.baseline.today"));
    baseline.addOption(flag("help.baseline.quiet", "-q", "--quiet"));
    baseline.usageMessage().footer(lines("help.baseline.footer"));
    return baseline;
  }

  private CommandSpec report() {
    var report = command("report");
    report.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(phrases.text("help.report.file"))
            .build());
    report.addOption(valued("--contract", "ID", "help.check.contract"));
    report.addOption(flag("help.report.open", "--open"));
    // For valida.cmd.
    report.addOption(
        OptionSpec.builder("--dropped").arity("0").type(boolean.class).hidden(true).build());
    return report;
  }

  private CommandSpec fix() {
    var fix = command("fix");
    fix.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("INPUT")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(phrases.text("help.fix.input"))
            .build());
    fix.addOption(flag("help.fix.diff", "--diff"));
    fix.addOption(flag("help.fix.write", "--write"));
    fix.addOption(flag("help.fix.unsafe", "--unsafe"));
    fix.addOption(valued("--contract", "ID", "help.check.contract"));
    fix.addOption(valued("--schema", "FILE", "help.check.schema"));
    fix.addOption(valued("--fail-on", "LEVEL", "help.fix.fail-on"));
    fix.addOption(repeated("--rule", "ID=LEVEL", "help.fix.rule"));
    fix.addOption(valued("--config", "FILE", "help.check.config"));
    fix.addOption(valued("--max-violations", "N", "help.fix.max-violations"));
    fix.addOption(valued("--contracts", "DIR", "help.check.contracts"));
    fix.addOption(valued("--today", "DATE", "help.check.today"));
    fix.addOption(flag("help.check.no-color", "--no-color"));
    fix.addOption(flag("help.fix.show-personal", "--show-personal"));
    fix.usageMessage().footer(lines("help.fix.footer"));
    return fix;
  }

  private CommandSpec split() {
    var split = command("split");
    split.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("INPUT")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(phrases.text("help.split.input"))
            .build());
    split.addOption(valued("--good", "FILE", "help.split.good"));
    split.addOption(valued("--bad", "FILE", "help.split.bad"));
    split.addOption(flag("help.split.force", "--force"));
    split.addOption(valued("--contract", "ID", "help.check.contract"));
    split.addOption(valued("--fail-on", "LEVEL", "help.split.fail-on"));
    split.addOption(repeated("--rule", "ID=LEVEL", "help.check.rule"));
    split.addOption(valued("--config", "FILE", "help.check.config"));
    split.addOption(valued("--contracts", "DIR", "help.check.contracts"));
    split.addOption(valued("--today", "DATE", "help.check.today"));
    split.usageMessage().footer(lines("help.split.footer"));
    return split;
  }

  private CommandSpec serve() {
    var serve = command("serve");
    serve.addOption(valued("--port", "N", "help.serve.port"));
    serve.addOption(valued("--host", "NAME", "help.serve.host"));
    serve.addOption(valued("--db", "URL", "help.serve.db"));
    serve.addOption(repeated("--load", "PATH", "help.serve.load"));
    serve.addOption(flag("help.serve.sample", "--sample"));
    serve.addOption(valued("--user", "NAME", "help.serve.user"));
    serve.addOption(valued("--password-file", "FILE", "help.serve.password-file"));
    serve.addOption(valued("--methods", "LIST", "help.serve.methods"));
    serve.addOption(valued("--api-key-file", "FILE", "help.serve.api-key-file"));
    serve.usageMessage().footer(lines("help.serve.footer"));
    return serve;
  }

  private CommandSpec roundtrip() {
    var roundtrip = command("roundtrip");
    roundtrip.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("INPUT")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(phrases.text("help.roundtrip.input"))
            .build());
    roundtrip.addOption(valued("--against", "URL", "help.roundtrip.against"));
    roundtrip.addOption(valued("--user", "NAME", "help.roundtrip.user"));
    roundtrip.addOption(valued("--password-file", "FILE", "help.serve.password-file"));
    roundtrip.addOption(repeated("--format", "F[=FILE]", "help.check.format"));
    roundtrip.addOption(valued("--max-violations", "N", "help.check.max-violations"));
    roundtrip.addOption(valued("--today", "DATE", "help.check.today"));
    roundtrip.addOption(flag("help.check.quiet", "-q", "--quiet"));
    roundtrip.addOption(flag("help.check.verbose", "-v", "--verbose"));
    roundtrip.addOption(flag("help.check.no-color", "--no-color"));
    roundtrip.usageMessage().footer(lines("help.roundtrip.footer"));
    return roundtrip;
  }

  private CommandSpec probe() {
    var probe = command("probe");
    probe.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("URL")
            .arity("0..1")
            .type(String.class)
            .description(phrases.text("help.probe.url"))
            .build());
    probe.addOption(valued("--user", "NAME", "help.probe.user"));
    probe.addOption(valued("--password-file", "FILE", "help.serve.password-file"));
    probe.addOption(valued("--methods", "LIST", "help.probe.methods"));
    probe.addOption(valued("--ano", "N", "help.probe.ano"));
    probe.addOption(valued("--uf", "UF", "help.probe.uf"));
    probe.addOption(valued("--municipio", "N", "help.probe.municipio"));
    probe.addOption(valued("--cod-tc", "VALUE", "help.probe.cod-tc"));
    probe.addOption(valued("--header-file", "FILE", "help.probe.header-file"));
    probe.addOption(valued("--proxy", "HOST:PORT", "help.probe.proxy"));
    probe.addOption(valued("--cacert", "FILE", "help.probe.cacert"));
    probe.addOption(valued("--rate", "N", "help.probe.rate"));
    probe.addOption(valued("--timeout", "S", "help.probe.timeout"));
    probe.addOption(valued("--slow", "S", "help.probe.slow"));
    probe.addOption(valued("--fail-on", "LEVEL", "help.probe.fail-on"));
    probe.addOption(repeated("--format", "F[=FILE]", "help.probe.format"));
    probe.usageMessage().footer(lines("help.probe.footer"));
    return probe;
  }

  private CommandSpec command(String name) {
    var spec = CommandSpec.create().name(name);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description(phrases.text("help.help"))
            .build());
    spec.addOption(valued("--lang", "L", "help.lang"));
    spec.usageMessage()
        .synopsisHeading(phrases.text("help.synopsis") + " ")
        .description(lines("help." + name))
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .optionListHeading("%n")
        .commandListHeading("%n" + phrases.text("help.commands") + "%n")
        .footerHeading("%n")
        .abbreviateSynopsis(true)
        .sortOptions(false);
    return spec;
  }

  private String[] lines(String key) {
    return phrases.text(key).split("\n", -1);
  }

  private OptionSpec valued(String name, String label, String key) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(phrases.text(key))
        .build();
  }

  private OptionSpec repeated(String name, String label, String key) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(phrases.text(key))
        .build();
  }

  private OptionSpec flag(String key, String... names) {
    return OptionSpec.builder(names)
        .arity("0")
        .type(boolean.class)
        .description(phrases.text(key))
        .build();
  }
}
