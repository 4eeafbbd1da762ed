package org.valida.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the script for zsh. */
final class ZshCompletion {

  private static final String HEAD =
      """
      #compdef valida
      # Completion of valida for zsh. To use it now, after compinit: eval "$(valida completion zsh)"
      # To keep it: valida completion zsh > a folder of $fpath/_valida

      _valida_levels() { # rules, =, level
        if compset -P '*='; then
      """;

  private final CompletionModel model;
  private final List<String> lines = new ArrayList<>();

  private ZshCompletion(CompletionModel model) {
    this.model = model;
  }

  static List<String> script(CompletionModel model) {
    var writer = new ZshCompletion(model);
    HEAD.lines().forEach(writer.lines::add);
    writer.rest();
    return writer.lines;
  }

  private void rest() {
    lines.add("    compadd -- " + String.join(" ", CompletionModel.LEVELS));
    lines.add("  else");
    lines.add("    compadd -S = -- \"$@\"");
    lines.add("  fi");
    lines.add("}");
    lines.add("");
    lines.add("_valida_reports() { # formats, which may have =FILE");
    lines.add("  if compset -P '*='; then _files; else compadd -q -S = -- \"$@\"; fi");
    lines.add("}");
    lines.add("");
    lines.add("_valida() {");
    lines.add("  local curcontext=$curcontext state line");
    lines.add("  typeset -A opt_args");
    lines.add("  local -a commands=(");
    for (var command : model.commands()) {
      lines.add("    " + quoted(command.name() + ":" + summary(command)));
    }
    lines.add("  )");
    lines.add("  _arguments -C \\");
    CompletionModel.options(model.root())
        .forEach(option -> lines.add("    " + spec(option) + " \\"));
    lines.add("    '1: :->command' '*:: :->arguments' && return");
    lines.add("  case $state in");
    lines.add("    command) _describe valida commands ;;");
    lines.add("    arguments)");
    lines.add("      case $words[1] in");
    lines.add("        help) _describe valida commands ;;");
    model.commands().forEach(this::command);
    lines.add("      esac");
    lines.add("      ;;");
    lines.add("  esac");
    lines.add("}");
    lines.add("");
    lines.add(
        "if [ \"$funcstack[1]\" = _valida ]; then _valida \"$@\"; else compdef _valida valida; fi");
  }

  private void command(CommandSpec command) {
    lines.add("        " + command.name() + ")");
    lines.add("          _arguments -S \\");
    CompletionModel.options(command)
        .forEach(option -> lines.add("            " + spec(option) + " \\"));
    for (var positional : command.positionalParameters()) {
      lines.add("            " + spec(positional) + " \\");
    }
    lines.add("            && return");
    lines.add("          ;;");
  }

  private static String summary(CommandSpec command) {
    return String.join(" ", command.usageMessage().description());
  }

  private String spec(OptionSpec option) {
    var description = "[" + bracketed(CompletionModel.description(option)) + "]";
    var names = List.of(option.names());
    if (!CompletionModel.valued(option)) {
      return names.size() == 1
          ? quoted(names.get(0) + description)
          : "'("
              + String.join(" ", names)
              + ")'{"
              + String.join(",", names)
              + "}"
              + quoted(description);
    }
    var repeated = option.isMultiValue() ? "*" : "";
    return quoted(
        repeated
            + names.get(0)
            + "="
            + description
            + ":"
            + argument(model.values(option), option.paramLabel()));
  }

  private String spec(PositionalParamSpec positional) {
    var place = positional.arity().max() > 1 ? "*:" : "1:";
    return quoted(place + argument(model.values(positional), positional.paramLabel()));
  }

  private static String argument(CompletionModel.Values values, String label) {
    var words = String.join(" ", values.words());
    var action =
        switch (values.kind()) {
          case NONE -> " ";
          case WORDS -> "(" + words + ")";
          case FILES -> "_files";
          case FOLDERS -> "_files -/";
          case LEVELS -> "{_valida_levels " + words + "}";
          case REPORTS -> "{_valida_reports " + words + "}";
        };
    return label + ":" + action;
  }

  private static String bracketed(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
