package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Counts the bytes that were read or passed over, and keeps what went wrong, to tell trouble with
 * this input from any other.
 */
final class CountingStream extends FilterInputStream implements SharedStream {

  private long count;
  private IOException failure;

  CountingStream(InputStream source) {
    super(source);
  }

  long count() {
    return count;
  }

  /** Whether that is what went wrong while reading. */
  boolean failedWith(IOException cause) {
    return failure != null && failure == cause;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int read = super.read(into, offset, length);
      count += Math.max(read, 0);
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public long skip(long bytes) throws IOException {
    try {
      long skipped = super.skip(bytes);
      count += skipped;
      return skipped;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public Optional<InputStream> from(long offset) {
    return SharedStream.from(in, offset);
  }
}
