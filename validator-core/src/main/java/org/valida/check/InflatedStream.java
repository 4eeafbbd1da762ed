package org.valida.check;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Bytes of a deflated stream without header. What is wrong with them is {@code archive-broken}. */
final class InflatedStream extends InflaterInputStream {

  private static final int BUFFER = 1 << 16;

  InflatedStream(InputStream deflated) {
    super(deflated, new Inflater(true), BUFFER);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      return super.read(into, offset, length);
    } catch (EOFException e) {
      throw broken("cut-off");
    } catch (ZipException e) {
      throw broken("data");
    }
  }

  /** How many bytes were taken from behind the end of the deflated data. */
  int surplus() {
    return inf.getRemaining();
  }

  /** Puts those bytes at the end of an array, which must have room. */
  void surplus(byte[] into, int from) {
    System.arraycopy(buf, len - surplus(), into, from, surplus());
  }

  /** Gives back the memory of the inflater, and leaves the stream below open. */
  void end() {
    inf.end();
  }

  @Override
  public void close() throws IOException {
    end();
    super.close();
  }

  static InputException broken(String reason) {
    return new InputException("archive-broken", java.util.Map.of("reason", reason));
  }
}
