package org.valida.check;

import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.json.JsonNull;
import org.valida.json.JsonNumber;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.report.JsonReport;
import org.valida.report.Wording;
import org.valida.schema.Query;
import org.valida.violation.Messages;
import org.valida.violation.Violation;

/** What {@code expected/intent.json} says by hand of each payload of the test data. */
final class Intents {

  private static final List<String> MEMBERS =
      List.of("rule", "severity", "pointer", "line", "column", "offset");

  private static final Wording WORDING = Wording.of(Messages.of("pt"));

  /** What an intent says nothing about. */
  private static final String OPEN = "*";

  private static final Configuration CONTRACTS = contracts();

  private Intents() {}

  /**
   * The intent of each case, by its path below the test data; a path of several files ends with a
   * slash. Files of {@code valid/} that no intent names report nothing.
   */
  static Map<String, JsonValue> all() {
    var all = new TreeMap<String, JsonValue>();
    for (var family : List.of("mce", "sgp")) {
      var folder = TestData.testdata().resolve(family);
      TestData.files(folder.resolve("valid"), ".json")
          .forEach(file -> all.put(TestData.name(file), JsonValue.parse("[]")));
      var intents = TestData.bytes(folder.resolve("expected/intent.json"));
      all.putAll(JsonValue.read(intents, Limits.defaults()).members());
    }
    return all;
  }

  /** Where what an engine finds departs from the intent; empty if nowhere. */
  static List<String> departures(String path, JsonValue intent, Valida engine) {
    var sources = Inputs.of(List.of(path), TestData.testdata(), InputStream.nullInputStream());
    var found = new TreeMap<String, List<List<String>>>();
    var report = new StringWriter();
    var json = new JsonReport(report, WORDING, "pt", JsonReport.Options.of(""));
    var result =
        engine.run(
            sources.sources(),
            (file, violation) -> {
              found.computeIfAbsent(file, f -> new ArrayList<>()).add(members(violation));
              json.violation(file, violation);
            });
    json.ended(result);

    var wrong = new ArrayList<String>();
    for (var file : files(path, intent).entrySet()) {
      var rest = Optional.ofNullable(found.remove(file.getKey())).orElseGet(ArrayList::new);
      for (var violation : violations(file.getValue())) {
        if (rest.stream()
            .filter(one -> fits(one, violation))
            .findFirst()
            .map(rest::remove)
            .isEmpty()) {
          wrong.add(file.getKey() + " misses " + violation);
        }
      }
      rest.forEach(violation -> wrong.add(file.getKey() + " has besides " + violation));
    }

    if (sources.sources().isEmpty()) {
      wrong.add(path + " is not there");
    }
    found.forEach((file, violations) -> wrong.add(file + " has violations: " + violations));
    kept(path)
        .filter(kept -> !kept.equals(withoutVersion(report.toString())))
        .ifPresent(kept -> wrong.add("the report, kept as\n" + kept + "\nis now\n" + report));
    return wrong;
  }

  /** The report that is kept of a case, whose sentences tell what the rules say of a violation. */
  private static Optional<String> kept(String path) {
    var family = path.substring(0, 3);
    var name = path.substring(4).replaceFirst("^invalid/", "").replaceFirst("/$", ".json");
    var file = TestData.testdata().resolve(family + "/expected/" + name);
    return Files.exists(file)
        ? Optional.of(withoutVersion(new String(TestData.bytes(file), StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  private static String withoutVersion(String report) {
    return report.replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"\"");
  }

  /** The command line's options that a case is checked with. */
  static List<String> options(JsonValue intent) {
    return intent.member("options").stream()
        .flatMap(list -> list.elements().stream())
        .map(JsonValue::string)
        .toList();
  }

  /** An engine with such options, whose contracts are not compiled yet. */
  static Valida engine(List<String> options) {
    return builder(options)
        .contractBy(source -> source.file().flatMap(CONTRACTS::contractFor))
        .build();
  }

  /** An engine with such options that recognises contracts from the payloads. */
  static Valida.Builder builder(List<String> options) {
    var builder = Valida.builder().today(LocalDate.of(2026, 1, 31));
    for (int i = 0; i < options.size(); i += 2) {
      var value = options.get(i + 1);
      switch (options.get(i)) {
        case "--today" -> builder.today(LocalDate.parse(value));
        case "--query" -> builder.query(Query.parse(value));
        case "--max-records" -> builder.maxRecords(Long.parseLong(value));
        default -> throw new IllegalStateException("an option unknown here: " + options.get(i));
      }
    }
    return builder;
  }

  /** The contract of a file of the test data, as their {@code valida.yaml} says. */
  static Optional<String> contract(String path) {
    return CONTRACTS.contractFor(TestData.testdata().resolve(path));
  }

  private static Configuration contracts() {
    var file = TestData.testdata().resolve("valida.yaml");
    try {
      return Configuration.read(file, file.toString());
    } catch (ConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, JsonValue> files(String path, JsonValue intent) {
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

  private static List<List<String>> violations(JsonValue intent) {
    var list = intent.member("violations").orElse(intent);
    return list.elements().stream()
        .map(
            violation ->
                MEMBERS.stream()
                    .map(name -> violation.member(name).map(Intents::text).orElse(OPEN))
                    .toList())
        .toList();
  }

  /** Whether a violation is the intended one, which may leave some of it open. */
  private static boolean fits(List<String> found, List<String> intended) {
    return IntStream.range(0, MEMBERS.size())
        .allMatch(i -> intended.get(i).equals(OPEN) || intended.get(i).equals(found.get(i)));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonNumber number
        ? number.raw()
        : value instanceof JsonNull ? OPEN : value.string();
  }

  private static List<String> members(Violation violation) {
    return List.of(
        violation.rule().id(),
        violation.severity().label(),
        violation.pointer(),
        Long.toString(violation.line()),
        Long.toString(violation.column()),
        Long.toString(violation.offset()));
  }
}
