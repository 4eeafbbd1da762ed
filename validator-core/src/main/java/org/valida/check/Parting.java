package org.valida.check;

import java.util.concurrent.atomic.AtomicInteger;

/** Whether and how the documents of a run are read in parts, and how often that was of use. */
final class Parting {

  /** Bytes of a part: little is lost where one must be read again, and little where one begins. */
  private static final int PART = 4 << 20;

  /** Less than this is read sooner than a thread is started. */
  private static final long WORTHWHILE = 4L * PART;

  /** More than these wait for the one that takes over. */
  private static final int MOST_THREADS = 16;

  private final int threads;
  private final long least;
  private final int part;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  Parting(int threads) {
    this(threads, WORTHWHILE, PART);
  }

  /**
   * @param threads that read a document together, at least 1
   * @param least bytes that are worth several threads
   * @param part about the bytes of a part
   */
  Parting(int threads, long least, int part) {
    this.threads = Math.min(threads, MOST_THREADS);
    this.least = least;
    this.part = part;
  }

  int threads() {
    return threads;
  }

  int part() {
    return part;
  }

  boolean isWorthwhile(long bytes) {
    return threads > 1 && bytes >= least;
  }

  void countThread() {
    begun.incrementAndGet();
  }

  void count(boolean takenOver) {
    (takenOver ? taken : refused).incrementAndGet();
  }

  /** Threads that were started. */
  int begun() {
    return begun.get();
  }

  /** Parts that were taken over. */
  int taken() {
    return taken.get();
  }

  /** Parts that were read in turn, whatever became of them before. */
  int refused() {
    return refused.get();
  }
}
