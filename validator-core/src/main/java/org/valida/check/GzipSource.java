package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** A file compressed by gzip; its name without {@code .gz} says what is in it. */
record GzipSource(FileSource compressed) implements Source {

  /** How much larger JSON usually is: only a guess of the work is needed. */
  private static final int RATIO = 10;

  @Override
  public String path() {
    return compressed.path();
  }

  @Override
  public InputStream open() throws IOException {
    return new GzipStream(compressed.open());
  }

  @Override
  public boolean rereadable() {
    return true;
  }

  @Override
  public Optional<Path> file() {
    return compressed.file();
  }

  @Override
  public boolean lines() {
    return Names.isLines(Names.unpacked(path()));
  }

  @Override
  public OptionalLong size() {
    var size = compressed.size();
    return size.isPresent() ? OptionalLong.of(size.getAsLong() * RATIO) : size;
  }

  @Override
  public OptionalLong inflatedBefore() {
    return OptionalLong.of(0);
  }
}
