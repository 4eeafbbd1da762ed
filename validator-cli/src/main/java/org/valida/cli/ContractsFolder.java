package org.valida.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** The folder of a user's own contracts. */
final class ContractsFolder {

  private ContractsFolder() {}

  /**
   * The folder of that name.
   *
   * @throws UseException if there is none
   */
  static Path named(Terminal terminal, String name) throws UseException {
    try {
      var folder = terminal.environment().folder().resolve(name);
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      // No folder can have this name.
    }
    throw new UseException(terminal.phrases().text("use.contracts-folder", Map.of("folder", name)));
  }

  /** Says that the engine could not use it. */
  static UseException broken(Terminal terminal, Path folder, RuntimeException e) {
    var problem = String.valueOf(e.getMessage());
    return new UseException(
        terminal
            .phrases()
            .text("use.contracts-folder-broken", Map.of("folder", folder, "problem", problem)));
  }
}
