package org.valida.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * An output that remembers that it failed, so that a closed pipe or a full disk is told from other
 * trouble.
 */
public final class WatchedOutput extends FilterOutputStream {

  private IOException failure;

  public WatchedOutput(OutputStream out) {
    super(out);
  }

  /** The last trouble, if there was any. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Whether the reader at the other end went away; every system's words for that have this one in
   * them.
   */
  public boolean closedPipe() {
    return failure != null
        && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }

  @Override
  public void write(int b) throws IOException {
    guarded(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    guarded(() -> out.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    guarded(out::flush);
  }

  private interface Writing {
    void write() throws IOException;
  }

  private void guarded(Writing writing) throws IOException {
    try {
      writing.write();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
