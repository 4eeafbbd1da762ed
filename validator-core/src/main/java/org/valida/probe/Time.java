package org.valida.probe;

import java.time.Duration;

/** A clock that can be waited by. */
public interface Time {

  /** That of the system. */
  Time SYSTEM =
      new Time() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
          Thread.sleep(duration.toMillis() + 1);
        }
      };

  /** Nanoseconds since some moment. */
  long nanos();

  /** Waits at least that long. */
  void sleep(Duration duration) throws InterruptedException;
}
