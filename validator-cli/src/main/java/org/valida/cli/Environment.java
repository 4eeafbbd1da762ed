package org.valida.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What a run takes from the machine it is on.
 *
 * @param variables of the environment
 * @param folder what relative paths are relative to
 * @param windows whether the system is Windows
 * @param locale of the user, which only Windows keeps outside the variables
 * @param terminal whether standard output is one
 * @param charset of text for people; JSON is always UTF-8
 */
public record Environment(
    Map<String, String> variables,
    Path folder,
    boolean windows,
    Locale locale,
    boolean terminal,
    Charset charset) {

  /** That of this process. */
  static Environment ofProcess() {
    var windows = System.getProperty("os.name", "").startsWith("Windows");
    return new Environment(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        windows,
        Locale.getDefault(),
        isTerminal(),
        charset(windows));
  }

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Whether text on standard output may have colours. */
  boolean colour() {
    var plain = !variable("NO_COLOR").isEmpty() || variable("TERM").equals("dumb");
    // The old Windows console shows the codes themselves.
    var capable = !windows || !variable("WT_SESSION").isEmpty() || !variable("TERM").isEmpty();
    return terminal && !plain && capable;
  }

  @SuppressWarnings("SystemConsoleNull") // Before Java 22 null is how it says so.
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22 there is a console without a terminal too, and this method to tell.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /**
   * UTF-8 unless the console says otherwise; ASCII is what a machine without a language says, and
   * could not write Portuguese.
   */
  private static Charset charset(boolean windows) {
    var name = System.getProperty("stdout.encoding");
    if (name == null && windows) {
      name = System.getProperty("native.encoding");
    }
    if (name == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      var charset = Charset.forName(name);
      return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
