package org.valida.schema;

import java.util.Arrays;

/**
 * Runs of keys of two words in ascending order, no two of which overlap: then no key came twice. So
 * come the items of lists that are sorted, or sorted within groups that stand in any order.
 */
final class KeyRuns {

  /** Runs that ended before the last one began. */
  static final int MOST = 32;

  private static final int WIDTH = 4;

  /** Of each run that ended the words of its first key and of its last; null before one ended. */
  private long[] ended;

  private int count;
  private boolean any;

  // The last run: its first key, its last, and the key of another run that it has not come to.
  private long fromFirst;
  private long fromSecond;
  private long lastFirst;
  private long lastSecond;
  private long untilFirst;
  private long untilSecond;

  /** Forgets all keys, and nothing of them stays in memory. */
  void clear() {
    if (count > 0) {
      Arrays.fill(ended, 0, count * WIDTH, 0);
    }
    any = false;
    count = 0;
    fromFirst = 0;
    fromSecond = 0;
    lastFirst = 0;
    lastSecond = 0;
    untilFirst = 0;
    untilSecond = 0;
  }

  /**
   * Takes a key.
   *
   * @return false if it may have come before, or the keys are in no such order; then this is of no
   *     use until {@link #clear}
   */
  boolean take(long first, long second) {
    if (any
        && less(lastFirst, lastSecond, first, second)
        && less(first, second, untilFirst, untilSecond)) {
      lastFirst = first;
      lastSecond = second;
      return true;
    }
    return begin(first, second, first, second);
  }

  /** Takes all keys of others, as {@link #take} takes one. */
  boolean takeAll(KeyRuns others) {
    for (int at = 0; at < others.count * WIDTH; at += WIDTH) {
      var runs = others.ended;
      if (!takeRun(runs[at], runs[at + 1], runs[at + 2], runs[at + 3])) {
        return false;
      }
    }
    return !others.any
        || takeRun(others.fromFirst, others.fromSecond, others.lastFirst, others.lastSecond);
  }

  private boolean takeRun(long first, long second, long endFirst, long endSecond) {
    if (any
        && less(lastFirst, lastSecond, first, second)
        && less(endFirst, endSecond, untilFirst, untilSecond)) {
      lastFirst = endFirst;
      lastSecond = endSecond;
      return true;
    }
    return begin(first, second, endFirst, endSecond);
  }

  /** Begins a run, of which all these keys are known. */
  private boolean begin(long first, long second, long endFirst, long endSecond) {
    if (any && !end()) {
      return false;
    }
    untilFirst = Long.MAX_VALUE;
    untilSecond = Long.MAX_VALUE;
    for (int at = 0; at < count * WIDTH; at += WIDTH) {
      if (less(endFirst, endSecond, ended[at], ended[at + 1])) {
        if (less(ended[at], ended[at + 1], untilFirst, untilSecond)) {
          untilFirst = ended[at];
          untilSecond = ended[at + 1];
        }
      } else if (!less(ended[at + 2], ended[at + 3], first, second)) {
        return false;
      }
    }
    any = true;
    fromFirst = first;
    fromSecond = second;
    lastFirst = endFirst;
    lastSecond = endSecond;
    return true;
  }

  private boolean end() {
    if (ended == null) {
      ended = new long[MOST * WIDTH];
    }
    if (count == MOST) {
      return false;
    }
    int at = count * WIDTH;
    ended[at] = fromFirst;
    ended[at + 1] = fromSecond;
    ended[at + 2] = lastFirst;
    ended[at + 3] = lastSecond;
    count++;
    return true;
  }

  private static boolean less(long first, long second, long otherFirst, long otherSecond) {
    return first < otherFirst || first == otherFirst && second < otherSecond;
  }
}
