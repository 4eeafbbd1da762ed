package org.valida.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Map;
import org.valida.check.Inputs;

/** The password of {@code --user}: never an argument, which other users of the machine can see. */
final class Password {

  private static final String VARIABLE = "VALIDA_PASSWORD";

  private Password() {}

  /** That of {@code --password-file}, else of the variable VALIDA_PASSWORD. */
  static String of(Arguments command, Terminal terminal) throws UseException {
    String file = command.matchedOptionValue("--password-file", (String) null);
    if (file != null) {
      return read("use.serve.password-file", file, terminal);
    }
    var password = terminal.environment().variable(VARIABLE);
    if (password.isEmpty()) {
      throw new UseException(terminal.phrases().text("use.serve.user"));
    }
    return password;
  }

  /**
   * The secret that stands in a file, without the end of its line.
   *
   * @param key of the sentence that it cannot be read
   */
  static String read(String key, String file, Terminal terminal) throws UseException {
    try {
      var text =
          Files.readString(terminal.environment().folder().resolve(file), StandardCharsets.UTF_8);
      var password = text.replaceFirst("\r?\n\\z", "");
      if (!password.isEmpty()) {
        return password;
      }
    } catch (IOException | InvalidPathException e) {
      // The sentence below says it all.
    }
    throw new UseException(terminal.phrases().text(key, Map.of("file", Inputs.shown(file))));
  }
}
