package org.valida.split;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Hands out pieces of a document, from its beginning to its end. */
final class Slices {

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private long position;

  Slices(InputStream in) {
    this.in = in;
  }

  /** Copies what stands up to there to all of these; to none, it is passed over. */
  void copy(long end, List<? extends OutputStream> outs) throws IOException {
    while (position < end) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, end - position));
      if (count < 0) {
        throw new EOFException();
      }
      write(count, outs);
    }
  }

  /** Copies the rest. */
  void copyRest(List<? extends OutputStream> outs) throws IOException {
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      write(count, outs);
    }
  }

  private void write(int count, List<? extends OutputStream> outs) throws IOException {
    for (var out : outs) {
      out.write(buffer, 0, count);
    }
    position += count;
  }
}
