package org.valida.rule;

import java.util.Arrays;

/**
 * Which account is the nearest ancestor of which: an ancestor agrees with a code up to a part and
 * has zeros in all later ones. Sorted by code, an ancestor stands before all its descendants, so
 * one pass with a stack finds them.
 */
final class AccountTree {

  private static final int MOST_DIGITS = 18;

  private final int[] parents;
  private final int[] children;
  private final boolean[] repeated;
  private boolean repeats;
  private boolean several;

  private AccountTree(int size) {
    parents = new int[size];
    children = new int[size];
    repeated = new boolean[size];
    Arrays.fill(parents, -1);
  }

  /**
   * @param codes digits of each account
   * @param sources accounts of different sources are never related
   * @param groups lengths of the parts; digits beyond them are one more part
   * @return null if a code has too few digits for the groups, so that the plan is another one
   */
  static AccountTree of(long[] codes, long[] sources, int[] groups) {
    int due = Arrays.stream(groups).sum();
    int longest = due;
    for (long code : codes) {
      int digits = digits(code);
      if (digits < due || digits > MOST_DIGITS) {
        return null;
      }
      longest = Math.max(longest, digits);
    }
    var padded = new long[codes.length];
    var units = new long[codes.length];
    for (int i = 0; i < codes.length; i++) {
      padded[i] = codes[i] * power(longest - digits(codes[i]));
      units[i] = unit(padded[i], groups, longest);
    }
    var tree = new AccountTree(codes.length);
    for (long code : padded) {
      tree.several |= code != padded[0];
    }
    tree.link(order(padded, sources), padded, sources, units);
    return tree;
  }

  private static int digits(long code) {
    return Long.toString(code).length();
  }

  private static long power(int of) {
    long power = 1;
    for (int i = 0; i < of; i++) {
      power *= 10;
    }
    return power;
  }

  /**
   * What the part behind the last one that is not zero counts: codes that agree above it descend
   * from this one.
   */
  private static long unit(long code, int[] groups, int digits) {
    int behind = digits;
    long unit = 1;
    long smallest = power(digits);
    for (int group : groups) {
      behind -= group;
      unit = power(behind);
      if (code % unit == 0) {
        smallest = unit;
        break;
      }
      smallest = 1;
    }
    return smallest;
  }

  private static int[] order(long[] codes, long[] sources) {
    return IntSort.ascending(codes.length, (a, b) -> compare(codes, sources, a, b));
  }

  private static int compare(long[] codes, long[] sources, int a, int b) {
    int bySource = Long.compare(sources[a], sources[b]);
    return bySource != 0 ? bySource : Long.compare(codes[a], codes[b]);
  }

  private void link(int[] order, long[] codes, long[] sources, long[] units) {
    var stack = new int[order.length];
    int depth = 0;
    for (int at = 0; at < order.length; at++) {
      int account = order[at];
      if (at > 0 && compare(codes, sources, order[at - 1], account) == 0) {
        int twin = order[at - 1];
        repeats = true;
        repeated[twin] = true;
        repeated[account] = true;
        parents[account] = parents[twin];
        if (parents[account] >= 0) {
          children[parents[account]]++;
        }
        continue;
      }
      while (depth > 0 && !isAncestor(stack[depth - 1], account, codes, sources, units)) {
        depth--;
      }
      if (depth > 0) {
        parents[account] = stack[depth - 1];
        children[stack[depth - 1]]++;
      }
      stack[depth++] = account;
    }
  }

  private static boolean isAncestor(
      int upper, int lower, long[] codes, long[] sources, long[] units) {
    return sources[upper] == sources[lower]
        && units[upper] > 1
        && codes[upper] / units[upper] == codes[lower] / units[upper];
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
