package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;

/**
 * What is in a gzip file (RFC 1952), member after member. Unlike the stream of {@code
 * java.util.zip} it never ends early without a word: not between two members that come in pieces,
 * and not where something else follows a member.
 */
final class GzipStream extends InputStream {

  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int BUFFER = 1 << 16;

  private final PushbackInputStream in;
  private final CRC32 checksum = new CRC32();
  private InflatedStream member;
  private long length;
  private boolean any;

  GzipStream(InputStream compressed) {
    in = new PushbackInputStream(compressed, BUFFER);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (member != null || begin()) {
      int read = member.read(into, offset, count);
      if (read > 0) {
        checksum.update(into, offset, read);
        length += read;
        return read;
      }
      end();
    }
    return -1;
  }

  /** Begins the next member; false where there is none. */
  private boolean begin() throws IOException {
    int first = in.read();
    // Archives on tapes and disks are filled up with zeros.
    while (any && first == 0) {
      first = in.read();
    }
    if (first < 0 && any) {
      return false;
    }
    if (first != 0x1F || in.read() != 0x8B || in.read() != 8) {
      throw InflatedStream.broken(any ? "data" : "not-gzip");
    }
    int flags = next();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
    any = true;
    member = new InflatedStream(in);
    checksum.reset();
    length = 0;
    return true;
  }

  private void end() throws IOException {
    var surplus = new byte[member.surplus()];
    member.surplus(surplus, 0);
    in.unread(surplus);
    member.end();
    member = null;
    if (number() != checksum.getValue() || number() != (length & 0xFFFF_FFFFL)) {
      throw InflatedStream.broken("checksum");
    }
  }

  private long number() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    int one = in.read();
    if (one < 0) {
      throw InflatedStream.broken("cut-off");
    }
    return one;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // up to the zero that ends it
    }
  }

  @Override
  public void close() throws IOException {
    if (member != null) {
      member.end();
    }
    in.close();
  }
}
