package org.valida.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.valida.Valida;

/**
 * The example payloads that come with the engine: the project's own test data, below {@code valid/}
 * and {@code invalid/}.
 */
final class Examples {

  private static final String FOLDER = "/org/valida/examples/";

  private final List<String> paths;

  private Examples(List<String> paths) {
    this.paths = paths;
  }

  /** Those on the class path, in the order of their index; none where there is no index. */
  static Examples onClassPath() {
    return new Examples(
        text("index.txt")
            .map(index -> index.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
            .orElse(List.of()));
  }

  static Examples of(List<String> paths) {
    return new Examples(List.copyOf(paths));
  }

  /**
   * A payload that breaks the rule: the one of exactly its name first.
   *
   * @param rules all rules, for one's name may begin with another's
   */
  Optional<String> bad(String rule, Collection<String> rules) {
    return paths.stream()
        .filter(path -> within(path, "invalid") && name(path).equals(rule))
        .findFirst()
        .or(
            () ->
                paths.stream()
                    .filter(path -> within(path, "invalid") && belongs(name(path), rule, rules))
                    .findFirst());
  }

  /**
   * A payload of the same contract that does not: of the same name, or named for the rule, or any.
   */
  Optional<String> good(String bad, String rule, Collection<String> rules) {
    var folder =
        bad.substring(0, bad.lastIndexOf('/') + 1).replaceFirst("(^|/)invalid/", "$1valid/");
    var beside = paths.stream().filter(path -> path.startsWith(folder)).toList();
    return Stream.<Stream<String>>of(
            beside.stream().filter(path -> name(path).equals(name(bad))),
            beside.stream().filter(path -> belongs(name(path), rule, rules)),
            beside.stream())
        .flatMap(found -> found)
        .findFirst();
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

  private static boolean within(String path, String folder) {
    return path.startsWith(folder + "/") || path.contains("/" + folder + "/");
  }

  private static String name(String path) {
    var file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  private static boolean belongs(String name, String rule, Collection<String> rules) {
    return (name.equals(rule) || name.startsWith(rule + "-"))
        && rules.stream()
            .noneMatch(
                other ->
                    other.length() > rule.length()
                        && (name.equals(other) || name.startsWith(other + "-")));
  }
}
