package org.valida.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * An immutable set of Unicode code points, surrogates included, kept as a sorted list of the places
 * where membership changes: {@code edges[0]} is the first member, {@code edges[1]} the first
 * non-member after it, and so on.
 */
final class EcmaSet {

  /** One past the last code point. */
  static final int LIMIT = Character.MAX_CODE_POINT + 1;

  static final EcmaSet NONE = new EcmaSet(new int[0]);
  static final EcmaSet ALL = range(0, Character.MAX_CODE_POINT);

  /** {@code \d}: ECMA-262 knows only the ASCII digits. */
  static final EcmaSet DIGIT = range('0', '9');

  /** {@code \w}: ECMA-262 knows only ASCII word characters. */
  static final EcmaSet WORD = ofHex("30-39 41-5A 5F 61-7A");

  /** {@code \s}: WhiteSpace and LineTerminator of ECMA-262, which are U+FEFF and all of Zs too. */
  static final EcmaSet SPACE = ofHex("9-D 20 A0 1680 2000-200A 2028-2029 202F 205F 3000 FEFF");

  /** {@code .}: everything but a LineTerminator of ECMA-262. */
  static final EcmaSet DOT = ofHex("A D 2028-2029").negate();

  private final int[] edges;
  private final long low;
  private final long high;

  private EcmaSet(int[] edges) {
    this.edges = edges;
    long bits = 0;
    long moreBits = 0;
    for (var i = 0; i < edges.length && edges[i] < 128; i += 2) {
      for (var c = edges[i]; c < Math.min(edges[i + 1], 128); c++) {
        bits |= c < 64 ? 1L << c : 0;
        moreBits |= c < 64 ? 0 : 1L << c - 64;
      }
    }
    low = bits;
    high = moreBits;
  }

  static EcmaSet of(int codePoint) {
    return range(codePoint, codePoint);
  }

  /** From {@code first} to {@code last}, both included. */
  static EcmaSet range(int first, int last) {
    return new EcmaSet(new int[] {first, last + 1});
  }

  /** Reads a list such as {@code "9-D 20 A0"}: hexadecimal code points and ranges, in any order. */
  static EcmaSet ofHex(String list) {
    var sets = new ArrayList<EcmaSet>();
    for (var item : list.trim().split(" ", -1)) {
      var dash = item.indexOf('-');
      var first = Integer.parseInt(dash < 0 ? item : item.substring(0, dash), 16);
      sets.add(range(first, dash < 0 ? first : Integer.parseInt(item.substring(dash + 1), 16)));
    }
    return union(sets);
  }

  /** All code points that pass the test; asks for each of the 1,114,112. */
  static EcmaSet matching(IntPredicate test) {
    return partition(c -> test.test(c) ? 1 : 0).getOrDefault(1, NONE);
  }

  /** The code points by what the function says of them; none for a number it never says. */
  static Map<Integer, EcmaSet> partition(IntUnaryOperator kind) {
    var ranges = new HashMap<Integer, List<EcmaSet>>();
    var first = 0;
    for (var c = 1; c <= LIMIT; c++) {
      if (c == LIMIT || kind.applyAsInt(c) != kind.applyAsInt(first)) {
        var key = kind.applyAsInt(first);
        ranges.computeIfAbsent(key, fresh -> new ArrayList<>()).add(range(first, c - 1));
        first = c;
      }
    }
    var sets = new HashMap<Integer, EcmaSet>();
    ranges.forEach((key, parts) -> sets.put(key, union(parts)));
    return Map.copyOf(sets);
  }

  static EcmaSet union(Collection<EcmaSet> sets) {
    var ranges = new ArrayList<int[]>();
    for (var set : sets) {
      for (var i = 0; i < set.edges.length; i += 2) {
        ranges.add(new int[] {set.edges[i], set.edges[i + 1]});
      }
    }
    ranges.sort((a, b) -> Integer.compare(a[0], b[0]));
    var merged = new int[ranges.size() * 2];
    var count = 0;
    for (var range : ranges) {
      if (count > 0 && range[0] <= merged[count - 1]) {
        merged[count - 1] = Math.max(merged[count - 1], range[1]);
      } else {
        merged[count++] = range[0];
        merged[count++] = range[1];
      }
    }
    return new EcmaSet(Arrays.copyOf(merged, count));
  }

  EcmaSet negate() {
    if (edges.length == 0) {
      return ALL;
    }
    var fromZero = edges[0] == 0;
    var toLimit = edges[edges.length - 1] == LIMIT;
    var flipped = new int[edges.length + (fromZero ? -1 : 1) + (toLimit ? -1 : 1)];
    System.arraycopy(
        edges,
        fromZero ? 1 : 0,
        flipped,
        fromZero ? 0 : 1,
        edges.length - (fromZero ? 1 : 0) - (toLimit ? 1 : 0));
    if (!toLimit) {
      flipped[flipped.length - 1] = LIMIT;
    }
    return new EcmaSet(flipped);
  }

  boolean contains(int codePoint) {
    if (codePoint < 64) {
      return (low >>> codePoint & 1) != 0;
    }
    return codePoint < 128 ? (high >>> codePoint - 64 & 1) != 0 : search(codePoint);
  }

  private boolean search(int codePoint) {
    var at = Arrays.binarySearch(edges, codePoint);
    return ((at >= 0 ? at : -at - 2) & 1) == 0;
  }

  /** Whether the set is one code point, and that a surrogate. */
  boolean isLoneSurrogate() {
    return edges.length == 2
        && edges[1] == edges[0] + 1
        && Character.getType(edges[0]) == Character.SURROGATE;
  }

  /** The places where membership changes, in ascending order. */
  List<Integer> edges() {
    var places = new ArrayList<Integer>(edges.length);
    for (var edge : edges) {
      places.add(edge);
    }
    return places;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EcmaSet set && Arrays.equals(edges, set.edges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }
}
