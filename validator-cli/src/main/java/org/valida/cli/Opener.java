package org.valida.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a file to the user with the program that the system has for it. */
interface Opener {

  void open(Path file) throws IOException;

  /** That of the system; it does nothing where nobody would see a window. */
  static Opener of(Environment environment) {
    return file -> {
      var command = command(environment, System.getProperty("os.name", ""), file);
      if (!command.isEmpty()) {
        start(command);
      }
    };
  }

  /** How to open it; empty where there is no screen. */
  static List<String> command(Environment environment, String system, Path file) {
    if (environment.windows()) {
      // The first text in quotes would be taken for the window's title. Within quotes the names'
      // own & and ( mean nothing; Java passes on what is in quotes already as it is.
      return List.of("cmd.exe", "/c", "start", "\"\"", "\"" + file + "\"");
    }
    if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
      return List.of("open", file.toString());
    }
    boolean screen =
        !environment.variable("DISPLAY").isEmpty()
            || !environment.variable("WAYLAND_DISPLAY").isEmpty();
    return screen ? List.of("xdg-open", file.toString()) : List.of();
  }

  private static void start(List<String> command) throws IOException {
    new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
