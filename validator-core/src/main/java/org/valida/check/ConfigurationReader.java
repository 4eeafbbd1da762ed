package org.valida.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.valida.json.Limits;
import org.valida.violation.Failure;
import org.valida.violation.Level;

/**
 * Reads a {@code valida.yaml} from its nodes, so that every complaint has a line and a column; no
 * object is ever made from a tag.
 */
final class ConfigurationReader {

  private static final List<String> KEYS =
      List.of(
          "contracts",
          "rules",
          "fail-on",
          "lang",
          "max-violations",
          "limits",
          "max-records",
          "contracts-folder");

  private final Path file;
  private final String shown;

  ConfigurationReader(Path file, String shown) {
    this.file = file;
    this.shown = shown;
  }

  Configuration read() throws ConfigurationException {
    var root = compose(text());
    Map<String, Node> members =
        root.isEmpty() ? Map.of() : members(root.get(), "valida.yaml", KEYS);
    var limits = members.get("limits");
    return new Configuration(
        file,
        assignments(members.get("contracts")),
        rules(members.get("rules")),
        word(members.get("fail-on"), "fail-on", FailOn.labels()).flatMap(FailOn::of),
        word(members.get("lang"), "lang", List.of("pt", "en")),
        number(members.get("max-violations"), "max-violations", 0),
        number(members.get("max-records"), "max-records", 1),
        limits == null ? Optional.empty() : Optional.of(limits(limits)),
        contractsFolder(members.get("contracts-folder")));
  }

  private String text() throws ConfigurationException {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var text = decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new ConfigurationException(new Failure("configuration-not-found", shown, Map.of()));
    } catch (CharacterCodingException e) {
      throw unreadable("encoding");
    } catch (AccessDeniedException e) {
      throw unreadable("permission");
    } catch (IOException e) {
      throw unreadable("io");
    }
  }

  private ConfigurationException unreadable(String reason) {
    return new ConfigurationException(
        new Failure("configuration-unreadable", shown, Map.of("reason", reason)));
  }

  private Optional<Node> compose(String text) throws ConfigurationException {
    try {
      return new Compose(LoadSettings.builder().setLabel(shown).build())
          .composeString(text)
          .filter(node -> !node.getTag().equals(Tag.NULL));
    } catch (MarkedYamlEngineException e) {
      var place =
          e.getProblemMark()
              .or(e::getContextMark)
              .map(this::place)
              .orElse(new Configuration.Place(shown, 1, 1));
      throw syntax(place, e.getProblem() == null ? e.getContext() : e.getProblem());
    } catch (YamlEngineException e) {
      throw syntax(new Configuration.Place(shown, 1, 1), e.getMessage());
    }
  }

  private static ConfigurationException syntax(Configuration.Place place, String problem) {
    var sentence = problem == null ? "?" : problem.lines().findFirst().orElse("?").strip();
    return Complaint.at(
        "configuration-syntax", place, Map.of("problem", sentence.replaceFirst("\\.$", "")));
  }

  private List<Configuration.Assignment> assignments(Node node) throws ConfigurationException {
    var assignments = new ArrayList<Configuration.Assignment>();
    if (node == null) {
      return assignments;
    }
    for (var entry : items(node, "contracts")) {
      var members = members(entry, "contracts", List.of("files", "contract"));
      var files = required(members, entry, "files");
      var contract = required(members, entry, "contract");
      assignments.add(
          new Configuration.Assignment(
              globs(files), scalar(contract, "contract"), place(contract)));
    }
    return assignments;
  }

  private Node required(Map<String, Node> members, Node in, String name)
      throws ConfigurationException {
    var node = members.get(name);
    if (node == null) {
      throw Complaint.at("configuration-key-missing", place(in), Map.of("name", name));
    }
    return node;
  }

  private List<Glob> globs(Node node) throws ConfigurationException {
    var globs = new ArrayList<Glob>();
    if (node instanceof ScalarNode) {
      globs.add(Glob.of(scalar(node, "files")));
    } else if (node instanceof SequenceNode sequence) {
      for (var item : sequence.getValue()) {
        globs.add(Glob.of(scalar(item, "files")));
      }
    } else {
      throw shape(node, "files", "globs");
    }
    return globs;
  }

  private List<Configuration.RuleLevel> rules(Node node) throws ConfigurationException {
    var rules = new ArrayList<Configuration.RuleLevel>();
    if (node == null) {
      return rules;
    }
    var levels = Stream.of(Level.values()).map(Level::label).toList();
    for (var entry : entries(node, "rules").entrySet()) {
      var rule = entry.getKey().getValue();
      var level = word(entry.getValue(), rule, levels).flatMap(Level::of).orElseThrow();
      rules.add(new Configuration.RuleLevel(rule, level, place(entry.getKey())));
    }
    return rules;
  }

  private Limits limits(Node node) throws ConfigurationException {
    var labels =
        Stream.of(Limits.Kind.values())
            .filter(Limits.Kind::configurable)
            .map(Limits.Kind::label)
            .toList();
    var members = members(node, "limits", labels);
    var defaults = Limits.defaults();
    int nesting = limit(members, Limits.Kind.NESTING, defaults.nesting());
    if (nesting > Limits.MAX_NESTING) {
      throw badNumber(members.get(Limits.Kind.NESTING.label()), "nesting", "nesting");
    }
    return new Limits(
        nesting,
        limit(members, Limits.Kind.NAME, defaults.nameBytes()),
        limit(members, Limits.Kind.STRING, defaults.stringBytes()),
        limit(members, Limits.Kind.NUMBER, defaults.numberBytes()),
        limit(members, Limits.Kind.MEMBERS, defaults.members()),
        limit(members, Limits.Kind.KEYS, defaults.keys()),
        limit(members, Limits.Kind.CAPTURE, defaults.captureBytes()),
        number(members.get(Limits.Kind.INFLATED.label()), Limits.Kind.INFLATED.label(), 1)
            .orElse(defaults.inflatedBytes()));
  }

  private int limit(Map<String, Node> members, Limits.Kind kind, int otherwise)
      throws ConfigurationException {
    var node = members.get(kind.label());
    var value = number(node, kind.label(), 1);
    if (value.isPresent() && value.getAsLong() > Integer.MAX_VALUE) {
      throw badNumber(node, kind.label(), "positive");
    }
    return (int) value.orElse(otherwise);
  }

  private Optional<Path> contractsFolder(Node node) throws ConfigurationException {
    return node == null
        ? Optional.empty()
        : Optional.of(file.resolveSibling(scalar(node, "contracts-folder")));
  }

  private Optional<String> word(Node node, String name, List<String> allowed)
      throws ConfigurationException {
    if (node == null) {
      return Optional.empty();
    }
    var value = scalar(node, name);
    if (!allowed.contains(value)) {
      throw Complaint.value(place(node), name, value, allowed);
    }
    return Optional.of(value);
  }

  private OptionalLong number(Node node, String name, long least) throws ConfigurationException {
    if (node == null) {
      return OptionalLong.empty();
    }
    var value = scalar(node, name);
    if (value.matches("[0-9]{1,18}") && Long.parseLong(value) >= least) {
      return OptionalLong.of(Long.parseLong(value));
    }
    throw badNumber(node, name, least == 0 ? "count" : "positive");
  }

  private ConfigurationException badNumber(Node node, String name, String expected)
      throws ConfigurationException {
    return Complaint.at(
        "configuration-value",
        place(node),
        Map.of("name", name, "value", scalar(node, name), "expected", expected));
  }

  private Map<String, Node> members(Node node, String name, List<String> known)
      throws ConfigurationException {
    var members = new LinkedHashMap<String, Node>();
    for (var entry : entries(node, name).entrySet()) {
      var key = entry.getKey().getValue();
      if (!known.contains(key)) {
        throw Complaint.unknown("configuration-key-unknown", place(entry.getKey()), key, known);
      }
      members.put(key, entry.getValue());
    }
    return members;
  }

  /** Key nodes, each with another text, to their values. */
  private Map<ScalarNode, Node> entries(Node node, String name) throws ConfigurationException {
    if (!(node instanceof MappingNode mapping)) {
      throw shape(node, name, "mapping");
    }
    var entries = new LinkedHashMap<ScalarNode, Node>();
    for (var tuple : mapping.getValue()) {
      var text = scalar(tuple.getKeyNode(), name);
      if (entries.keySet().stream().anyMatch(key -> key.getValue().equals(text))) {
        throw Complaint.at(
            "configuration-key-twice", place(tuple.getKeyNode()), Map.of("name", text));
      }
      entries.put((ScalarNode) tuple.getKeyNode(), tuple.getValueNode());
    }
    return entries;
  }

  private List<Node> items(Node node, String name) throws ConfigurationException {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw shape(node, name, "sequence");
  }

  private String scalar(Node node, String name) throws ConfigurationException {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw shape(node, name, "scalar");
  }

  private ConfigurationException shape(Node node, String name, String expected) {
    return Complaint.at(
        "configuration-shape", place(node), Map.of("name", name, "expected", expected));
  }

  private Configuration.Place place(Node node) {
    return node.getStartMark().map(this::place).orElse(new Configuration.Place(shown, 1, 1));
  }

  private Configuration.Place place(Mark mark) {
    return new Configuration.Place(shown, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
