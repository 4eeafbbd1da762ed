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
    var explain = command("explain");
    explain.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .arity("0..1")
            .type(String.class)
            .description(phrases.text("help.explain.rule"))
            .build());
    root.addSubcommand("explain", explain);
    var rules = command("rules");
    rules.addOption(valued("--format", "F", "help.list.format"));
    root.addSubcommand("rules", rules);
    var contracts = command("contracts");
    contracts.addOption(valued("--format", "F", "help.list.format"));
    contracts.addOption(valued("--export", "ID", "help.contracts.export"));
    contracts.addOption(valued("--contracts", "DIR", "help.check.contracts"));
    root.addSubcommand("contracts", contracts);
    root.addSubcommand("serve", serve());
    root.usageMessage().footer(lines("help.valida.footer"));
    return root;
  }

  private CommandSpec check() {
    var check = command("check");
    check.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("INPUT")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(phrases.text("help.check.input"))
            .build());
    check.addOption(valued("--contract", "ID", "help.check.contract"));
    check.addOption(valued("--schema", "FILE", "help.check.schema"));
    check.addOption(repeated("--format", "F[=FILE]", "help.check.format"));
    check.addOption(valued("--fail-on", "LEVEL", "help.check.fail-on"));
    check.addOption(repeated("--rule", "ID=LEVEL", "help.check.rule"));
    check.addOption(valued("--query", "STRING", "help.check.query"));
    check.addOption(valued("--config", "FILE", "help.check.config"));
    check.addOption(valued("--max-violations", "N", "help.check.max-violations"));
    check.addOption(valued("--contracts", "DIR", "help.check.contracts"));
    check.addOption(repeated("--errors", "FILE", "help.check.errors"));
    check.addOption(valued("--max-records", "N", "help.check.max-records"));
    check.addOption(valued("--today", "DATE", "help.check.today"));
    check.addOption(flag("help.check.quiet", "-q", "--quiet"));
    check.addOption(flag("help.check.verbose", "-v", "--verbose"));
    check.addOption(flag("help.check.hash", "--hash"));
    check.addOption(flag("help.check.no-color", "--no-color"));
    check.addOption(flag("help.check.show-personal", "--show-personal"));
    check.addOption(flag("help.check.statistics", "--statistics"));
    check.usageMessage().footer(lines("help.check.footer"));
    return check;
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
    serve.usageMessage().footer(lines("help.serve.footer"));
    return serve;
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
