package org.valida.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What a run takes from the machine it is on.
 *
 * @param variables of the environment
 * @param folder what relative paths are relative to
 * @param windows whether the system is Windows
 * @param locale of the user, which only Windows keeps outside the variables
 * @param terminal whether standard output is one
 * @param charset of text for people on standard output; JSON is always UTF-8
 * @param errorCharset of standard error, which may go elsewhere
 */
public record Environment(
    Map<String, String> variables,
    Path folder,
    boolean windows,
    Locale locale,
    boolean terminal,
    Charset charset,
    Charset errorCharset) {

  /** With one charset for both streams. */
  public Environment(
      Map<String, String> variables,
      Path folder,
      boolean windows,
      Locale locale,
      boolean terminal,
      Charset charset) {
    this(variables, folder, windows, locale, terminal, charset, charset);
  }

  /** That of this process. */
  static Environment ofProcess() {
    var windows = System.getProperty("os.name", "").startsWith("Windows");
    return new Environment(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        windows,
        Locale.getDefault(),
        isTerminal(),
        charset("stdout", windows, System.getProperties()),
        charset("stderr", windows, System.getProperties()));
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
   *
   * @param stream {@code stdout} or {@code stderr}
   * @param properties of the system
   */
  static Charset charset(String stream, boolean windows, Properties properties) {
    var name = properties.getProperty(stream + ".encoding");
    if (name == null) {
      name = properties.getProperty("sun." + stream + ".encoding"); // Before Java 19.
    }
    if (name == null && windows) {
      name = properties.getProperty("native.encoding");
    }
    if (name == null || name.equals("cp65001")) {
      return StandardCharsets.UTF_8;
    }
    try {
      var charset = Charset.forName(name);
      return charset.equals(StandardCharsets.US_ASCII) || !charset.canEncode()
          ? StandardCharsets.UTF_8
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
