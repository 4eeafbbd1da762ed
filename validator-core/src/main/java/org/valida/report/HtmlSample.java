package org.valida.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.violation.Violation;

/**
 * The violations that the page lists: so many of each rule in each file, and never more than {@link
 * #BOUND}. Where there would be more, all rules and files give way alike: how many are kept of each
 * is halved until they fit.
 */
final class HtmlSample {

  /** Violations on one page, some 4 MB of it. A browser filters and sorts them at once. */
  static final int BOUND = 10_000;

  /** Where a violation was found. */
  record Found(String path, Violation violation) {}

  private record Origin(String path, String rule) {}

  private final Map<Origin, List<Found>> kept = new LinkedHashMap<>();
  private final int bound;
  private long most;
  private int size;

  /**
   * @param most kept of each rule in each file; 0 for as many as fit
   */
  HtmlSample(long most) {
    this(most, BOUND);
  }

  HtmlSample(long most, int bound) {
    this.bound = bound;
    this.most = most == 0 ? bound : Math.min(most, bound);
  }

  void add(String path, Violation violation) {
    var origin = new Origin(path, violation.rule().id());
    var same = kept.get(origin);
    if (same != null && same.size() >= most || size == bound && !makeRoom()) {
      return;
    }
    if (same == null) {
      same = new ArrayList<>(1);
      kept.put(origin, same);
    }
    // Making room may have filled it to its new measure.
    if (same.size() < most) {
      same.add(new Found(path, violation));
      size++;
    }
  }

  private boolean makeRoom() {
    while (size >= bound && most > 1) {
      most /= 2;
      size = 0;
      for (var some : kept.values()) {
        if (some.size() > most) {
          some.subList((int) most, some.size()).clear();
        }
        size += some.size();
      }
    }
    return size < bound;
  }

  /** How many of each rule in each file were kept at most. */
  long most() {
    return most;
  }

  int size() {
    return size;
  }

  /** By rule and file, in the order in which those came up. */
  List<Found> all() {
    return kept.values().stream().flatMap(List::stream).toList();
  }
}
