package org.valida.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;

/**
 * The classes of code points that a list of sets cannot tell apart, numbered from 0. A code point
 * stands for its class: two of one class are in the same sets.
 */
final class EcmaAlphabet {

  private final int[] ascii = new int[128];
  private final int[] edges;
  private final int[] classes;
  private final List<Integer> samples = new ArrayList<>();

  EcmaAlphabet(List<EcmaSet> sets) {
    var places = new TreeSet<Integer>();
    places.add(0);
    for (var set : sets) {
      places.addAll(set.edges());
    }
    places.remove(EcmaSet.LIMIT);
    edges = new int[places.size()];
    int count = 0;
    for (int place : places) {
      edges[count++] = place;
    }
    classes = new int[edges.length];
    for (var set : sets) {
      refine(set);
    }
    number();
    for (var i = 0; i < edges.length && edges[i] < ascii.length; i++) {
      var end = i + 1 < edges.length ? Math.min(edges[i + 1], ascii.length) : ascii.length;
      Arrays.fill(ascii, edges[i], end, classes[i]);
    }
  }

  /** Splits each class into those in the set and those not. */
  private void refine(EcmaSet set) {
    var parts = new HashMap<Long, Integer>();
    for (var i = 0; i < edges.length; i++) {
      var part = classes[i] * 2L + (set.contains(edges[i]) ? 1 : 0);
      var known = parts.putIfAbsent(part, parts.size());
      classes[i] = known == null ? parts.size() - 1 : known;
    }
  }

  private void number() {
    var numbers = new HashMap<Integer, Integer>();
    for (var i = 0; i < edges.length; i++) {
      if (!numbers.containsKey(classes[i])) {
        numbers.put(classes[i], samples.size());
        samples.add(edges[i]);
      }
      classes[i] = numbers.get(classes[i]);
    }
  }

  /** How many classes there are. */
  int size() {
    return samples.size();
  }

  /** One code point of the class. */
  int sample(int number) {
    return samples.get(number);
  }

  /** The class of a code point, from 0 to before {@link EcmaSet#LIMIT}. */
  int classOf(int codePoint) {
    return codePoint < ascii.length ? ascii[codePoint] : search(codePoint);
  }

  /** Whether a code point beyond ASCII is of the class. */
  boolean isBeyondAscii(int number) {
    for (var i = 0; i < edges.length; i++) {
      var end = i + 1 < edges.length ? edges[i + 1] : EcmaSet.LIMIT;
      if (classes[i] == number && end > ascii.length) {
        return true;
      }
    }
    return false;
  }

  private int search(int codePoint) {
    var at = Arrays.binarySearch(edges, codePoint);
    return classes[at >= 0 ? at : -at - 2];
  }
}
