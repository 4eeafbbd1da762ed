package org.valida.rule;

import java.util.Arrays;

/**
 * Proves of the accounts of a list that there is nothing to say of them, in one pass. It can where
 * those of a source stand together and in ascending order, as in nearly all lists: then the
 * accounts above the next one are a stack. Where it cannot, for whatever reason, the list is judged
 * by its whole hierarchy.
 */
final class OrderlyAccounts {

  /** Where more sources come, they must be in ascending order. */
  static final int SOURCES = 64;

  /** What no code comes to. */
  private static final long BEYOND = Long.MAX_VALUE;

  /** Totals from here on, and of the negative ones those below its opposite, are given up. */
  private static final int TOTAL_BITS = 61;

  private final int values;
  private AccountLevels levels;

  // The accounts above the next one: from which code on accounts are not below it, and what the
  // totals must be then.
  private final long[] ends = new long[AccountLevels.MOST_DIGITS];
  private final long[] due;

  private int depth;

  /** The sources so far, as far as there is room. */
  private final long[] sources = new long[SOURCES];

  private int sourceCount;
  private long greatestSource;

  /** What the accounts without descendants have together. */
  private final long[] totals;

  /** Has one of its highest bits set once a total was too great. */
  private long excess;

  OrderlyAccounts(int values) {
    this.values = values;
    totals = new long[values];
    due = new long[AccountLevels.MOST_DIGITS * values];
  }

  /** Whether there is nothing to say of the accounts of a list, in an era. */
  boolean proves(AccountRows all, Accounts.Era era) {
    if (all.isEmpty() || !begin(all.code(0), era.groups())) {
      return false;
    }
    long[] numbers = all.numbers();
    int end = all.row(all.size());
    int width = all.row(1);
    boolean several = false;
    boolean related = false;
    // Negative once an amount was missing.
    long indexes = 0;
    int next;
    for (int at = 0; at < end; at = next) {
      next = at + width;
      long code = numbers[at + AccountRows.CODE];
      long source = numbers[at + AccountRows.SOURCE];
      indexes |= all.indexAt(at);
      long following = BEYOND;
      if (next < end && numbers[next + AccountRows.SOURCE] == source) {
        following = numbers[next + AccountRows.CODE];
        if (following <= code) {
          return false;
        }
        several = true;
      } else {
        if (code >= levels.end() || !isNew(source)) {
          return false;
        }
        several |= next < end && numbers[next + AccountRows.CODE] != code;
      }
      if (code < levels.least()) {
        return false;
      }
      if (levels.isAbove(code, following)) {
        related = true;
        enter(numbers, at, code + levels.unit(code));
      } else {
        add(numbers, at);
        while (depth > 0 && following >= ends[depth - 1]) {
          depth--;
          if (!addsUp()) {
            return false;
          }
        }
      }
    }
    return indexes >= 0
        && excess >>> TOTAL_BITS + 1 == 0
        && (related
            ? era.sum() != null && era.unexpected() == null
            : !several || era.missing() == null);
  }

  private boolean begin(long code, int[] groups) {
    int digits = AccountLevels.digits(code);
    if (digits < AccountLevels.digits(groups) || digits > AccountLevels.MOST_DIGITS) {
      return false;
    }
    if (levels == null || !levels.isOf(groups, digits)) {
      levels = new AccountLevels(groups, digits);
    }
    depth = 0;
    sourceCount = 0;
    excess = 0;
    Arrays.fill(totals, 0);
    return true;
  }

  /** Whether no account of the source came before. */
  private boolean isNew(long source) {
    if (sourceCount == 0 || source > greatestSource) {
      greatestSource = source;
    } else {
      if (sourceCount >= SOURCES) {
        return false;
      }
      for (int i = 0; i < sourceCount; i++) {
        if (sources[i] == source) {
          return false;
        }
      }
    }
    if (sourceCount < SOURCES) {
      sources[sourceCount] = source;
      sourceCount++;
    }
    return true;
  }

  /** The next account is below the one whose row this is. */
  private void enter(long[] numbers, int row, long end) {
    ends[depth] = end;
    for (int i = 0; i < values; i++) {
      due[depth * values + i] = totals[i] + numbers[row + AccountRows.AMOUNTS + i];
    }
    depth++;
  }

  private void add(long[] numbers, int row) {
    for (int i = 0; i < values; i++) {
      long total = totals[i] + numbers[row + AccountRows.AMOUNTS + i];
      totals[i] = total;
      excess |= total + (1L << TOTAL_BITS);
    }
  }

  /**
   * Whether the account that is left is what the accounts without descendants below it are
   * together. If that is so of all, each is also what those next below it are.
   */
  private boolean addsUp() {
    for (int i = 0; i < values; i++) {
      if (due[depth * values + i] != totals[i]) {
        return false;
      }
    }
    return true;
  }

  /** What the accounts without an ancestor have together, once the list is proven. */
  long total(int value) {
    return totals[value];
  }
}
