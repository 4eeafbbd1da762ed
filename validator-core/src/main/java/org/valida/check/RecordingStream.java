package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what is read of a stream, so that it can be read again from its beginning. One serves for
 * many streams, one after the other.
 */
final class RecordingStream extends InputStream {

  private static final int BLOCK = 1 << 16;

  private final int most;
  private final List<byte[]> blocks = new ArrayList<>();
  private InputStream source;
  private int kept;

  /** Where a stream begins: most are no longer, so this one is used again. */
  private final byte[] first = new byte[BLOCK];

  /**
   * @param most how many bytes may be kept; then the stream seems to end
   */
  RecordingStream(int most) {
    this.most = most;
  }

  /** Begins anew with another stream; what {@link #again} gave before is of no use then. */
  void begin(InputStream next) {
    source = next;
    blocks.clear();
    kept = 0;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    // In blocks, never moved: what is kept is not needed twice while it grows.
    int used = kept % BLOCK;
    int room = Math.min(Math.min(length, most - kept), BLOCK - used);
    if (room <= 0) {
      return length == 0 ? 0 : -1;
    }
    int count = source.read(into, offset, room);
    if (count > 0) {
      if (used == 0) {
        blocks.add(blocks.isEmpty() ? first : new byte[BLOCK]);
      }
      System.arraycopy(into, offset, blocks.get(blocks.size() - 1), used, count);
      kept += count;
    }
    return count;
  }

  /** Whether all that may be kept was kept. */
  boolean isFull() {
    return kept >= most;
  }

  /** The stream from its beginning: what was kept, which is let go as it is read, then the rest. */
  InputStream again() {
    return new InputStream() {
      private int at;

      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (at == kept) {
          return source.read(into, offset, length);
        }
        int used = at % BLOCK;
        int count = Math.min(length, Math.min(BLOCK - used, kept - at));
        System.arraycopy(blocks.get(at / BLOCK), used, into, offset, count);
        at += count;
        if (at % BLOCK == 0) {
          blocks.set(at / BLOCK - 1, null);
        }
        return count;
      }

      @Override
      public long skip(long bytes) throws IOException {
        return at == kept ? source.skip(bytes) : super.skip(Math.min(bytes, kept - at));
      }
    };
  }
}
