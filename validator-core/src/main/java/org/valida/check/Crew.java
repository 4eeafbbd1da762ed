package org.valida.check;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads that check inputs ahead of the one that reports them. Inputs are begun and handed out in
 * their order, and only a few ahead of the report.
 */
final class Crew implements AutoCloseable {

  /** Less than this is read sooner than threads are started. */
  private static final long WORTHWHILE = 1 << 20;

  /** How many lanes may be begun for each thread and not yet be reported. */
  private static final int AHEAD = 4;

  /**
   * Inputs that are together no larger go one way: a hand-over takes as long as to read a few KB.
   */
  private static final long SMALL = 1 << 16;

  private static final int MOST_INPUTS = 64;

  private static final int MOST_THREADS = 256;

  private final CheckRun.Plan plan;
  private final boolean totals;
  private final int most;
  private final ExecutorService threads;
  private final Queue<InputCheck> idle = new ConcurrentLinkedQueue<>();
  private final Queue<Lane> begun = new ArrayDeque<>();

  /**
   * @param wanted how many threads, at least 1
   * @param totals whether somebody wants the totals of entes
   */
  Crew(CheckRun.Plan plan, int wanted, boolean totals) {
    int size = Math.min(wanted, MOST_THREADS);
    this.plan = plan;
    this.totals = totals;
    this.most = size * AHEAD;
    this.threads =
        Executors.newFixedThreadPool(
            size,
            work -> {
              var thread = new Thread(work, "valida-check");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Whether there is enough to read for several threads. */
  static boolean isWorthwhile(List<? extends Source> sources) {
    long bytes = 0;
    for (int i = 0; i < sources.size() && bytes < WORTHWHILE; i++) {
      bytes += sources.get(i).size().orElse(WORTHWHILE);
    }
    return sources.size() > 1 && bytes >= WORTHWHILE;
  }

  /** Where the inputs end that one thread checks together: one, or several small ones. */
  static int end(List<? extends Source> sources, int from) {
    int end = from;
    long bytes = 0;
    do {
      bytes += sources.get(end).size().orElse(SMALL + 1);
      end++;
    } while (end < sources.size()
        && end - from < MOST_INPUTS
        && bytes + sources.get(end).size().orElse(SMALL + 1) <= SMALL);
    return end;
  }

  /** Whether another lane may be begun. */
  boolean hasRoom() {
    return begun.size() < most;
  }

  void begin(List<Input> inputs) {
    var lane = new Lane(inputs);
    begun.add(lane);
    threads.execute(() -> check(lane));
  }

  private void check(Lane lane) {
    var ready = idle.poll();
    var check = ready == null ? new InputCheck(plan, totals, new Parting(1)) : ready;
    try {
      for (var input : lane.inputs()) {
        lane.begin(input);
        lane.end(check.check(input, lane));
      }
      var remembered = check.memory().take();
      idle.add(check);
      lane.ended(remembered);
    } catch (RuntimeException | Error e) {
      lane.failed(e);
    }
  }

  /** The inputs that are reported next; there must be some. */
  Lane first() {
    return begun.element();
  }

  /** The first ones were reported. */
  void reported() {
    begun.remove();
  }

  /** Stops whoever still works. */
  @Override
  public void close() {
    begun.forEach(Lane::abandon);
    threads.shutdownNow();
  }
}
