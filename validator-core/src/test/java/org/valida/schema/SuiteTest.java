package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.contract.RuleCatalog;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.text.Draft;
import org.valida.violation.Severity;

/**
 * The official JSON Schema Test Suite, drafts 4, 6 and 7, read from the folder that the system
 * property {@code valida.suite} names. What does not pass stands in docs/conformance.md with its
 * reason, and must go on not passing.
 */
class SuiteTest {

  private static final String PROPERTY = "valida.suite";
  private static final String REMOTES = "http://localhost:1234/";
  private static final Limits LIMITS =
      new Limits(
          Limits.MAX_NESTING,
          1_000_000,
          1 << 26,
          1_000_000,
          1_000_000,
          1_000_000,
          1 << 26,
          1 << 30);
  private static final RuleCatalog RULES = Valida.rules();

  /** A row of a table in docs/conformance.md: file, case, test, reason. */
  private static final Pattern ROW =
      Pattern.compile("\\| `(draft[467]/[^`]+\\.json)` \\| (.+?) \\| (.+?) \\| (.+?) \\|");

  private static Path suite() {
    var folder = System.getProperty(PROPERTY);
    if (folder == null || folder.isBlank()) {
      var why =
          "skipped: the JSON Schema Test Suite; name its folder with -D"
              + PROPERTY
              + "=DIR (validator-core/README.md says where to get it)";
      System.out.println(why);
      abort(why);
    }
    return Path.of(folder);
  }

  @TestFactory
  Stream<DynamicNode> everyTestThatIsRequiredPasses() {
    var suite = suite();
    return Stream.of("draft4", "draft6", "draft7")
        .flatMap(draft -> files(suite, draft).stream())
        .filter(file -> !isOptional(suite, file))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    name(suite, file), () -> assertThat(failures(suite, file)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicNode> everyOptionalTestPassesButThoseThatTheDocumentationNames() {
    var suite = suite();
    var exceptions = exceptions();
    return Stream.of("draft4", "draft6", "draft7")
        .flatMap(draft -> files(suite, draft).stream())
        .filter(file -> isOptional(suite, file))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    name(suite, file),
                    () ->
                        assertThat(failures(suite, file))
                            .as("tests that do not pass, against docs/conformance.md")
                            .containsExactlyInAnyOrderElementsOf(
                                exceptions.stream()
                                    .filter(row -> row.startsWith(name(suite, file) + " | "))
                                    .toList())));
  }

  @Test
  void everyExceptionOfTheDocumentationNamesATestOfTheSuite() {
    var suite = suite();
    var there = new TreeSet<String>();
    for (var draft : List.of("draft4", "draft6", "draft7")) {
      for (var file : files(suite, draft)) {
        each(file, (schema, test, text) -> there.add(key(suite, file, schema, test)));
      }
    }

    assertThat(there).hasSizeGreaterThan(3000).containsAll(exceptions());
    assertThat(exceptions()).noneMatch(row -> !row.contains("/optional/"));
  }

  private static Set<String> exceptions() {
    try (var lines = Files.lines(TestData.root().resolve("docs/conformance.md"))) {
      return lines
          .map(ROW::matcher)
          .filter(row -> row.matches() && !row.group(4).isBlank())
          .map(row -> row.group(1) + " | " + row.group(2) + " | " + row.group(3))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- the suite's files

  private static List<Path> files(Path suite, String draft) {
    return TestData.files(suite.resolve("tests").resolve(draft), ".json");
  }

  private static boolean isOptional(Path suite, Path file) {
    return name(suite, file).contains("/optional/");
  }

  private static String name(Path suite, Path file) {
    return suite.resolve("tests").relativize(file).toString().replace('\\', '/');
  }

  private static String key(Path suite, Path file, JsonValue schema, JsonValue test) {
    return name(suite, file) + " | " + description(schema) + " | " + description(test);
  }

  /** As a cell of a table writes it. */
  private static String description(JsonValue described) {
    return described.member("description").orElseThrow().string().replace("|", "\\|");
  }

  private interface Visitor {
    /**
     * @param text the instance as the file writes it: 1.0 stays 1.0
     */
    void visit(JsonValue schema, JsonValue test, byte[] text);
  }

  private static void each(Path file, Visitor visitor) {
    byte[] bytes = TestData.bytes(file);
    for (var schema : JsonValue.read(bytes, LIMITS).elements()) {
      for (var test : schema.member("tests").orElseThrow().elements()) {
        int start = (int) test.member("data").orElseThrow().position().offset();
        var cursor = Utf8Cursor.over(bytes, start, bytes.length, LIMITS, 0, 1, 1);
        cursor.next();
        visitor.visit(schema, test, cursor.capture(bytes.length));
      }
    }
  }

  // ---- verdicts

  private static List<String> failures(Path suite, Path file) {
    var failures = new ArrayList<String>();
    var draft = Draft.valueOf(name(suite, file).substring(0, 6).toUpperCase(Locale.ROOT));
    each(
        file,
        (schema, test, text) -> {
          boolean expected = test.member("valid").orElseThrow().isTrue();
          if (isValid(suite, schema.member("schema").orElseThrow(), draft, text) != expected) {
            failures.add(key(suite, file, schema, test));
          }
        });
    return failures;
  }

  private static boolean isValid(Path suite, JsonValue schema, Draft draft, byte[] text) {
    SchemaDocuments remotes = uri -> remote(suite, uri);
    var program = SchemaFile.compile(schema, URI.create("mem:/schema.json"), draft, remotes, RULES);
    var errors = new ArrayList<String>();
    var defaults = Settings.defaults();
    var settings =
        new Settings(
            defaults.levels(),
            defaults.today(),
            defaults.query(),
            0,
            LIMITS,
            "",
            defaults.showPersonal());
    new Checker(
            program,
            settings,
            new RunMemory(null),
            violation -> {
              if (violation.severity() == Severity.ERROR) {
                errors.add(violation.rule().id());
              }
            })
        .check(Utf8Cursor.over(text, LIMITS), "instance");
    return errors.isEmpty();
  }

  private static Optional<JsonValue> remote(Path suite, String uri) {
    if (!uri.startsWith(REMOTES)) {
      return Optional.empty();
    }
    var file = suite.resolve("remotes").resolve(uri.substring(REMOTES.length()));
    return Files.isRegularFile(file)
        ? Optional.of(JsonValue.read(TestData.bytes(file), LIMITS))
        : Optional.empty();
  }

  @Test
  void theTableOfExceptionsIsReadAsItIsWritten() {
    var row = "| `draft7/optional/x.json` | a case, \\| too | a test | because |";

    var cells = ROW.matcher(row);
    assertThat(cells.matches()).isTrue();
    assertThat(List.of(cells.group(1), cells.group(3), cells.group(4)))
        .containsExactly("draft7/optional/x.json", "a test", "because");
  }
}
