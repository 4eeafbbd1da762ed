package org.valida.schema;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Bytes that nobody can guess. */
final class Unguessable {

  private static final String DEVICE = "/dev/urandom";

  private Unguessable() {}

  /**
   * New ones at each call. They come from where {@link SecureRandom} has them from, but without the
   * providers that it loads first, which would take a tenth of a small check.
   */
  static ByteBuffer bytes(int count) {
    try (var device = new FileInputStream(DEVICE)) {
      var bytes = device.readNBytes(count);
      if (bytes.length == count) {
        return ByteBuffer.wrap(bytes);
      }
    } catch (IOException e) {
      // There is no such device on every system.
    }
    var bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
