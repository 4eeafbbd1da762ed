package org.valida.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Values of one measure, in the order of the rounds.
 *
 * @param values at least one
 */
record Series(List<Double> values) {

  double median() {
    var sorted = sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double least() {
    return sorted().findFirst().orElseThrow();
  }

  double most() {
    return sorted().max().orElseThrow();
  }

  private DoubleStream sorted() {
    return values.stream().mapToDouble(Double::doubleValue).sorted();
  }

  /** Each value over the other series' of the same round. */
  Series over(Series other) {
    int rounds = Math.min(values.size(), other.values.size());
    return new Series(
        java.util.stream.IntStream.range(0, rounds)
            .mapToObj(round -> values.get(round) / other.values.get(round))
            .toList());
  }

  /** Median, and in brackets the least and the most: {@code 1.23 (1.10–1.31)}. */
  String shown() {
    return number(median())
        + (values.size() == 1 ? "" : " (" + number(least()) + "–" + number(most()) + ")");
  }

  /** Three significant digits. */
  static String number(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.3f", value);
  }
}
