package org.valida.fix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.valida.check.Source;

/** Reads streams to their ends, in more than one way. */
final class Streams {

  private Streams() {}

  static byte[] whole(Source source) {
    try (var in = source.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] byteByByte(Source source) {
    var out = new ByteArrayOutputStream();
    try (var in = source.open()) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        out.write(b);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
