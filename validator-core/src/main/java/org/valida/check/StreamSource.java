package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bytes that come once, such as standard input. Closing what {@link #open} gives leaves the stream
 * itself open.
 */
public final class StreamSource implements Source {

  private final String path;
  private final InputStream stream;
  private final AtomicBoolean opened = new AtomicBoolean();

  /**
   * @param path as reports name it
   */
  public StreamSource(String path, InputStream stream) {
    this.path = path;
    this.stream = stream;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public InputStream open() throws IOException {
    if (opened.getAndSet(true)) {
      throw new IOException(path + " can be read only once");
    }
    return new FilterInputStream(stream) {
      @Override
      public void close() {
        // The stream belongs to whoever gave it.
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
