package org.valida;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the project that is made from others. Tests hold it against what it should be; {@code
 * -Dvalida.update=true} writes it anew instead.
 */
public final class KeptFile {

  private KeptFile() {}

  /** Fails, saying how to renew the file, unless its text is this; or writes it. */
  public static void holds(Path file, String text) {
    try {
      var kept = Files.exists(file) ? Files.readString(file) : "";
      if (Boolean.getBoolean("valida.update") && !kept.equals(text)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return;
      }
      assertThat(kept)
          .as(
              "%s is stale; to write it anew: mvn test -pl validator-core -Dvalida.update=true",
              TestData.root().relativize(file))
          .isEqualTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
