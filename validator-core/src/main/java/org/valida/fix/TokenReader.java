package org.valida.fix;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.valida.json.Limits;

/** Reads single tokens out of a document, from its beginning to its end, by their offsets. */
final class TokenReader implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int MOST = Limits.defaults().stringBytes();

  private final InputStream in;
  private long position;

  TokenReader(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  /**
   * The text, name or number that begins at this offset; empty where something else stands.
   *
   * @param offset beyond the token that was read before
   */
  Optional<byte[]> at(long offset) throws IOException {
    if (offset < position) {
      return Optional.empty();
    }
    in.skipNBytes(offset - position);
    position = offset;
    int first = read();
    if (first == '"') {
      return text();
    }
    return first == '-' || first >= '0' && first <= '9'
        ? Optional.of(number(first))
        : Optional.empty();
  }

  /** The bytes from here on, as they stand. */
  byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    position += bytes.length;
    return bytes;
  }

  private Optional<byte[]> text() throws IOException {
    var token = new ByteArrayOutputStream();
    token.write('"');
    boolean escaped = false;
    for (int b = read(); b >= 0 && token.size() < MOST; b = read()) {
      token.write(b);
      if (b == '"' && !escaped) {
        return Optional.of(token.toByteArray());
      }
      escaped = b == '\\' && !escaped;
    }
    return Optional.empty();
  }

  private byte[] number(int first) throws IOException {
    var token = new ByteArrayOutputStream();
    int b = first;
    while (b >= '0' && b <= '9' || b == '-' || b == '+' || b == '.' || (b | 0x20) == 'e') {
      token.write(b);
      in.mark(1);
      b = read();
    }
    if (b >= 0) {
      // It belongs to what follows, where another token may begin.
      in.reset();
      position--;
    }
    return token.toByteArray();
  }

  private int read() throws IOException {
    int b = in.read();
    position += b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
