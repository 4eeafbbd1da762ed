package org.valida.check;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** An input of a test that several threads may read, as they may a file. */
record SharedBytes(String path, byte[] bytes) implements Source {

  @Override
  public InputStream open() {
    return new Shared(bytes);
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
    return OptionalLong.of(bytes.length);
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
