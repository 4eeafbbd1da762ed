package org.valida.contract;

import java.util.Arrays;
import java.util.Optional;

/** Where the lines of a table's rows stand in its text. */
abstract sealed class TableRows {

  abstract int size();

  /** Of the row's first character. */
  abstract int begin(int row);

  /** One past the row's last character. */
  abstract int end(int row);

  /**
   * The last row whose code in that column, without its last digits, is this one; {@link
   * CodeTable#NONE} if there is none.
   *
   * @throws IllegalStateException unless the rows are {@link #sorted} by that column
   */
  abstract int find(long code, int divisor);

  /** Whether the rows are known to stand in ascending order of the whole numbers of that column. */
  abstract boolean sorted(int column);

  /** The code of a row that is sorted by it. */
  abstract long code(int row);

  /** As they were found by reading the whole table. */
  static final class Found extends TableRows {
    private int[] begins = new int[64];
    private int[] ends = new int[64];
    private int size;

    void add(int begin, int end) {
      if (size == begins.length) {
        begins = Arrays.copyOf(begins, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      begins[size] = begin;
      ends[size++] = end;
    }

    @Override
    int size() {
      return size;
    }

    @Override
    int begin(int row) {
      return begins[row];
    }

    @Override
    int end(int row) {
      return ends[row];
    }

    @Override
    boolean sorted(int column) {
      return false;
    }

    @Override
    long code(int row) {
      throw new IllegalStateException("no order is known");
    }

    @Override
    int find(long code, int divisor) {
      throw new IllegalStateException("no order is known");
    }

    /**
     * The rows as {@link Written} reads them; empty if other characters than one line feed stand
     * between two rows, or the codes are not in order.
     */
    Optional<String> text(int header, long[] codes) {
      var text = new IndexText.Writer();
      long before = -1;
      int next = header + 1;
      for (int row = 0; row < size; row++) {
        if (begins[row] != next || codes[row] <= before || codes[row] >= Written.LIMIT) {
          return Optional.empty();
        }
        before = codes[row];
        next = ends[row] + 1;
        Written.write(text, begins[row]);
        Written.write(text, (int) codes[row]);
      }
      Written.write(text, next);
      return Optional.of(text.written());
    }
  }

  /**
   * As the build wrote them, for a table whose first column has whole numbers in ascending order:
   * two characters for where each row begins and two for its code, so that nothing must be read
   * before one of them is looked for.
   */
  static final class Written extends TableRows {
    private static final int LIMIT = IndexText.DIGIT * IndexText.DIGIT;
    private static final int ROW = 4;
    private static final int CODE = 2;

    private final String text;

    Written(String text) {
      this.text = text;
    }

    private static void write(IndexText.Writer text, int number) {
      text.number(number / IndexText.DIGIT).number(number % IndexText.DIGIT);
    }

    private int number(int at) {
      return text.charAt(at) * IndexText.DIGIT + text.charAt(at + 1);
    }

    @Override
    int size() {
      return text.length() / ROW;
    }

    @Override
    int begin(int row) {
      return number(row * ROW);
    }

    @Override
    int end(int row) {
      return begin(row + 1) - 1;
    }

    @Override
    boolean sorted(int column) {
      return column == 0;
    }

    @Override
    long code(int row) {
      return number(row * ROW + CODE);
    }

    @Override
    int find(long code, int divisor) {
      int low = 0;
      int high = size() - 1;
      while (low <= high) {
        int middle = low + high >>> 1;
        if (code(middle) / divisor <= code) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return high >= 0 && code(high) / divisor == code ? high : CodeTable.NONE;
    }
  }
}
