package org.valida.cli;

import java.util.List;
import org.valida.session.SystemLanguage;

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
    return SystemLanguage.of(environment.variables(), environment.windows(), environment.locale());
  }
}
