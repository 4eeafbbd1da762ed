package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongConsumer;

/** An input that tells how far it was read. */
public final class MeteredSource extends ForwardingSource {

  private final LongConsumer progress;

  /**
   * @param progress is given the number of bytes of each piece, by whichever thread reads
   */
  public MeteredSource(Source source, LongConsumer progress) {
    super(source);
    this.progress = progress;
  }

  @Override
  public InputStream open() throws IOException {
    return new Metered(super.open(), progress);
  }

  /** What is passed over is told like what is read; what others read of it is not. */
  private static final class Metered extends FilterInputStream implements SharedStream {
    private final LongConsumer progress;

    Metered(InputStream source, LongConsumer progress) {
      super(source);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      if (one >= 0) {
        progress.accept(1);
      }
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = in.read(into, offset, length);
      if (count > 0) {
        progress.accept(count);
      }
      return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = in.skip(bytes);
      progress.accept(skipped);
      return skipped;
    }

    @Override
    public Optional<InputStream> from(long offset) {
      return SharedStream.from(in, offset);
    }
  }
}
