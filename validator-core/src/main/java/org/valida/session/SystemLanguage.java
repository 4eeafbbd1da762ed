package org.valida.session;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The language of the system that a tool runs on: {@code pt} or {@code en}; {@code pt} where there
 * is none.
 */
public final class SystemLanguage {

  private SystemLanguage() {}

  /** The launcher hands on what was chosen where it had to give Java another locale. */
  private static final List<String> VARIABLES =
      List.of("VALIDA_LANG", "LC_ALL", "LC_MESSAGES", "LANG");

  /**
   * @param variables of the environment
   * @param windows whether the system is Windows, which keeps the user's language elsewhere
   * @param locale of the user
   */
  public static String of(Map<String, String> variables, boolean windows, Locale locale) {
    for (var name : VARIABLES) {
      var said = variables.getOrDefault(name, "");
      if (!said.isEmpty()) {
        return of(said);
      }
    }
    return of(windows ? locale.getLanguage() : "");
  }

  private static String of(String locale) {
    int end = 0;
    while (end < locale.length() && locale.charAt(end) != '.' && locale.charAt(end) != '@') {
      end++;
    }
    var name = locale.substring(0, end).toLowerCase(Locale.ROOT);
    var portuguese =
        name.isEmpty() || name.equals("c") || name.equals("posix") || name.startsWith("pt");
    return portuguese ? "pt" : "en";
  }
}
