package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * An input that tells how far it was read.
 *
 * @param source the input
 * @param read is given the number of bytes of each piece, by whichever thread reads
 */
public record MeteredSource(Source source, LongConsumer read) implements Source {

  @Override
  public String path() {
    return source.path();
  }

  @Override
  public InputStream open() throws IOException {
    return new FilterInputStream(source.open()) {
      @Override
      public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
          read.accept(1);
        }
        return one;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count > 0) {
          read.accept(count);
        }
        return count;
      }
    };
  }

  @Override
  public boolean rereadable() {
    return source.rereadable();
  }

  @Override
  public Optional<Path> file() {
    return source.file();
  }

  @Override
  public String within() {
    return source.within();
  }

  @Override
  public boolean lines() {
    return source.lines();
  }

  @Override
  public OptionalLong size() {
    return source.size();
  }

  @Override
  public OptionalLong inflatedBefore() {
    return source.inflatedBefore();
  }
}
