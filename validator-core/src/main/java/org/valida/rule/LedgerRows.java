package org.valida.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of the {@link Ledger}: plain numbers in blocks, so that a hundred thousand of them fit
 * beside a small heap, and a label each. Some 200 bytes per row.
 */
final class LedgerRows {

  /** Parts of a key that a row has room for. */
  static final int KEYS = 4;

  /** Totals that a row has room for. */
  static final int STAGES = 4;

  private static final int METHOD = 0;
  private static final int PERIOD = 1;
  private static final int INPUT = 2;
  private static final int INDEX = 3;
  private static final int OFFSET = 4;
  private static final int LINE = 5;
  private static final int COLUMN = 6;
  private static final int KNOWN = 7;
  private static final int KEY = 8;
  private static final int TOTAL = KEY + KEYS;
  private static final int WIDTH = TOTAL + STAGES;
  private static final int BLOCK = 1024;
  private static final int FIRST = 4;

  private final List<long[]> blocks = new ArrayList<>();
  private final List<String[]> labels = new ArrayList<>();
  private int size;

  int size() {
    return size;
  }

  /**
   * Adds a row.
   *
   * @param totals null where they cannot be told
   * @param place index in its list, offset, line and column
   */
  void add(
      int method, long[] key, long period, long[] totals, int input, long[] place, String label) {
    makeRoom();
    var block = blocks.get(size / BLOCK);
    int at = size % BLOCK * WIDTH;
    block[at + METHOD] = method;
    block[at + PERIOD] = period;
    block[at + INPUT] = input;
    System.arraycopy(place, 0, block, at + INDEX, 4);
    block[at + KNOWN] = totals == null ? 0 : 1;
    System.arraycopy(key, 0, block, at + KEY, key.length);
    if (totals != null) {
      System.arraycopy(totals, 0, block, at + TOTAL, totals.length);
    }
    labels.get(size / BLOCK)[size % BLOCK] = label;
    size++;
  }

  /**
   * Adds all rows of another table, in their order.
   *
   * @param methods the number that each of its methods has here
   * @param inputs what is to be added to the numbers of its inputs
   */
  void addAll(LedgerRows other, int[] methods, int inputs) {
    for (int row = 0; row < other.size; row++) {
      makeRoom();
      var block = blocks.get(size / BLOCK);
      int at = size % BLOCK * WIDTH;
      System.arraycopy(other.blocks.get(row / BLOCK), row % BLOCK * WIDTH, block, at, WIDTH);
      block[at + METHOD] = methods[other.method(row)];
      block[at + INPUT] += inputs;
      labels.get(size / BLOCK)[size % BLOCK] = other.label(row);
      size++;
    }
  }

  /** Small inputs have a row or two, so the first block begins small and grows. */
  private void makeRoom() {
    int last = blocks.size() - 1;
    if (size == blocks.size() * BLOCK) {
      int rows = last < 0 ? FIRST : BLOCK;
      blocks.add(new long[rows * WIDTH]);
      labels.add(new String[rows]);
    } else if (size % BLOCK == labels.get(last).length) {
      int rows = labels.get(last).length * 2;
      blocks.set(last, Arrays.copyOf(blocks.get(last), rows * WIDTH));
      labels.set(last, Arrays.copyOf(labels.get(last), rows));
    }
  }

  private long field(int row, int field) {
    return blocks.get(row / BLOCK)[row % BLOCK * WIDTH + field];
  }

  int method(int row) {
    return (int) field(row, METHOD);
  }

  long period(int row) {
    return field(row, PERIOD);
  }

  int input(int row) {
    return (int) field(row, INPUT);
  }

  long index(int row) {
    return field(row, INDEX);
  }

  long offset(int row) {
    return field(row, OFFSET);
  }

  long line(int row) {
    return field(row, LINE);
  }

  long column(int row) {
    return field(row, COLUMN);
  }

  boolean known(int row) {
    return field(row, KNOWN) != 0;
  }

  long total(int row, int stage) {
    return field(row, TOTAL + stage);
  }

  String label(int row) {
    return labels.get(row / BLOCK)[row % BLOCK];
  }

  /** Orders rows by ente and year. */
  int compareKeys(int one, int other) {
    for (int k = 0; k < KEYS; k++) {
      int order = Long.compare(field(one, KEY + k), field(other, KEY + k));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Orders rows by method, ente and year, period, and then as they were read. */
  int compare(int one, int other) {
    int order = Integer.compare(method(one), method(other));
    if (order == 0) {
      order = compareKeys(one, other);
    }
    if (order == 0) {
      order = Long.compare(period(one), period(other));
    }
    return order != 0 ? order : Integer.compare(one, other);
  }
}
