package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.valida.json.JsonArray;
import org.valida.json.JsonNull;
import org.valida.json.JsonNumber;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;

/**
 * Checks every payload of the test data as a user would, and holds the report against two others:
 * what {@code expected/intent.json} says, which was written by hand from the rule catalogue, and
 * the report that was kept beside it. {@code -Dvalida.update=true} writes the second kind anew, to
 * be read before it is kept.
 */
class ExpectedReportsTest {

  private static final Path TESTDATA = Project.root().resolve("testdata");
  private static final String TODAY = "2026-01-31";

  /** The first day on which all payloads of {@code valid/} are right without further options. */
  private static final String LATEST_DAY = "2026-02-01";

  /** Reports come in this order of folders; each is there or not. */
  private static final List<String> FAMILIES = List.of("mce", "sgp");

  private static final Map<String, Outcome> OUTCOMES = new ConcurrentHashMap<>();

  /**
   * A payload, or a folder that is checked as one run, and what is intended for it.
   *
   * @param path from {@link #TESTDATA}; a folder's ends with a slash
   */
  private record Case(String family, String path, JsonValue intent) {

    List<String> command() {
      var options = strings(intent, "options");
      var words = new ArrayList<>(List.of("check", path, "--format", "json", "--lang", "pt"));
      if (!options.contains("--today")) {
        words.addAll(List.of("--today", TODAY));
      }
      words.addAll(options);
      return words;
    }

    /** The violations intended for each file. */
    Map<String, JsonValue> files() {
      if (!path.endsWith("/")) {
        return Map.of(path, intent);
      }
      var files = new LinkedHashMap<String, JsonValue>();
      intent
          .member("files")
          .orElseThrow()
          .members()
          .forEach((file, its) -> files.put(file.contains("/") ? file : path + file, its));
      return files;
    }

    /** Where its report is kept; none for payloads that are right. */
    Optional<Path> kept() {
      var inFamily = path.substring(family.length() + 1);
      if (inFamily.startsWith("valid")) {
        return Optional.empty();
      }
      var name = inFamily.startsWith("invalid/") ? inFamily.substring(8) : inFamily;
      var file = name.endsWith("/") ? name.substring(0, name.length() - 1) + ".json" : name;
      return Optional.of(TESTDATA.resolve(family + "/expected/" + file));
    }
  }

  /** What a command said. */
  private record Outcome(int exit, String out, String err) {}

  // ---- The oracle

  @TestFactory
  Stream<DynamicTest> everyPayloadIsReportedAsItsIntentSays() {
    return each(ExpectedReportsTest::compareWithIntent);
  }

  private static void compareWithIntent(Case one) {
    var outcome = outcome(one);
    var wrong = new ArrayList<String>();
    var exit = one.intent().member("exit").map(ExpectedReportsTest::text).orElse("0");
    if (!exit.equals(Integer.toString(outcome.exit()))) {
      wrong.add("exit status " + outcome.exit() + ", intended: " + exit + " " + outcome.err());
    }
    var reported = new LinkedHashMap<String, JsonValue>();
    if (!outcome.out().isEmpty()) {
      elements(json(outcome.out()), "files")
          .forEach(file -> reported.put(text(file.member("path").orElseThrow()), file));
    }
    for (var file : one.files().entrySet()) {
      compare(file.getKey(), file.getValue(), reported.remove(file.getKey()), wrong);
    }
    reported
        .values()
        .forEach(
            file ->
                elements(file, "violations").forEach(found -> wrong.add("extra   " + show(found))));
    if (!wrong.isEmpty()) {
      fail("valida %s%n  %s", String.join(" ", one.command()), String.join("\n  ", wrong));
    }
  }

  private static void compare(String path, JsonValue intent, JsonValue file, List<String> wrong) {
    var intended = intent instanceof JsonArray ? intent.elements() : elements(intent, "violations");
    var found = new ArrayList<>(file == null ? List.<JsonValue>of() : elements(file, "violations"));
    boolean inOrder =
        fitOneByOne(intended, found) || fitOneByOne(documentFirst(intended), documentFirst(found));
    if (!inOrder) {
      int before = wrong.size();
      for (var violation : intended) {
        var hit = found.stream().filter(other -> fits(violation, other)).findFirst();
        if (hit.isPresent()) {
          found.remove(hit.get());
        } else {
          wrong.add("missing " + show(violation) + " in " + path);
        }
      }
      found.forEach(other -> wrong.add("extra   " + show(other) + " in " + path));
      if (wrong.size() == before) {
        wrong.add("the violations come in another order in " + path);
      }
    }
    intent
        .member("contract")
        .filter(contract -> file != null)
        .map(ExpectedReportsTest::text)
        .filter(contract -> !contract.equals(text(file.member("contract").orElseThrow())))
        .ifPresent(contract -> wrong.add("not checked as " + contract + ": " + path));
  }

  private static boolean fitOneByOne(List<JsonValue> intended, List<JsonValue> found) {
    boolean fit = intended.size() == found.size();
    for (int i = 0; fit && i < intended.size(); i++) {
      fit = fits(intended.get(i), found.get(i));
    }
    return fit;
  }

  /** What is said of the whole document may come before or after its records. */
  private static List<JsonValue> documentFirst(List<JsonValue> violations) {
    return violations.stream()
        .sorted(
            Comparator.comparing(
                violation -> violation.member("pointer").filter(p -> text(p).isEmpty()).isEmpty()))
        .toList();
  }

  /** Whether a violation is the intended one; null in the intent leaves open. */
  private static boolean fits(JsonValue intended, JsonValue found) {
    return Stream.of("rule", "severity", "pointer", "line", "column", "offset")
        .allMatch(
            member ->
                intended
                    .member(member)
                    .filter(value -> !(value instanceof JsonNull))
                    .map(value -> text(value).equals(text(found.member(member).orElseThrow())))
                    .orElse(true));
  }

  private static String show(JsonValue violation) {
    return "%s %s at %s %s:%s, offset %s"
        .formatted(
            Stream.of("severity", "rule", "pointer", "line", "column", "offset")
                .map(name -> violation.member(name).map(ExpectedReportsTest::text).orElse("?"))
                .toArray());
  }

  // ---- The sentences

  @TestFactory
  Stream<DynamicTest> everySentenceIsWhole() {
    return each(
        one ->
            elements(outcome(one).out().isEmpty() ? json("{}") : json(outcome(one).out()), "files")
                .stream()
                .flatMap(file -> elements(file, "violations").stream())
                .forEach(ExpectedReportsTest::whole));
  }

  /** No placeholder was left in it, and none was filled with nothing. */
  private static void whole(JsonValue violation) {
    for (var part : List.of("message", "help")) {
      var sentence = text(violation.member(part).orElseThrow());
      assertThat(sentence)
          .as("%s of %s", part, text(violation.member("rule").orElseThrow()))
          .isNotBlank()
          .doesNotContainPattern("\\{[a-zA-Z]+\\}|^\\s|\\s$| \\(\\)|:  ");
    }
  }

  // ---- The kept reports

  @TestFactory
  Stream<DynamicTest> everyReportIsTheOneThatIsKept() {
    return each(ExpectedReportsTest::compareWithKept);
  }

  private static void compareWithKept(Case one) {
    if (one.kept().isEmpty()) {
      return;
    }
    var file = one.kept().get();
    var report = outcome(one).out();
    var kept = Files.exists(file) ? Project.text(file) : "";
    if (Project.UPDATE && !withoutVersion(kept).equals(withoutVersion(report))) {
      Project.write(file, report);
      return;
    }
    assertThat(withoutVersion(report))
        .as(
            "valida %s, kept in %s (-Dvalida.update=true writes it anew)",
            String.join(" ", one.command()), Project.root().relativize(file))
        .isEqualTo(withoutVersion(kept));
  }

  private static String withoutVersion(String report) {
    return report.replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"\"");
  }

  @Test
  void noReportIsKeptOfWhatIsNotThere() throws IOException {
    var kept = cases().stream().flatMap(one -> one.kept().stream()).toList();
    for (var family : FAMILIES) {
      var expected = TESTDATA.resolve(family + "/expected");
      for (var file : Project.files(expected, ".json")) {
        if (file.getParent().equals(expected) || kept.contains(file)) {
          continue; // intent.json and its like, or a report of a case
        }
        if (!Project.UPDATE) {
          fail(Project.root().relativize(file) + " is the report of no payload: delete it");
        }
        Files.delete(file);
      }
    }
  }

  // ---- Both together cover the test data

  @Test
  void everyPayloadThatIsNotRightHasItsIntent() {
    var known = new ArrayList<String>();
    cases().forEach(one -> known.addAll(one.files().keySet()));
    for (var family : FAMILIES) {
      if (intents(family).isEmpty()) {
        continue;
      }
      for (var folder : List.of("invalid", "invalid-runs", "valid-runs", "spec", "honest")) {
        var names =
            Project.files(TESTDATA.resolve(family).resolve(folder), "").stream()
                .map(file -> TESTDATA.relativize(file).toString().replace('\\', '/'))
                .filter(name -> name.matches(".*\\.(json|jsonl|ndjson)"))
                .toList();
        assertThat(known).as("%s/expected/intent.json", family).containsAll(names);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> validPayloadsAsOneRunHaveNoViolationAtAll() {
    return FAMILIES.stream()
        .map(family -> family + "/valid")
        .filter(folder -> !Project.files(TESTDATA.resolve(folder), ".json").isEmpty())
        .map(
            folder ->
                dynamicTest(
                    "valida check " + folder,
                    () -> {
                      var outcome =
                          run(
                              List.of(
                                  "check", folder, "--format", "ndjson", "--today", LATEST_DAY));
                      assertThat(outcome.out()).isEmpty();
                      assertThat(outcome.err()).isEmpty();
                      assertThat(outcome.exit()).isZero();
                    }));
  }

  // ---- Cases and runs

  private static Stream<DynamicTest> each(Consumer<Case> test) {
    return cases().stream().map(one -> dynamicTest(one.path(), () -> test.accept(one)));
  }

  private static List<Case> cases() {
    var cases = new ArrayList<Case>();
    for (var family : FAMILIES) {
      intents(family).forEach((path, intent) -> cases.add(new Case(family, path, intent)));
    }
    return cases;
  }

  private static Map<String, JsonValue> intents(String family) {
    var file = TESTDATA.resolve(family + "/expected/intent.json");
    return Files.exists(file) ? json(Project.text(file)).members() : Map.of();
  }

  private static Outcome outcome(Case one) {
    return OUTCOMES.computeIfAbsent(one.path(), path -> run(one.command()));
  }

  private static Outcome run(List<String> command) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            InputStream.nullInputStream(),
            out,
            err,
            command,
            Transcript.environment(Map.of(), TESTDATA));
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  // ---- JSON

  private static JsonValue json(String text) {
    return JsonValue.parse(text);
  }

  private static List<JsonValue> elements(JsonValue object, String member) {
    return object.member(member).map(JsonValue::elements).orElse(List.of());
  }

  private static List<String> strings(JsonValue object, String member) {
    return elements(object, member).stream().map(ExpectedReportsTest::text).toList();
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.raw();
    }
    return value instanceof JsonString ? value.string() : "null";
  }
}
