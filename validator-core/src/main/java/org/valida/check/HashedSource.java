package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An input whose SHA-256 is computed while it is read. Where reading stops early, closing reads the
 * rest, since the hash is one of all bytes. Of what is compressed it is the hash of the content, if
 * that was read to its end.
 */
public final class HashedSource implements Source {

  private final Source source;
  private volatile String sha256;

  public HashedSource(Source source) {
    this.source = source;
  }

  /** The hash in lower-case hexadecimal, once the input was read and closed. */
  public Optional<String> sha256() {
    return Optional.ofNullable(sha256);
  }

  @Override
  public String path() {
    return source.path();
  }

  @Override
  public InputStream open() throws IOException {
    var digest = newDigest();
    return new FilterInputStream(new DigestInputStream(source.open(), digest)) {
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
          if (sha256 == null && (ended || source.inflatedBefore().isEmpty())) {
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

  @Override
  public boolean rereadable() {
    return source.rereadable();
  }

  @Override
  public Optional<Path> file() {
    return source.file();
  }

  @Override
  public String within() {
    return source.within();
  }

  @Override
  public boolean lines() {
    return source.lines();
  }

  @Override
  public OptionalLong size() {
    return source.size();
  }

  @Override
  public OptionalLong inflatedBefore() {
    return source.inflatedBefore();
  }
}
