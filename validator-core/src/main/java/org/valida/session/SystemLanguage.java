package org.valida.session;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The language of the system that a tool runs on: {@code pt} or {@code en}; {@code pt} where there
 * is none.
 */
public final class SystemLanguage {

  private SystemLanguage() {}

  /**
   * @param variables of the environment
   * @param windows whether the system is Windows, which keeps the user's language elsewhere
   * @param locale of the user
   */
  public static String of(Map<String, String> variables, boolean windows, Locale locale) {
    var said =
        // The launcher hands on what was chosen where it had to give Java another locale.
        Stream.of("VALIDA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> variables.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst();
    if (said.isEmpty() && windows) {
      return of(locale.getLanguage());
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
