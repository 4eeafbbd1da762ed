package org.valida.server.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a secret, which is all that is kept of it. Comparing takes the same time always.
 */
record Digest(byte[] sha256) {

  static Digest of(String secret) {
    try {
      return new Digest(
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest digest && MessageDigest.isEqual(sha256, digest.sha256);
  }

  @Override
  public int hashCode() {
    return (sha256[0] & 0xFF) << 24
        | (sha256[1] & 0xFF) << 16
        | (sha256[2] & 0xFF) << 8
        | sha256[3] & 0xFF;
  }

  @Override
  public String toString() {
    return "***";
  }
}
