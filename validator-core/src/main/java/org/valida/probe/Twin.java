package org.valida.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;

/** Lets a second reader, in another thread, see the bytes that the first reads. */
final class Twin extends FilterInputStream {

  private static final int BUFFER = 1 << 16;

  private final PipedOutputStream pipe = new PipedOutputStream();
  private final PipedInputStream second;

  Twin(InputStream source) throws IOException {
    super(source);
    this.second = new PipedInputStream(pipe, BUFFER);
  }

  /** What the second reader reads; it must be read to its end. */
  InputStream second() {
    return second;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read > 0) {
      pipe.write(into, offset, read);
      // Else the other side only looks once a second.
      pipe.flush();
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    pipe.close();
    super.close();
  }
}
