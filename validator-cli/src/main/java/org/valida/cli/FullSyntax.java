package org.valida.cli;

import java.util.List;
import org.valida.report.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** All commands with their help in one language, as picocli knows them. */
final class FullSyntax {

  private static final int WIDTH = 100;

  private final Phrases phrases;

  private FullSyntax(Phrases phrases) {
    this.phrases = phrases;
  }

  static CommandLine commandLine(Phrases phrases) {
    return new CommandLine(new FullSyntax(phrases).root())
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setOverwrittenOptionsAllowed(true)
        .setUsageHelpWidth(WIDTH);
  }

  private CommandSpec root() {
    var root = CommandSpec.create().name("valida");
    root.addOption(help("help.help"));
    root.addOption(
        option(
            new CommandSyntax.Option(
                CommandSyntax.Kind.VALUED, "L", "help.lang", List.of("--lang"))));
    wording(root);
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description(phrases.text("help.version"))
            .build());
    for (var name : Syntax.COMMANDS) {
      root.addSubcommand(name, command(Syntax.find(name).orElseThrow()));
    }
    root.usageMessage().footer(lines("help.valida.footer"));
    return root;
  }

  private CommandSpec command(CommandSyntax syntax) {
    var command = CommandSpec.create().name(syntax.name());
    for (var option : syntax.options()) {
      command.addOption(option(option));
    }
    syntax.positional().ifPresent(positional -> command.addPositional(positional(positional)));
    wording(command);
    syntax.footer().ifPresent(key -> command.usageMessage().footer(lines(key)));
    return command;
  }

  private void wording(CommandSpec command) {
    command
        .usageMessage()
        .synopsisHeading(phrases.text("help.synopsis") + " ")
        .description(lines("help." + command.name()))
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .optionListHeading("%n")
        .commandListHeading("%n" + phrases.text("help.commands") + "%n")
        .footerHeading("%n")
        .abbreviateSynopsis(true)
        .sortOptions(false);
  }

  private OptionSpec help(String key) {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description(phrases.text(key))
        .build();
  }

  private OptionSpec option(CommandSyntax.Option option) {
    var builder = OptionSpec.builder(option.names().toArray(String[]::new));
    return switch (option.kind()) {
      case HELP -> help(option.key());
      case FLAG ->
          builder.arity("0").type(boolean.class).description(phrases.text(option.key())).build();
      case HIDDEN_FLAG -> builder.arity("0").type(boolean.class).hidden(true).build();
      case VALUED ->
          builder
              .paramLabel(option.label())
              .arity("1")
              .type(String.class)
              .description(phrases.text(option.key()))
              .build();
      case REPEATED ->
          builder
              .paramLabel(option.label())
              .arity("1")
              .type(List.class)
              .auxiliaryTypes(String.class)
              .description(phrases.text(option.key()))
              .build();
    };
  }

  private PositionalParamSpec positional(CommandSyntax.Positional positional) {
    var builder =
        PositionalParamSpec.builder()
            .paramLabel(positional.label())
            .description(phrases.text(positional.key()));
    return positional.several()
        ? builder.arity("0..*").type(List.class).auxiliaryTypes(String.class).build()
        : builder.arity("0..1").type(String.class).build();
  }

  private String[] lines(String key) {
    return phrases.text(key).split("\n", -1);
  }
}
