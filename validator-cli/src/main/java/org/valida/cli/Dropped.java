package org.valida.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that somebody dropped on {@code valida.cmd}. Windows starts a script as {@code cmd.exe
 * /c ""script" file "another file""} and puts only names with blanks into quotes, so that to the
 * script a name ends at its first {@code &}. This line, as it was, is in the variable {@value
 * #LINE}.
 */
final class Dropped {

  static final String LINE = "VALIDA_COMMAND_LINE";

  private static final Pattern START =
      Pattern.compile("(?i)\\s/c\\s+\"(?<rest>\"[^\"]*\\.cmd\"(\\s.*)?)$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  private Dropped() {}

  /** Their names; none where the script was started in another way. */
  static List<String> files(Environment environment) {
    var line = environment.variable(LINE).strip();
    Matcher start = START.matcher(line);
    if (!start.find()) {
      return List.of();
    }
    var rest = start.group("rest");
    var files = new ArrayList<String>();
    var words = WORD.matcher(rest.endsWith("\"") ? rest.substring(0, rest.length() - 1) : rest);
    while (words.find()) {
      files.add(words.group(1) == null ? words.group() : words.group(1));
    }
    return files.isEmpty() ? List.of() : List.copyOf(files.subList(1, files.size()));
  }
}
