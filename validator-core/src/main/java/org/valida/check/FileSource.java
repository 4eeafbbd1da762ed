package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of the file system. Closing what {@link #open} gives tells whether it changed meanwhile.
 */
record FileSource(String path, Path location, long found) implements Source {

  private static final long UNKNOWN = -1;

  /**
   * @param found the bytes that it had when it was found, negative if nobody looked
   */
  FileSource {}

  FileSource(String path, Path location) {
    this(path, location, UNKNOWN);
  }

  @Override
  public InputStream open() throws IOException {
    return UnchangedStream.open(location);
  }

  @Override
  public boolean rereadable() {
    return true;
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(location);
  }

  @Override
  public OptionalLong size() {
    if (found >= 0) {
      return OptionalLong.of(found);
    }
    try {
      return OptionalLong.of(Files.size(location));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
