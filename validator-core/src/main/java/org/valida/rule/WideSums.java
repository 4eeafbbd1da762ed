package org.valida.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Sums of amounts of money in cents, exact whatever the amounts, for up to 2<sup>31</sup> of them
 * each.
 */
final class WideSums {

  private static final long LOW = 0xFFFF_FFFFL;

  /** The halves of each sum, of which the lower one may run over. */
  private long[] high = {};

  private long[] low = {};

  /** Begins so many sums at nothing. */
  void clear(int count) {
    if (high.length < count) {
      high = new long[count];
      low = new long[count];
    } else {
      Arrays.fill(high, 0, count, 0);
      Arrays.fill(low, 0, count, 0);
    }
  }

  void add(int sum, long amount) {
    high[sum] += amount >> Integer.SIZE;
    low[sum] += amount & LOW;
  }

  boolean is(int sum, long amount) {
    return high(sum) == amount >> Integer.SIZE && (low[sum] & LOW) == (amount & LOW);
  }

  private long high(int sum) {
    return high[sum] + (low[sum] >>> Integer.SIZE);
  }

  BigDecimal of(int sum) {
    return new BigDecimal(
        BigInteger.valueOf(high(sum))
            .shiftLeft(Integer.SIZE)
            .add(BigInteger.valueOf(low[sum] & LOW)),
        2);
  }
}
