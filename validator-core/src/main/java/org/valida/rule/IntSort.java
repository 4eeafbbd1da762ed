package org.valida.rule;

/** Sorts numbers by any order, in place: what {@code Arrays.sort} offers only for objects. */
final class IntSort {

  /** An order of numbers that stand for something. */
  @FunctionalInterface
  interface Order {
    int compare(int one, int other);
  }

  private IntSort() {}

  /** The numbers from 0 on, sorted; quick where they are sorted already. */
  static int[] ascending(int size, Order order) {
    var numbers = new int[size];
    ascending(numbers, size, order);
    return numbers;
  }

  /** Fills in the numbers from 0 on, sorted. */
  static void ascending(int[] numbers, int size, Order order) {
    boolean sorted = true;
    for (int i = 0; i < size; i++) {
      numbers[i] = i;
      sorted = sorted && (i == 0 || order.compare(i - 1, i) <= 0);
    }
    if (!sorted) {
      sort(numbers, size, order);
    }
  }

  /**
   * Sorts the first {@code size} numbers: a heap sort, for it needs no second array and has no bad
   * case.
   */
  static void sort(int[] numbers, int size, Order order) {
    for (int root = size / 2 - 1; root >= 0; root--) {
      sink(numbers, root, size, order);
    }
    for (int end = size - 1; end > 0; end--) {
      int greatest = numbers[0];
      numbers[0] = numbers[end];
      numbers[end] = greatest;
      sink(numbers, 0, end, order);
    }
  }

  private static void sink(int[] numbers, int from, int size, Order order) {
    int root = from;
    int number = numbers[root];
    while (true) {
      int child = 2 * root + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && order.compare(numbers[child], numbers[child + 1]) < 0) {
        child++;
      }
      if (order.compare(number, numbers[child]) >= 0) {
        break;
      }
      numbers[root] = numbers[child];
      root = child;
    }
    numbers[root] = number;
  }
}
