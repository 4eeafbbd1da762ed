package org.valida.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Keeps what is read of a stream, so that it can be read again from its beginning. */
final class RecordingStream extends InputStream {

  private final InputStream source;
  private final int most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1 << 16);

  /**
   * @param most how many bytes may be kept; then the stream seems to end
   */
  RecordingStream(InputStream source, int most) {
    this.source = source;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int room = Math.min(length, most - kept.size());
    if (room <= 0) {
      return length == 0 ? 0 : -1;
    }
    int count = source.read(into, offset, room);
    if (count > 0) {
      kept.write(into, offset, count);
    }
    return count;
  }

  /** Whether all that may be kept was kept. */
  boolean isFull() {
    return kept.size() >= most;
  }

  /** The stream from its beginning: what was kept, then the rest. Its end closes nothing. */
  InputStream again() {
    var rest =
        new FilterInputStream(source) {
          @Override
          public void close() {
            // Whoever opened the source closes it.
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(kept.toByteArray()), rest);
  }
}
