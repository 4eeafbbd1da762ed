package org.valida.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.valida.Valida;

/**
 * The example payloads that come with the engine: for each rule one of the project's own test data
 * that breaks it, and one that does not.
 */
final class Examples {

  private static final String TABLE = "examples.txt";
  private static final String FOLDER = "/org/valida/examples/";

  /**
   * A place in an example.
   *
   * @param line counted from 1
   * @param column in code points, counted from 1; 0 for none in particular
   */
  record Spot(String path, int line, int column) {}

  /** A rule broken, and if there is one like it, kept. */
  record Pair(Spot bad, Optional<Spot> good) {}

  private final Map<String, Pair> pairs;

  private Examples(Map<String, Pair> pairs) {
    this.pairs = pairs;
  }

  /** Those on the class path; none where there is no table of them. */
  static Examples onClassPath() {
    return of(text(TABLE).orElse(""));
  }

  /** Whether there are any on the class path: not without the second jar. */
  static boolean areThere() {
    return Valida.class.getResource(FOLDER + TABLE) != null;
  }

  /**
   * @param table a line for each rule: the rule, the payload that breaks it, {@code line:column},
   *     the payload that does not or {@code -}, line
   */
  static Examples of(String table) {
    var pairs = new HashMap<String, Pair>();
    table
        .lines()
        .map(line -> line.split("[ :]", -1))
        .forEach(
            parts -> {
              var bad = new Spot(parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
              var good =
                  parts[4].equals("-")
                      ? Optional.<Spot>empty()
                      : Optional.of(new Spot(parts[4], Integer.parseInt(parts[5]), 0));
              pairs.put(parts[0], new Pair(bad, good));
            });
    return new Examples(pairs);
  }

  /** Those of a rule. */
  Optional<Pair> find(String rule) {
    return Optional.ofNullable(pairs.get(rule));
  }

  /** The text of an example; bytes that are not UTF-8 are shown as the replacement character. */
  static Optional<String> text(String path) {
    try (var stream = Valida.class.getResourceAsStream(FOLDER + path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
