package org.valida.probe;

import java.time.Duration;

/** Keeps requests apart, so that there are at most so many in a second. */
final class Pace {

  private final Time time;
  private final long gap;
  private long next;
  private boolean begun;

  /**
   * @param rate requests a second, more than 0
   */
  Pace(double rate, Time time) {
    this.time = time;
    this.gap = (long) (1e9 / rate);
  }

  /** Waits until the next request may go. */
  void await() throws InterruptedException {
    long wait = begun ? next - time.nanos() : 0;
    if (wait > 0) {
      time.sleep(Duration.ofNanos(wait));
    }
    begun = true;
    next = time.nanos() + gap;
  }
}
