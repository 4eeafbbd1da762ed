package org.valida.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.valida.check.FailOn;
import org.valida.report.Format;
import org.valida.violation.Level;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can be typed where: the commands with their options, and for each the values that it takes.
 *
 * @param root the whole syntax
 * @param rules ids
 * @param contracts ids
 */
record CompletionModel(CommandSpec root, List<String> rules, List<String> contracts) {

  /** How a value is completed. */
  enum Kind {
    /** Not at all: numbers, dates. */
    NONE,
    /** One of the words. */
    WORDS,
    /** One of the words, {@code =}, and a level. */
    LEVELS,
    /** One of the words, or one of them, {@code =}, and a file. */
    REPORTS,
    FILES,
    FOLDERS
  }

  record Values(Kind kind, List<String> words) {}

  static final List<String> LEVELS = Stream.of(Level.values()).map(Level::label).toList();

  /** The commands in the order of the help. */
  List<CommandSpec> commands() {
    return root.subcommands().values().stream().map(line -> line.getCommandSpec()).toList();
  }

  /** The options of a command, or of all, that users are told of. */
  static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  static List<String> names(List<OptionSpec> options) {
    var names = new ArrayList<String>();
    options.forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }

  static boolean valued(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** The text of the help. */
  static String description(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  /** What an option or argument takes. */
  Values values(ArgSpec argument) {
    return switch (argument.paramLabel()) {
      case "L" -> words(Language.ALL);
      case "F" -> words(List.of("text", "json"));
      case "F[=FILE]" -> new Values(Kind.REPORTS, Format.labels());
      case "LEVEL" -> words(FailOn.labels());
      case "ID=LEVEL" -> new Values(Kind.LEVELS, rules);
      case "ID" -> words(contracts);
      case "RULE" -> words(rules);
      case "SHELL" -> words(CompletionCommand.SHELLS);
      case "FILE", "INPUT" -> new Values(Kind.FILES, List.of());
      case "DIR" -> new Values(Kind.FOLDERS, List.of());
      default -> new Values(Kind.NONE, List.of());
    };
  }

  private static Values words(List<String> words) {
    return new Values(Kind.WORDS, words);
  }
}
