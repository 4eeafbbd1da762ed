package org.valida.fix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.valida.check.ForwardingSource;
import org.valida.check.Source;

/** Bytes that came once, such as standard input, held to be read several times. */
public final class HeldSource extends ForwardingSource {

  /** The most bytes that are held; a longer document belongs into a file. */
  public static final int MOST_BYTES = 64 << 20;

  private final byte[] bytes;

  private HeldSource(Source source, byte[] bytes) {
    super(source);
    this.bytes = bytes;
  }

  /**
   * Reads a source to its end.
   *
   * @return nothing if it is longer than {@link #MOST_BYTES}
   * @throws IOException if it cannot be read
   */
  public static Optional<HeldSource> of(Source source) throws IOException {
    try (var in = source.open()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? Optional.empty()
          : Optional.of(new HeldSource(source, bytes));
    }
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public boolean rereadable() {
    return true;
  }
}
