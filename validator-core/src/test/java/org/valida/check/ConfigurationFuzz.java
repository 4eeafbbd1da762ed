package org.valida.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.valida.report.FailureText;

/** Any bytes as a valida.yaml: followed, or refused in one line that names a place in it. */
public final class ConfigurationFuzz {

  private static final Path FILE = file();

  private ConfigurationFuzz() {}

  private static Path file() {
    try {
      var file = Files.createTempFile("valida", ".yaml");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] yaml) throws IOException {
    boolean braces = new String(yaml, StandardCharsets.ISO_8859_1).contains("{");
    Files.write(FILE, yaml);
    try {
      Configuration.read(FILE, "valida.yaml");
    } catch (ConfigurationException e) {
      for (var language : new String[] {"pt", "en"}) {
        var line = FailureText.of(language).line(e.failure());
        if (!line.startsWith("valida.yaml")
            || line.indexOf('\n') >= 0
            || !braces && line.contains("{")) {
          throw new AssertionError(line);
        }
      }
    }
  }
}
