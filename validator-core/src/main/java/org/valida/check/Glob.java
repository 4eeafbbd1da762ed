package org.valida.check;

import java.util.regex.Pattern;

/**
 * A pattern of file paths written with {@code /}: {@code *} and {@code ?} stay within a name,
 * {@code **} crosses folders and may stand for none, {@code {a,b}} gives alternatives. A pattern
 * that ends in {@code /} means everything below that folder.
 */
public final class Glob {

  private final String text;
  private final Pattern pattern;

  private Glob(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  public static Glob of(String text) {
    return new Glob(text, Pattern.compile(regex(text.endsWith("/") ? text + "**" : text)));
  }

  /** Whether a text has any of the characters that make it a pattern. */
  public static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '{');
  }

  /** Whether the whole path fits. */
  public boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  private static String regex(String glob) {
    var regex = new StringBuilder();
    int open = 0;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> {
          boolean twice = glob.startsWith("**", i);
          boolean folder =
              twice && glob.startsWith("**/", i) && (i == 0 || glob.charAt(i - 1) == '/');
          regex.append(folder ? "(?:.*/)?" : twice ? ".*" : "[^/]*");
          i += folder ? 2 : twice ? 1 : 0;
        }
        case '?' -> regex.append("[^/]");
        case '{' -> {
          boolean closed = glob.indexOf('}', i) >= 0;
          open += closed ? 1 : 0;
          regex.append(closed ? "(?:" : "\\{");
        }
        case '}' -> {
          regex.append(open > 0 ? ")" : "\\}");
          open = Math.max(0, open - 1);
        }
        case ',' -> regex.append(open > 0 ? "|" : ",");
        default -> regex.append("\\^$.|?+()[]".indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return regex.append(")".repeat(open)).toString();
  }
}
