package org.valida.rule;

import java.util.Arrays;

/**
 * Which account is the nearest ancestor of which: an ancestor agrees with a code up to a part and
 * has zeros in all later ones. Sorted by code, an ancestor stands before all its descendants, so
 * one pass with a stack finds them. Reused from list to list.
 */
final class AccountTree {

  private final IntSort.Order order = (a, b) -> compare(a, b);
  private long[] sources = {};
  private long[] codes = {};
  private long[] units = {};
  private int[] parents = {};
  private int[] children = {};
  private boolean[] repeated = {};
  private int[] numbers = {};
  private int[] spare = {};
  private int[] stack = {};
  private AccountLevels levels;
  private boolean repeats;
  private boolean several;

  /**
   * Relates the accounts of a list; those of an earlier one are forgotten.
   *
   * @param given digits of each account
   * @param from the source of each; accounts of different sources are never related
   * @param size how many accounts there are
   * @param groups lengths of the parts; digits beyond them are one more part
   * @return false if a code has too few digits for the groups, so that the plan is another one
   */
  boolean grow(long[] given, long[] from, int size, int[] groups) {
    int due = AccountLevels.digits(groups);
    int longest = due;
    long least = AccountLevels.power(due - 1);
    long end = AccountLevels.power(due);
    for (int i = 0; i < size; i++) {
      // Most accounts have the digits that are due, which two comparisons tell.
      if (given[i] < least || given[i] >= end) {
        int digits = AccountLevels.digits(given[i]);
        if (digits < due || digits > AccountLevels.MOST_DIGITS) {
          return false;
        }
        longest = Math.max(longest, digits);
      }
    }
    boolean equal = longest == due;
    if (levels == null || !levels.isOf(groups, longest)) {
      levels = new AccountLevels(groups, longest);
    }
    makeRoom(size);
    sources = from;
    repeats = false;
    several = false;
    for (int i = 0; i < size; i++) {
      codes[i] =
          equal
              ? given[i]
              : given[i] * AccountLevels.power(longest - AccountLevels.digits(given[i]));
      units[i] = levels.unit(codes[i]);
      several |= codes[i] != codes[0];
    }
    link(IntSort.ascending(numbers, spare, size, order), size);
    return true;
  }

  private void makeRoom(int size) {
    if (parents.length < size) {
      int room = Math.max(64, Integer.highestOneBit(size) * 2);
      codes = new long[room];
      units = new long[room];
      parents = new int[room];
      children = new int[room];
      repeated = new boolean[room];
      numbers = new int[room];
      spare = new int[room];
      stack = new int[room];
    }
    Arrays.fill(parents, 0, size, -1);
    Arrays.fill(children, 0, size, 0);
    Arrays.fill(repeated, 0, size, false);
  }

  private int compare(int a, int b) {
    int bySource = Long.compare(sources[a], sources[b]);
    return bySource != 0 ? bySource : Long.compare(codes[a], codes[b]);
  }

  private void link(int[] sorted, int size) {
    int depth = 0;
    for (int at = 0; at < size; at++) {
      int account = sorted[at];
      if (at > 0 && compare(sorted[at - 1], account) == 0) {
        int twin = sorted[at - 1];
        repeats = true;
        repeated[twin] = true;
        repeated[account] = true;
        parents[account] = parents[twin];
        if (parents[account] >= 0) {
          children[parents[account]]++;
        }
        continue;
      }
      while (depth > 0 && !isAncestor(stack[depth - 1], account)) {
        depth--;
      }
      if (depth > 0) {
        parents[account] = stack[depth - 1];
        children[stack[depth - 1]]++;
      }
      stack[depth++] = account;
    }
  }

  private boolean isAncestor(int upper, int lower) {
    if (sources[upper] != sources[lower] || units[upper] <= 1) {
      return false;
    }
    long above = codes[upper];
    return above >= 0
        // A code is a multiple of its unit: this needs no division.
        ? codes[lower] >= above && codes[lower] - above < units[upper]
        : above / units[upper] == codes[lower] / units[upper];
  }

  /** The nearest ancestor in the list, or -1. */
  int parent(int account) {
    return parents[account];
  }

  /** How many accounts have this one as their nearest ancestor. */
  int children(int account) {
    return children[account];
  }

  /** Whether another account has the same code and source. */
  boolean isRepeated(int account) {
    return repeated[account];
  }

  /** Whether there is more than one code, whatever the sources. */
  boolean hasSeveral() {
    return several;
  }

  boolean repeats() {
    return repeats;
  }
}
