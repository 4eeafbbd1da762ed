package org.valida.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.valida.check.Configuration;
import org.valida.session.Preparation;

/**
 * A file that is written because a configuration says so. The configuration may have come with the
 * payloads, so nothing outside of its folder is written, wherever links lead.
 */
final class ConfiguredFile {

  private ConfiguredFile() {}

  /**
   * @throws UseException if it lies elsewhere
   */
  static void verify(
      Path file, Configuration configuration, Preparation preparation, Terminal terminal)
      throws UseException {
    if (!isInside(file, configuration.file().toAbsolutePath().getParent())) {
      throw new UseException(
          terminal
              .phrases()
              .text(
                  "use.configured-elsewhere",
                  Map.of(
                      "file",
                      preparation.shown(file),
                      "configuration",
                      preparation.shown(configuration.file()))));
    }
  }

  private static boolean isInside(Path file, Path folder) {
    try {
      var real =
          Files.exists(file)
              ? file.toRealPath()
              : file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
      return real.startsWith(folder.toRealPath());
    } catch (IOException e) {
      // Its folder is not there, which is told when it is written.
      return true;
    }
  }
}
