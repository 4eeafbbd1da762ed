package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.valida.json.LimitPassedException;
import org.valida.json.Limits;

/** What comes out of an archive or over the network, up to {@code inflated-bytes}. */
public final class LimitedStream extends FilterInputStream {

  private final long maximum;
  private long left;
  private boolean passed;

  /**
   * @param before bytes that count toward the maximum and come before these
   */
  public LimitedStream(InputStream source, long before, long maximum) {
    super(source);
    this.maximum = maximum;
    this.left = Math.max(0, maximum - before);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left > 0 || length == 0) {
      int read = super.read(into, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
    passed |= super.read() >= 0;
    if (!passed) {
      return -1;
    }
    throw new LimitPassedException(Limits.Kind.INFLATED, maximum);
  }
}
