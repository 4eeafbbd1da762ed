package org.valida.check;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.valida.document.Complaints;
import org.valida.document.DocumentException;
import org.valida.document.DocumentSchema;
import org.valida.document.OwnDocument;
import org.valida.json.JsonNumber;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.violation.Level;

/**
 * Reads a {@code valida.yaml}. Its published schema says what may stand in it; what is read here is
 * right by that schema.
 */
final class ConfigurationReader {

  private static final class Schema {
    static final DocumentSchema INSTANCE = DocumentSchema.of("valida.schema.json");
  }

  private final Path file;
  private final String shown;
  private final OwnDocument document;
  private final Complaints complaints = new Complaints();

  private ConfigurationReader(Path file, String shown, OwnDocument document) {
    this.file = file;
    this.shown = shown;
    this.document = document;
  }

  static Configuration read(Path file, String shown) throws ConfigurationException {
    try {
      var document = OwnDocument.yaml(file, shown, Schema.INSTANCE);
      return new ConfigurationReader(file, shown, document).configuration();
    } catch (DocumentException e) {
      throw new ConfigurationException(e.failures());
    }
  }

  private Configuration configuration() throws DocumentException {
    var root = document.root();
    var configuration =
        new Configuration(
            file,
            shown,
            texts(root, "inputs").map(JsonValue::string).toList(),
            globs(root, "exclude"),
            assignments(root),
            rules(root),
            text(root, "fail-on").flatMap(FailOn::of),
            reports(root),
            path(root, "baseline"),
            text(root, "lang"),
            number(root, "max-violations"),
            number(root, "max-records"),
            root.member("limits").map(ConfigurationReader::limits),
            path(root, "contracts-folder"));
    complaints.verify();
    return configuration;
  }

  private List<Configuration.ReportTarget> reports(JsonValue root) {
    var reports = texts(root, "formats").map(this::report).toList();
    var places = new HashSet<Optional<Path>>();
    for (var report : reports) {
      if (!places.add(report.file().map(Path::normalize))) {
        complaints.add(
            report.file().isEmpty() ? "configuration-one-output" : "configuration-same-file",
            report.place(),
            Map.of());
      }
    }
    return reports;
  }

  /** {@code F} or {@code F=FILE}. */
  private Configuration.ReportTarget report(JsonValue target) {
    var parts = target.string().split("=", 2);
    return new Configuration.ReportTarget(
        parts[0],
        parts.length < 2 ? Optional.empty() : path(target, "formats", parts[1]),
        document.place(target));
  }

  private List<Configuration.Assignment> assignments(JsonValue root) {
    var assignments = new ArrayList<Configuration.Assignment>();
    for (var entry : root.member("contracts").map(JsonValue::elements).orElse(List.of())) {
      var contract = entry.member("contract").orElseThrow();
      assignments.add(
          new Configuration.Assignment(
              globs(entry, "files"), contract.string(), document.place(contract)));
    }
    return assignments;
  }

  private List<Configuration.RuleLevel> rules(JsonValue root) {
    var rules = new ArrayList<Configuration.RuleLevel>();
    root.member("rules")
        .map(JsonValue::members)
        .orElse(Map.of())
        .forEach(
            (rule, level) ->
                rules.add(
                    new Configuration.RuleLevel(
                        rule,
                        Level.of(level.string()).orElseThrow(),
                        document.placeOfName(level))));
    return rules;
  }

  private static Limits limits(JsonValue limits) {
    var defaults = Limits.defaults();
    return new Limits(
        limit(limits, Limits.Kind.NESTING, defaults.nesting()),
        limit(limits, Limits.Kind.NAME, defaults.nameBytes()),
        limit(limits, Limits.Kind.STRING, defaults.stringBytes()),
        limit(limits, Limits.Kind.NUMBER, defaults.numberBytes()),
        limit(limits, Limits.Kind.MEMBERS, defaults.members()),
        limit(limits, Limits.Kind.KEYS, defaults.keys()),
        limit(limits, Limits.Kind.CAPTURE, defaults.captureBytes()),
        number(limits, Limits.Kind.INFLATED.label()).orElse(defaults.inflatedBytes()));
  }

  private static int limit(JsonValue limits, Limits.Kind kind, int otherwise) {
    return (int) number(limits, kind.label()).orElse(otherwise);
  }

  private Optional<Path> path(JsonValue in, String name) {
    return in.member(name).flatMap(value -> path(value, name, value.string()));
  }

  private Optional<Path> path(JsonValue value, String name, String path) {
    try {
      return Optional.of(file.resolveSibling(path));
    } catch (InvalidPathException e) {
      complaints.add(
          "document-value",
          document.place(value),
          Map.of("name", name, "value", path, "expected", "path"));
      return Optional.empty();
    }
  }

  private static List<Glob> globs(JsonValue in, String name) {
    return texts(in, name).map(text -> Glob.of(text.string())).toList();
  }

  /** One text, or a list of them. */
  private static Stream<JsonValue> texts(JsonValue in, String name) {
    return in.member(name).stream()
        .flatMap(
            value -> value.elements().isEmpty() ? Stream.of(value) : value.elements().stream());
  }

  private static Optional<String> text(JsonValue in, String name) {
    return in.member(name).map(JsonValue::string);
  }

  /** A whole number, which its schema keeps within a long; {@code 1e3} is one too. */
  private static OptionalLong number(JsonValue in, String name) {
    var value = in.member(name).map(number -> ((JsonNumber) number).value());
    return value.isPresent()
        ? OptionalLong.of(new BigDecimal(value.get().toString()).longValueExact())
        : OptionalLong.empty();
  }
}
