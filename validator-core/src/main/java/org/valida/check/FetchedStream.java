package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The body of an answer, which comes in time or not at all. */
public final class FetchedStream extends FilterInputStream {

  private final long silence;
  private final long deadline;
  private final ScheduledExecutorService alarms;
  private volatile boolean late;

  /**
   * @param silence how long a read may take
   * @param deadline when all must have been read, as {@link System#nanoTime}
   */
  public FetchedStream(
      InputStream body, Duration silence, long deadline, ScheduledExecutorService alarms) {
    super(body);
    this.silence = silence.toNanos();
    this.deadline = deadline;
    this.alarms = alarms;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    long patience = Math.min(silence, deadline - System.nanoTime());
    var alarm = alarms.schedule(this::giveUp, Math.max(0, patience), TimeUnit.NANOSECONDS);
    try {
      int read = super.read(into, offset, length);
      if (late) {
        throw new InputException("address-timeout");
      }
      return read;
    } catch (InputException e) {
      throw e;
    } catch (IOException e) {
      throw late
          ? new InputException("address-timeout")
          : new InputException("address-unreachable", Map.of("reason", "broken-off"));
    } finally {
      alarm.cancel(false);
    }
  }

  /** Wakes the thread that reads. */
  private void giveUp() {
    late = true;
    try {
      in.close();
    } catch (IOException e) {
      // The reader is told that it was too late.
    }
  }
}
