package org.valida.rule;

/**
 * Sorts numbers by any order: what {@code Arrays.sort} offers only for objects. Runs that are in
 * order already are merged, so what is nearly sorted takes little time; equal ones keep their
 * order.
 */
final class IntSort {

  /** An order of numbers that stand for something. */
  @FunctionalInterface
  interface Order {
    int compare(int one, int other);
  }

  private IntSort() {}

  /** The numbers from 0 on, sorted. */
  static int[] ascending(int size, Order order) {
    var numbers = new int[size];
    return ascending(numbers, new int[size], size, order);
  }

  /**
   * Fills in the numbers from 0 on, sorted.
   *
   * @param numbers has room for them, as has {@code spare}
   * @return which of the two holds them
   */
  static int[] ascending(int[] numbers, int[] spare, int size, Order order) {
    for (int i = 0; i < size; i++) {
      numbers[i] = i;
    }
    int[] from = numbers;
    int[] to = spare;
    while (runEnd(from, 0, size, order) < size) {
      int start = 0;
      while (start < size) {
        int middle = runEnd(from, start, size, order);
        int end = runEnd(from, middle, size, order);
        merge(from, start, middle, end, to, order);
        start = end;
      }
      int[] sorted = to;
      to = from;
      from = sorted;
    }
    return from;
  }

  /** One past the last number of the run that begins there. */
  private static int runEnd(int[] numbers, int start, int size, Order order) {
    if (start >= size) {
      return size;
    }
    int end = start + 1;
    while (end < size && order.compare(numbers[end - 1], numbers[end]) <= 0) {
      end++;
    }
    return end;
  }

  private static void merge(int[] from, int start, int middle, int end, int[] to, Order order) {
    int one = start;
    int other = middle;
    for (int at = start; at < end; at++) {
      if (other == end || one < middle && order.compare(from[one], from[other]) <= 0) {
        to[at] = from[one++];
      } else {
        to[at] = from[other++];
      }
    }
  }
}
