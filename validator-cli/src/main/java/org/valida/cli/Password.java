package org.valida.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/**
 * The password of {@code --user}: from {@code --password-file} or {@code VALIDA_PASSWORD}, never an
 * argument, which other users of the machine could see.
 */
record Password(ParseResult command, Terminal terminal) {

  String read() throws UseException {
    String file = command.matchedOptionValue("--password-file", (String) null);
    if (file == null) {
      var password = terminal.environment().variable("VALIDA_PASSWORD");
      if (password.isEmpty()) {
        throw new UseException(terminal.phrases().text("use.serve.user"));
      }
      return password;
    }
    try {
      var path = terminal.environment().folder().resolve(file);
      var password = Files.readString(path, StandardCharsets.UTF_8).replaceFirst("\r?\n\\z", "");
      if (!password.isEmpty()) {
        return password;
      }
    } catch (IOException | InvalidPathException e) {
      // The sentence below says it all.
    }
    throw new UseException(
        terminal.phrases().text("use.serve.password-file", Map.of("file", file)));
  }
}
