package org.valida;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.valida.json.JsonNull;
import org.valida.json.JsonNumber;
import org.valida.json.JsonValue;

/**
 * {@code testdata/examples.txt}: which payloads {@code valida explain} shows of a rule, and where
 * in them to look. A line has the rule, the payload that breaks it with line and column, and the
 * one that does not with the line of the same attribute. A column of 0 leaves open where in the
 * line.
 */
class ExamplesTableTest {

  private static final Map<String, byte[]> BYTES = new ConcurrentHashMap<>();

  private static final List<String> RULES =
      Valida.rules().all().stream().map(rule -> rule.id()).toList();

  /**
   * A payload that breaks a rule.
   *
   * @param others how many other violations it has
   */
  private record Bad(
      String family, String path, String pointer, long line, long column, int others) {

    /** Below {@code valid/}, the folder of the same contract. */
    String validFolder() {
      return path.substring(0, path.lastIndexOf('/') + 1).replace("/invalid/", "/valid/");
    }

    /** The nearest attribute on the way to where it breaks it; empty where that is the document. */
    String attribute() {
      var named = pointer.replaceFirst("(/[0-9]+)+$", "");
      return named.substring(named.lastIndexOf('/') + 1);
    }
  }

  @Test
  void theTableIsWhatTheTestDataSay() {
    var lines = new TreeMap<String, String>();
    for (var rule : RULES) {
      best(rule).ifPresent(bad -> lines.put(rule, line(rule, bad)));
    }
    assertThat(lines).hasSizeGreaterThan(80);
    KeptFile.holds(
        TestData.testdata().resolve("examples.txt"), String.join("\n", lines.values()) + "\n");
  }

  private static String line(String rule, Bad bad) {
    var good =
        good(rule, bad)
            .map(path -> path + " " + lineOf(path, bad.attribute()).orElse(1L))
            .orElse("- 0");
    return "%s %s %d:%d %s".formatted(rule, bad.path(), bad.line(), bad.column(), good);
  }

  /** The one that is named for the rule and has hardly anything else wrong. */
  private static Optional<Bad> best(String rule) {
    return Stream.of("mce", "sgp")
        .flatMap(family -> bad(family, rule))
        .min(
            Comparator.<Bad>comparingInt(bad -> rank(name(bad.path()), rule))
                .thenComparing(Bad::others)
                .thenComparing(bad -> isFlat(bad.path()))
                .thenComparing(
                    bad ->
                        elements(neighbours(bad.family()), rule).stream()
                            .noneMatch(one -> one.string().startsWith(bad.validFolder())))
                .thenComparing(bad -> size(bad.path()))
                .thenComparing(Bad::path));
  }

  private static int rank(String name, String rule) {
    if (name.equals(rule)) {
      return 0;
    }
    boolean anothers =
        RULES.stream()
            .anyMatch(
                other ->
                    other.length() > rule.length()
                        && (name.equals(other) || name.startsWith(other + "-")));
    return name.startsWith(rule + "-") && !anothers ? 1 : 2;
  }

  private static Stream<Bad> bad(String family, String rule) {
    return intents(family).entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(family + "/invalid/"))
        .flatMap(
            entry -> {
              var violations = elements(entry.getValue(), "violations");
              return violations.stream()
                  .filter(violation -> text(violation, "rule").equals(rule))
                  .limit(1)
                  .map(
                      violation ->
                          new Bad(
                              family,
                              entry.getKey(),
                              text(violation, "pointer"),
                              number(violation, "line"),
                              number(violation, "column"),
                              violations.size() - 1));
            });
  }

  /** A neighbour, which comes close; or the shortest of the contract. */
  private static Optional<String> good(String rule, Bad bad) {
    var neighbours = elements(neighbours(bad.family()), rule).stream().map(JsonValue::string);
    var of = TestData.files(TestData.testdata().resolve(bad.validFolder()), ".json").stream();
    return Stream.concat(neighbours, of.map(TestData::name))
        .filter(path -> path.contains("/valid/") && path.endsWith(".json"))
        .distinct()
        .min(
            Comparator.<String, Boolean>comparing(path -> !path.startsWith(bad.validFolder()))
                .thenComparing(path -> lineOf(path, bad.attribute()).isEmpty())
                .thenComparing(ExamplesTableTest::isFlat)
                .thenComparing(path -> !named(rule, bad.family(), path))
                .thenComparing(ExamplesTableTest::size)
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean named(String rule, String family, String path) {
    return elements(neighbours(family), rule).stream().anyMatch(one -> one.string().equals(path));
  }

  /** The first line with the attribute, in any notation. */
  private static Optional<Long> lineOf(String path, String attribute) {
    if (attribute.isEmpty()) {
      return Optional.of(1L);
    }
    var text = new String(bytes(path), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    int at = text.indexOf("\"" + attribute.toLowerCase(Locale.ROOT) + "\"");
    return at < 0
        ? Optional.empty()
        : Optional.of(text.substring(0, at).chars().filter(c -> c == '\n').count() + 1);
  }

  /** Whether it has hardly any lines to be read by. */
  private static boolean isFlat(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8).lines().count() < 4;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replace(".json", "");
  }

  private static int size(String path) {
    return bytes(path).length;
  }

  private static byte[] bytes(String path) {
    return BYTES.computeIfAbsent(path, name -> TestData.bytes(TestData.testdata().resolve(name)));
  }

  private static Map<String, JsonValue> intents(String family) {
    return json(TestData.testdata().resolve(family + "/expected/intent.json")).members();
  }

  private static JsonValue neighbours(String family) {
    return json(TestData.testdata().resolve(family + "/expected/neighbours.json"));
  }

  private static final Map<Path, JsonValue> READ = new ConcurrentHashMap<>();

  private static JsonValue json(Path file) {
    return READ.computeIfAbsent(
        file, path -> JsonValue.parse(new String(TestData.bytes(path), StandardCharsets.UTF_8)));
  }

  private static List<JsonValue> elements(JsonValue object, String member) {
    return object.member(member).map(JsonValue::elements).orElse(List.of());
  }

  private static String text(JsonValue object, String member) {
    return object
        .member(member)
        .filter(value -> !(value instanceof JsonNull))
        .map(JsonValue::string)
        .orElse("");
  }

  private static long number(JsonValue object, String member) {
    return object
        .member(member)
        .filter(JsonNumber.class::isInstance)
        .map(value -> Long.parseLong(((JsonNumber) value).raw()))
        .orElse(0L);
  }
}
