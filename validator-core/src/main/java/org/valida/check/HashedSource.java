package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An input whose SHA-256 is computed while it is read. Where reading stops early, closing reads the
 * rest, since the hash is one of all bytes. Of what is compressed it is the hash of the content, if
 * that was read to its end.
 */
public final class HashedSource extends ForwardingSource {

  private volatile String sha256;

  public HashedSource(Source source) {
    super(source);
  }

  /** The hash in lower-case hexadecimal, once the input was read and closed. */
  public Optional<String> sha256() {
    return Optional.ofNullable(sha256);
  }

  @Override
  public InputStream open() throws IOException {
    var digest = newDigest();
    return new FilterInputStream(new DigestInputStream(super.open(), digest)) {
      private boolean closed;
      private boolean ended;

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        ended |= read < 0;
        return read;
      }

      @Override
      public void close() throws IOException {
        if (closed) {
          return;
        }
        closed = true;
        try {
          // A bomb is not read to its end for its hash.
          if (sha256 == null && (ended || inflatedBefore().isEmpty())) {
            in.transferTo(OutputStream.nullOutputStream());
            sha256 = HexFormat.of().formatHex(digest.digest());
          }
        } finally {
          in.close();
        }
      }
    };
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
