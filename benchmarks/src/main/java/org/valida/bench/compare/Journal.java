package org.valida.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured so far, a line each, so that a comparison that broke off goes on where it was.
 */
final class Journal {

  /**
   * One figure.
   *
   * @param part which measure it belongs to, such as {@code whole/17}
   * @param name who was measured
   * @param round from 1
   * @param value seconds or megabytes per second
   */
  record Entry(String part, String name, int round, double value, double megabytes, String says) {
    private String line() {
      return String.join(
          "\t",
          part,
          name,
          String.valueOf(round),
          String.format(Locale.ROOT, "%.4f", value),
          String.format(Locale.ROOT, "%.1f", megabytes),
          says);
    }

    private static Entry of(String line) {
      var cells = line.split("\t", -1);
      return new Entry(
          cells[0],
          cells[1],
          Integer.parseInt(cells[2]),
          Double.parseDouble(cells[3]),
          Double.parseDouble(cells[4]),
          cells[5]);
    }
  }

  private final Path file;
  private final List<Entry> entries = new ArrayList<>();

  Journal(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      Files.readAllLines(file).stream().map(Entry::of).forEach(entries::add);
    }
  }

  void add(Entry entry) throws IOException {
    entries.add(entry);
    Files.writeString(
        file, entry.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.err.printf(
        Locale.ROOT,
        "%-28s %-26s round %d  %10.3f  %8.1f MB  %s%n",
        entry.part(),
        entry.name(),
        entry.round(),
        entry.value(),
        entry.megabytes(),
        entry.says());
  }

  boolean has(String part, String name, int round) {
    return entries.stream()
        .anyMatch(e -> e.part().equals(part) && e.name().equals(name) && e.round() == round);
  }

  List<Entry> of(String part, String name) {
    return entries.stream().filter(e -> e.part().equals(part) && e.name().equals(name)).toList();
  }

  /** Who was measured in a part, in the order of the first round. */
  List<String> names(String part) {
    return entries.stream().filter(e -> e.part().equals(part)).map(Entry::name).distinct().toList();
  }

  Optional<Series> values(String part, String name) {
    return series(of(part, name).stream().map(Entry::value).toList());
  }

  Optional<Series> megabytes(String part, String name) {
    return series(of(part, name).stream().map(Entry::megabytes).toList());
  }

  /** The value of one over the other's, round by round; empty where one was not measured. */
  Optional<Series> ratio(String part, String name, String over) {
    var one = values(part, name);
    var other = values(part, over);
    return one.flatMap(o -> other.map(o::over));
  }

  private static Optional<Series> series(List<Double> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(new Series(values));
  }
}
