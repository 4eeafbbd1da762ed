package org.valida;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.valida.check.Source;

/** A stream that a program hands in, and that stays its own to close. */
record PayloadSource(InputStream stream) implements Source {

  @Override
  public String path() {
    return "-";
  }

  @Override
  public InputStream open() {
    return new FilterInputStream(stream) {
      @Override
      public void close() {
        // the caller's to close
      }
    };
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
