package org.valida.fix;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A document whose bytes change while it is read; so none can be passed over unread. */
abstract class RewritingStream extends FilterInputStream {

  private static final int PASSED_AT_ONCE = 1 << 13;

  RewritingStream(InputStream document) {
    super(document);
  }

  /** As {@link InputStream#read(byte[], int, int)}; {@code length} is at least 1. */
  abstract int rewrite(byte[] bytes, int offset, int length) throws IOException;

  @Override
  public final int read(byte[] bytes, int offset, int length) throws IOException {
    return length == 0 ? 0 : rewrite(bytes, offset, length);
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return rewrite(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public final long skip(long count) throws IOException {
    byte[] passed = new byte[(int) Math.max(0, Math.min(count, PASSED_AT_ONCE))];
    return Math.max(read(passed, 0, passed.length), 0);
  }

  @Override
  public final int available() {
    return 0;
  }

  @Override
  public final boolean markSupported() {
    return false;
  }
}
