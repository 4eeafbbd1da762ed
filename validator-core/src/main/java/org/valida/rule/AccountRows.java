package org.valida.rule;

import java.util.Arrays;
import org.valida.schema.Frame;
import org.valida.schema.Place;

/**
 * The accounts of a list as they came, all numbers of one side by side: six and its amounts. Reused
 * from list to list.
 */
final class AccountRows {

  /** Where a row has its numbers, from its beginning on. */
  static final int CODE = 0;

  static final int SOURCE = 1;
  static final int AMOUNTS = 2;

  private static final int OFFSET = 0;
  private static final int LINE = 1;
  private static final int COLUMN = 2;
  private static final int INDEX = 3;
  private static final int OTHERS = 4;

  private static final int FIRST = 64;

  private final int[] values;
  private final int others;
  private final int width;
  private long[] numbers;
  private int size;
  private int end;

  /** For amounts in these slots. */
  AccountRows(int[] values) {
    this.values = values;
    others = AMOUNTS + values.length;
    width = others + OTHERS;
    numbers = new long[FIRST * width];
  }

  void clear() {
    size = 0;
    end = 0;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The numbers of all rows. */
  long[] numbers() {
    return numbers;
  }

  /** Where the row of an account begins among the {@link #numbers}. */
  int row(int account) {
    return account * width;
  }

  /** Adds an account. */
  void add(Frame item, long code, long source) {
    if (end == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.multiplyExact(numbers.length, 2));
    }
    var row = numbers;
    int at = end;
    row[at + CODE] = code;
    row[at + SOURCE] = source;
    boolean complete = true;
    for (int i = 0; i < values.length; i++) {
      var slot = item.slot(values[i]);
      boolean told = slot.hasNumber();
      complete &= told;
      row[at + AMOUNTS + i] = told ? slot.number() : 0;
    }
    int other = at + others;
    row[other + OFFSET] = item.offset();
    row[other + LINE] = item.line();
    row[other + COLUMN] = item.column();
    row[other + INDEX] = complete ? item.index() : ~item.index();
    end = at + width;
    size++;
  }

  long code(int account) {
    return numbers[row(account) + CODE];
  }

  long source(int account) {
    return numbers[row(account) + SOURCE];
  }

  /** An amount; 0 where it is missing. */
  long amount(int account, int value) {
    return numbers[row(account) + AMOUNTS + value];
  }

  /** Whether all amounts came. */
  boolean isComplete(int account) {
    return indexAt(row(account)) >= 0;
  }

  /** The position of the account whose row begins there; where an amount is missing, negative. */
  long indexAt(int row) {
    return numbers[row + others + INDEX];
  }

  /**
   * Where an account stands.
   *
   * @param prefix of its pointer
   */
  Place place(int account, CharSequence prefix) {
    int at = row(account) + others;
    long index = numbers[at + INDEX];
    return new Place(
        prefix.toString() + (index < 0 ? ~index : index),
        numbers[at + OFFSET],
        numbers[at + LINE],
        numbers[at + COLUMN]);
  }
}
