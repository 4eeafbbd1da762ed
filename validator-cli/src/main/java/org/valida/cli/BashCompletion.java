package org.valida.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Writes the script for bash 3.2 and newer. */
final class BashCompletion {

  private static final String HEAD =
      """
      # Completion of valida for bash. To use it now: eval "$(valida completion bash)"
      # To keep it: valida completion bash > ~/.local/share/bash-completion/completions/valida

      _valida_reply() { # how, words: completes $part, what stands behind the last = of the word
        local line
        COMPREPLY=()
        while IFS= read -r line; do
          COMPREPLY+=("$line")
        done < <(
          case $1 in
            files) compgen -f -- "$part" ;;
            folders) compgen -d -- "$part" ;;
            *) compgen -W "$2" -- "$part" ;;
          esac
        )
        case $1 in
          files | folders) compopt -o filenames 2>/dev/null ;;
          open) compopt -o nospace 2>/dev/null ;;
        esac
        # Where bash does not break words at =, it replaces the whole word.
        case $COMP_WORDBREAKS in
          *=*) ;;
          *) [ -z "$before" ] || COMPREPLY=("${COMPREPLY[@]/#/$before}") ;;
        esac
      }

      _valida() {
        local words=() command='' option='' current part before i n=-1 glue=''
        # bash breaks --format=json=a.json into five words; they are put together again.
        for ((i = 0; i <= COMP_CWORD; i++)); do
          if [ "${COMP_WORDS[i]}" = = ] && [ "$n" -ge 1 ]; then
            words[n]+="="
            glue=1
          elif [ -n "$glue" ]; then
            words[n]+=${COMP_WORDS[i]}
            glue=''
          else
            n=$((n + 1))
            words[n]=${COMP_WORDS[i]}
          fi
        done
        current=${words[n]}
        part=${current##*=}
        before=${current%"$part"}
        for ((i = 1; i < n; i++)); do
          case ${words[i]} in
            --lang) i=$((i + 1)) ;;
            -*) ;;
            *) command=${words[i]}; break ;;
          esac
        done
        case $current in
          --*=*) option=${current%%=*} ;;
          *) case ${words[n - 1]} in -*) [ "$n" -lt 2 ] || option=${words[n - 1]} ;; esac ;;
        esac
        # What stands behind the option and its own =.
        local value=${current#"$option="}
      """;

  private static final String TAIL =
      """
      }

      complete -F _valida valida\
      """;

  private final CompletionModel model;
  private final List<String> lines = new ArrayList<>();

  private BashCompletion(CompletionModel model) {
    this.model = model;
  }

  static List<String> script(CompletionModel model) {
    var writer = new BashCompletion(model);
    HEAD.lines().forEach(writer.lines::add);
    writer.lines.add("  case $command in");
    writer.root();
    model.commands().forEach(writer::command);
    writer.lines.add("  esac");
    TAIL.lines().forEach(writer.lines::add);
    return writer.lines;
  }

  private void root() {
    var names = model.commands().stream().map(CommandSpec::name).toList();
    var all = new ArrayList<>(names);
    all.add("help");
    all.addAll(CompletionModel.names(CompletionModel.options(model.root())));
    lines.add("    '')");
    lines.add("      case $option in");
    lines.add("        --lang) _valida_reply words " + quoted(Language.ALL) + " ;;");
    lines.add("        *) _valida_reply words " + quoted(all) + " ;;");
    lines.add("      esac");
    lines.add("      ;;");
    lines.add("    help) _valida_reply words " + quoted(names) + " ;;");
  }

  private void command(CommandSpec command) {
    var options = CompletionModel.options(command);
    lines.add("    " + command.name() + ")");
    lines.add("      case $option in");
    for (var option : options) {
      if (CompletionModel.valued(option)) {
        var names = String.join(" | ", option.names());
        lines.add("        " + names + ") " + reply(model.values(option)) + " ;;");
      }
    }
    lines.add("        *)");
    lines.add("          case $current in");
    lines.add(
        "            -?*) _valida_reply words " + quoted(CompletionModel.names(options)) + " ;;");
    for (var positional : command.positionalParameters()) {
      lines.add("            *) " + reply(model.values(positional)) + " ;;");
    }
    lines.add("          esac");
    lines.add("          ;;");
    lines.add("      esac");
    lines.add("      ;;");
  }

  private static String reply(CompletionModel.Values values) {
    return switch (values.kind()) {
      case NONE -> ":";
      case WORDS -> "_valida_reply words " + quoted(values.words());
      case FILES -> "_valida_reply files";
      case FOLDERS -> "_valida_reply folders";
      case LEVELS ->
          second("_valida_reply words " + quoted(CompletionModel.LEVELS))
              + "_valida_reply open "
              + quoted(values.words().stream().map(word -> word + "=").toList())
              + "; fi";
      case REPORTS -> {
        var both = new ArrayList<String>();
        values.words().forEach(word -> both.addAll(List.of(word, word + "=")));
        yield second("_valida_reply files") + "_valida_reply open " + quoted(both) + "; fi";
      }
    };
  }

  /** For values of two parts: how the second is completed. */
  private static String second(String reply) {
    return "if [[ $value == *=* ]]; then " + reply + "; else ";
  }

  private static String quoted(List<String> words) {
    return "'" + String.join(" ", words) + "'";
  }
}
