package org.valida.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may stand behind the name of a command. Its texts are named by their keys. */
final class CommandSyntax {

  /** What an option is. */
  enum Kind {
    /** Asks for the help. */
    HELP,
    /** Is there or not. */
    FLAG,
    /** A flag that users are not told of. */
    HIDDEN_FLAG,
    /** Has a value; the last one counts. */
    VALUED,
    /** Has a value, and all of them count. */
    REPEATED
  }

  /**
   * An option.
   *
   * @param label of its value
   * @param key of its description
   */
  record Option(Kind kind, String label, String key, List<String> names) {}

  /**
   * What is no option.
   *
   * @param several whether there may be more than one
   * @param key of its description
   */
  record Positional(String label, boolean several, String key) {}

  private final String name;
  private final List<Option> options = new ArrayList<>();
  private Positional positional;
  private String footer;

  CommandSyntax(String name) {
    this.name = name;
  }

  void addOption(Option option) {
    options.add(option);
  }

  void addPositional(Positional only) {
    positional = only;
  }

  void footer(String key) {
    footer = key;
  }

  String name() {
    return name;
  }

  List<Option> options() {
    return options;
  }

  Optional<Positional> positional() {
    return Optional.ofNullable(positional);
  }

  /** The key of what the help says at its end. */
  Optional<String> footer() {
    return Optional.ofNullable(footer);
  }

  /** The option of that name, as it is written. */
  Optional<Option> option(String written) {
    for (var option : options) {
      if (option.names().contains(written)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }
}
