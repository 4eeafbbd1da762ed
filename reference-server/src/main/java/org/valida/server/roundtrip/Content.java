package org.valida.server.roundtrip;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Stream;

/**
 * What stands for the items of a row, in whatever order they come: the sum of their hashes, so that
 * thousands of rows can be remembered.
 *
 * @param items how many
 */
record Content(long high, long low, int items) {

  static Content of(Stream<String> meanings) {
    var digest = digest();
    return meanings
        .map(meaning -> of(digest.digest(meaning.getBytes(UTF_16BE))))
        .reduce(new Content(0, 0, 0), Content::plus);
  }

  private static Content of(byte[] hash) {
    var buffer = ByteBuffer.wrap(hash);
    return new Content(buffer.getLong(), buffer.getLong(), 1);
  }

  private Content plus(Content other) {
    return new Content(high + other.high, low + other.low, items + other.items);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
