package org.valida.cli;

import java.util.List;
import java.util.Optional;
import org.valida.cli.CommandSyntax.Kind;
import org.valida.cli.CommandSyntax.Option;
import org.valida.cli.CommandSyntax.Positional;

/** The commands and their options. Values stay text here; who uses them reads them. */
final class Syntax {

  /** In the order of the help. */
  static final List<String> COMMANDS =
      List.of(
          "check",
          "baseline",
          "report",
          "fix",
          "split",
          "explain",
          "rules",
          "contracts",
          "completion",
          "serve",
          "roundtrip",
          "probe");

  private Syntax() {}

  /** The command of that name; nothing is made of the others. */
  static Optional<CommandSyntax> find(String name) {
    return switch (name) {
      case "check" -> Optional.of(check());
      case "baseline" -> Optional.of(baseline());
      case "report" -> Optional.of(report());
      case "fix" -> Optional.of(fix());
      case "split" -> Optional.of(split());
      case "explain" -> Optional.of(explain());
      case "rules" -> Optional.of(rules());
      case "contracts" -> Optional.of(contracts());
      case "completion" -> Optional.of(completion());
      case "serve" -> Optional.of(serve());
      case "roundtrip" -> Optional.of(roundtrip());
      case "probe" -> Optional.of(probe());
      default -> Optional.empty();
    };
  }

  private static Positional inputs() {
    return new Positional("INPUT", true, "help.check.input");
  }

  private static CommandSyntax check() {
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
    check.footer("help.check.footer");
    return check;
  }

  private static CommandSyntax baseline() {
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
    baseline.footer("help.baseline.footer");
    return baseline;
  }

  private static CommandSyntax report() {
    var report = command("report");
    report.addPositional(new Positional("FILE", true, "help.report.file"));
    report.addOption(valued("--contract", "ID", "help.check.contract"));
    report.addOption(flag("help.report.open", "--open"));
    // For valida.cmd.
    report.addOption(new Option(Kind.HIDDEN_FLAG, "", "", List.of("--dropped")));
    return report;
  }

  private static CommandSyntax fix() {
    var fix = command("fix");
    fix.addPositional(new Positional("INPUT", true, "help.fix.input"));
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
    fix.footer("help.fix.footer");
    return fix;
  }

  private static CommandSyntax split() {
    var split = command("split");
    split.addPositional(new Positional("INPUT", true, "help.split.input"));
    split.addOption(valued("--good", "FILE", "help.split.good"));
    split.addOption(valued("--bad", "FILE", "help.split.bad"));
    split.addOption(flag("help.split.force", "--force"));
    split.addOption(valued("--contract", "ID", "help.check.contract"));
    split.addOption(valued("--fail-on", "LEVEL", "help.split.fail-on"));
    split.addOption(repeated("--rule", "ID=LEVEL", "help.check.rule"));
    split.addOption(valued("--config", "FILE", "help.check.config"));
    split.addOption(valued("--contracts", "DIR", "help.check.contracts"));
    split.addOption(valued("--today", "DATE", "help.check.today"));
    split.footer("help.split.footer");
    return split;
  }

  private static CommandSyntax explain() {
    var explain = command("explain");
    explain.addPositional(new Positional("RULE", false, "help.explain.rule"));
    explain.addOption(flag("help.check.no-color", "--no-color"));
    return explain;
  }

  private static CommandSyntax rules() {
    var rules = command("rules");
    rules.addOption(valued("--format", "F", "help.list.format"));
    return rules;
  }

  private static CommandSyntax contracts() {
    var contracts = command("contracts");
    contracts.addOption(valued("--format", "F", "help.list.format"));
    contracts.addOption(valued("--export", "ID", "help.contracts.export"));
    contracts.addOption(valued("--contracts", "DIR", "help.check.contracts"));
    return contracts;
  }

  private static CommandSyntax completion() {
    var completion = command("completion");
    completion.addPositional(new Positional("SHELL", false, "help.completion.shell"));
    return completion;
  }

  private static CommandSyntax serve() {
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
    serve.addOption(flag("help.serve.persist-lotes", "--persist-lotes"));
    serve.footer("help.serve.footer");
    return serve;
  }

  private static CommandSyntax roundtrip() {
    var roundtrip = command("roundtrip");
    roundtrip.addPositional(new Positional("INPUT", true, "help.roundtrip.input"));
    roundtrip.addOption(valued("--against", "URL", "help.roundtrip.against"));
    roundtrip.addOption(valued("--user", "NAME", "help.roundtrip.user"));
    roundtrip.addOption(valued("--password-file", "FILE", "help.serve.password-file"));
    roundtrip.addOption(repeated("--format", "F[=FILE]", "help.check.format"));
    roundtrip.addOption(valued("--max-violations", "N", "help.check.max-violations"));
    roundtrip.addOption(valued("--today", "DATE", "help.check.today"));
    roundtrip.addOption(flag("help.check.quiet", "-q", "--quiet"));
    roundtrip.addOption(flag("help.check.verbose", "-v", "--verbose"));
    roundtrip.addOption(flag("help.check.no-color", "--no-color"));
    roundtrip.footer("help.roundtrip.footer");
    return roundtrip;
  }

  private static CommandSyntax probe() {
    var probe = command("probe");
    probe.addPositional(new Positional("URL", false, "help.probe.url"));
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
    probe.footer("help.probe.footer");
    return probe;
  }

  private static CommandSyntax command(String name) {
    var command = new CommandSyntax(name);
    command.addOption(new Option(Kind.HELP, "", "help.help", List.of("-h", "--help")));
    command.addOption(valued("--lang", "L", "help.lang"));
    return command;
  }

  private static Option valued(String name, String label, String key) {
    return new Option(Kind.VALUED, label, key, List.of(name));
  }

  private static Option repeated(String name, String label, String key) {
    return new Option(Kind.REPEATED, label, key, List.of(name));
  }

  private static Option flag(String key, String... names) {
    return new Option(Kind.FLAG, "", key, List.of(names));
  }
}
