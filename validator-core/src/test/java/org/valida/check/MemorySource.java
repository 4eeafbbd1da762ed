package org.valida.check;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An input of a test.
 *
 * @param shared whether several threads may read it at several places, as they may a file; else its
 *     size is not known beforehand, so several are worth several threads
 */
public record MemorySource(String path, byte[] bytes, boolean shared) implements Source {

  public MemorySource(String path, byte[] bytes) {
    this(path, bytes, false);
  }

  static MemorySource of(String path, String text) {
    return new MemorySource(path, text.getBytes(StandardCharsets.UTF_8));
  }

  static MemorySource shared(String path, byte[] bytes) {
    return new MemorySource(path, bytes, true);
  }

  @Override
  public InputStream open() {
    return shared ? new Shared(bytes) : new ByteArrayInputStream(bytes);
  }

  @Override
  public boolean rereadable() {
    return true;
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public OptionalLong size() {
    return shared ? OptionalLong.of(bytes.length) : OptionalLong.empty();
  }

  private static final class Shared extends ByteArrayInputStream implements SharedStream {
    private final byte[] all;

    Shared(byte[] all) {
      super(all);
      this.all = all;
    }

    @Override
    public Optional<InputStream> from(long offset) {
      int from = (int) Math.min(offset, all.length);
      return Optional.of(new ByteArrayInputStream(all, from, all.length - from));
    }
  }
}
