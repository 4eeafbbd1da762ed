package org.valida;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.valida.check.Source;

/** A payload that a program hands in: a file, or a stream that stays its own to close. */
final class PayloadSource implements Source {

  private final Path file;
  private final InputStream stream;

  PayloadSource(Path file) {
    this.file = file;
    this.stream = null;
  }

  PayloadSource(InputStream stream) {
    this.file = null;
    this.stream = stream;
  }

  @Override
  public String path() {
    return file == null ? "-" : file.toString().replace('\\', '/');
  }

  @Override
  public InputStream open() throws IOException {
    if (file != null) {
      return Files.newInputStream(file);
    }
    return new FilterInputStream(stream) {
      @Override
      public void close() {
        // the caller's to close
      }
    };
  }

  @Override
  public boolean rereadable() {
    return file != null;
  }

  @Override
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
