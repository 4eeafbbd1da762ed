package org.valida.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.valida.schema.Shift;

/**
 * The rows of the {@link Ledger}, each in as few bytes as its numbers need, so that a hundred
 * thousand of them fit beside a small heap. Some 70 bytes per row, its label included.
 */
final class LedgerRows {

  /** Parts of a key that a row has room for. */
  static final int KEYS = 4;

  /** Totals that a row has room for. */
  static final int STAGES = 4;

  /** What a row holds, beside its label. */
  static final class Row {
    int method;
    final long[] key = new long[KEYS];
    long period;
    int input;

    /** Position in its list, from 0. */
    long index;

    long offset;
    long line;
    long column;

    /** Whether the totals can be told. */
    boolean known;

    final long[] totals = new long[STAGES];

    /** What names the record to a person. */
    final StringBuilder label = new StringBuilder();
  }

  // The order in which a row is written: what rows are ordered by comes first.
  private static final int METHOD = 0;
  private static final int KEY = 1;
  private static final int PERIOD = KEY + KEYS;
  private static final int INPUT = PERIOD + 1;
  private static final int KNOWN = INPUT + 1;
  private static final int TOTAL = KNOWN + 1;
  private static final int INDEX = TOTAL + STAGES;
  private static final int OFFSET = INDEX + 1;
  private static final int LINE = OFFSET + 1;
  private static final int COLUMN = LINE + 1;
  private static final int LABEL = COLUMN + 1;

  /** A label that is longer than any other is cut, and still told from none. */
  private static final int LONGEST_LABEL = 4096;

  private static final int BLOCK = 1024;
  private static final int FIRST = 4;

  private final ByteLog log = new ByteLog();
  private final List<long[]> positions = new ArrayList<>();
  private final ByteLog.Reader reader = log.reader();
  private final ByteLog.Reader second = log.reader();
  private int size;

  int size() {
    return size;
  }

  void add(Row row) {
    int labelled = Math.min(row.label.length(), LONGEST_LABEL);
    remember(log.begin(LABEL + 1 + labelled));
    log.write(row.method);
    for (long part : row.key) {
      log.write(part);
    }
    log.write(row.period);
    log.write(row.input);
    log.write(row.known ? 1 : 0);
    for (long total : row.totals) {
      log.write(row.known ? total : 0);
    }
    log.write(row.index);
    log.write(row.offset);
    log.write(row.line);
    log.write(row.column);
    log.write(labelled);
    for (int i = 0; i < labelled; i++) {
      log.write(row.label.charAt(i));
    }
  }

  private void remember(long position) {
    int last = positions.size() - 1;
    if (size == positions.size() * BLOCK) {
      positions.add(new long[last < 0 ? FIRST : BLOCK]);
    } else if (size % BLOCK == positions.get(last).length) {
      positions.set(last, Arrays.copyOf(positions.get(last), positions.get(last).length * 2));
    }
    positions.get(size / BLOCK)[size % BLOCK] = position;
    size++;
  }

  /**
   * Adds all rows of another table, in their order.
   *
   * @param methods the number that each of its methods has here
   * @param inputs the number that each of its inputs has here
   * @param shift to where its rows are
   */
  void addAll(LedgerRows other, int[] methods, int[] inputs, Shift shift) {
    var row = new Row();
    for (int i = 0; i < other.size; i++) {
      other.read(i, row);
      row.method = methods[row.method];
      row.input = inputs[row.input];
      row.index += shift.index();
      row.column = shift.column(row.line, row.column);
      row.line = shift.line(row.line);
      add(row);
    }
  }

  private void read(int number, Row row) {
    seek(number, METHOD);
    row.method = (int) reader.next();
    for (int k = 0; k < KEYS; k++) {
      row.key[k] = reader.next();
    }
    row.period = reader.next();
    row.input = (int) reader.next();
    row.known = reader.next() != 0;
    for (int s = 0; s < STAGES; s++) {
      row.totals[s] = reader.next();
    }
    row.index = reader.next();
    row.offset = reader.next();
    row.line = reader.next();
    row.column = reader.next();
    row.label.setLength(0);
    for (long left = reader.next(); left > 0; left--) {
      row.label.append((char) reader.next());
    }
  }

  private void seek(int row, int field) {
    reader.seek(position(row));
    reader.skip(field);
  }

  private long position(int row) {
    return positions.get(row / BLOCK)[row % BLOCK];
  }

  private long field(int row, int field) {
    seek(row, field);
    return reader.next();
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
    var read = new Row();
    read(row, read);
    return read.label.toString();
  }

  /** Orders rows by ente and year. */
  int compareKeys(int one, int other) {
    return compare(one, other, KEY, KEY + KEYS);
  }

  /** Orders rows by method, ente and year, period, and then as they were read. */
  int compare(int one, int other) {
    int order = compare(one, other, METHOD, PERIOD + 1);
    return order != 0 ? order : Integer.compare(one, other);
  }

  /** Compares the fields of two rows from one to before another, the first that differs. */
  private int compare(int one, int other, int from, int to) {
    seek(one, from);
    second.seek(position(other));
    second.skip(from);
    for (int field = from; field < to; field++) {
      int order = Long.compare(reader.next(), second.next());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
