package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A pipe or device that the user named, such as the {@code /dev/fd/63} that a shell makes of {@code
 * <(command)}: read once, like standard input.
 */
record PipeSource(String path, Path location) implements Source {

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(location);
  }

  @Override
  public boolean rereadable() {
    return false;
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }
}
