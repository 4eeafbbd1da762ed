package org.valida.server.web;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * The body of a request, which has to come at a certain rate. Reading it holds a thread, and a
 * client that sends a byte now and then is never idle.
 */
final class PacedBody extends FilterInputStream {

  /** The client is too slow. */
  static final class SlowException extends IOException {

    private static final long serialVersionUID = 1L;

    SlowException() {
      super("the body comes too slowly");
    }
  }

  private final Limits limits;
  private final LongSupplier nanos;
  private final long begun;
  private long bytes;

  PacedBody(InputStream body, Limits limits, LongSupplier nanos) {
    super(body);
    this.limits = limits;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  static InputStream of(Context context, Limits limits) {
    return new PacedBody(context.bodyInputStream(), limits, System::nanoTime);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) throws SlowException {
    bytes += read;
    double allowed = limits.grace().toNanos() + 1e9 * bytes / limits.bytesPerSecond();
    if (read > 0 && nanos.getAsLong() - begun > allowed) {
      throw new SlowException();
    }
  }
}
