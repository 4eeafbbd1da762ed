package org.valida.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.cli.CommandSyntax.Kind;
import org.valida.cli.CommandSyntax.Option;

/**
 * Reads arguments that are as most are: a command, its options in full, their values. Whatever is
 * wrong or rare is for {@link LineParser}, which says the same of these, and costs more time than a
 * small check.
 */
final class PlainArguments {

  private final CommandSyntax syntax;
  private final Map<String, Object> options = new HashMap<>();
  private final List<String> rest = new ArrayList<>();

  private PlainArguments(CommandSyntax syntax) {
    this.syntax = syntax;
  }

  /** What they say; empty if they are not plain. */
  static Optional<Arguments> read(List<String> arguments) {
    var syntax = Syntax.find(arguments.get(0));
    return syntax.isEmpty()
        ? Optional.empty()
        : new PlainArguments(syntax.get()).all(arguments.subList(1, arguments.size()));
  }

  private Optional<Arguments> all(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      if (word.equals("--")) {
        var left = words.subList(i + 1, words.size());
        if (left.contains("")) {
          return Optional.empty();
        }
        rest.addAll(left);
        break;
      }
      if (word.equals("-") || word.charAt(0) != '-') {
        rest.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      var option = syntax.option(equals < 0 ? word : word.substring(0, equals));
      if (option.isEmpty() || option.get().kind() == Kind.HELP) {
        return Optional.empty();
      }
      boolean flag = option.get().kind() == Kind.FLAG || option.get().kind() == Kind.HIDDEN_FLAG;
      if (flag) {
        if (equals >= 0) {
          return Optional.empty();
        }
        put(option.get(), true);
        continue;
      }
      String value =
          equals >= 0 ? word.substring(equals + 1) : i + 1 < words.size() ? words.get(++i) : "";
      if (value.isEmpty() || value.startsWith("-")) {
        return Optional.empty();
      }
      put(option.get(), value);
    }
    var found = positional();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Arguments(syntax.name(), options, found.get().orElse(null)));
  }

  private void put(Option option, Object value) {
    for (var name : option.names()) {
      if (option.kind() == Kind.REPEATED) {
        @SuppressWarnings("unchecked") // Nothing else is put there.
        var values = (List<Object>) options.computeIfAbsent(name, key -> new ArrayList<>());
        values.add(value);
      } else {
        options.put(name, value);
      }
    }
  }

  /** Empty if there are more than may be. */
  private Optional<Optional<Object>> positional() {
    if (rest.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    if (syntax.positional().isEmpty()) {
      return Optional.empty();
    }
    if (syntax.positional().get().several()) {
      return Optional.of(Optional.of(rest));
    }
    return rest.size() == 1 ? Optional.of(Optional.of(rest.get(0))) : Optional.empty();
  }
}
