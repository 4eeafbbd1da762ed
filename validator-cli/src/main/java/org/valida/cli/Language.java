package org.valida.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which language a run speaks: {@code pt} or {@code en}. */
final class Language {

  static final List<String> ALL = List.of("pt", "en");

  private Language() {}

  /**
   * What {@code --lang} says, wherever it stands and even if the rest of the arguments is wrong,
   * else the system's.
   */
  static String of(List<String> arguments, Environment environment) {
    for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      var argument = arguments.get(i);
      if (argument.startsWith("--lang=") && ALL.contains(argument.substring(7))) {
        return argument.substring(7);
      }
      if (argument.equals("--lang")
          && i + 1 < arguments.size()
          && ALL.contains(arguments.get(i + 1))) {
        return arguments.get(i + 1);
      }
    }
    return ofSystem(environment);
  }

  private static String ofSystem(Environment environment) {
    var said =
        // The launcher hands on what was chosen where it had to give Java another locale.
        Stream.of("VALIDA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
            .map(environment::variable)
            .filter(value -> !value.isEmpty())
            .findFirst();
    if (said.isEmpty() && environment.windows()) {
      return of(environment.locale().getLanguage());
    }
    return of(said.orElse(""));
  }

  private static String of(String locale) {
    var name = locale.split("[.@]", 2)[0].toLowerCase(Locale.ROOT);
    var portuguese =
        name.isEmpty() || name.equals("c") || name.equals("posix") || name.startsWith("pt");
    return portuguese ? "pt" : "en";
  }
}
