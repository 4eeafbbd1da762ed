package org.valida.check;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** An input of a test. Its size is not known beforehand, so several are worth several threads. */
public record MemorySource(String path, byte[] bytes) implements Source {

  static MemorySource of(String path, String text) {
    return new MemorySource(path, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public boolean rereadable() {
    return true;
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }
}
