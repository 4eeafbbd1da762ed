package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of the file system. */
record FileSource(String path, Path location) implements Source {

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(location);
  }

  @Override
  public boolean rereadable() {
    return true;
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(location);
  }
}
