package org.valida.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
import org.valida.json.JsonString;
import org.valida.violation.Failure;

/**
 * Writes YAML as the JSON it stands for, by the JSON schema of YAML 1.2, and notes where each part
 * of it came from. Works on nodes: no object is ever made from a tag.
 */
final class YamlText {

  /**
   * Far more than a person writes; what an alias repeats counts each time, so that a few lines of
   * aliases cannot fill the memory.
   */
  private static final int MOST_NODES = 100_000;

  private static final int DEEPEST = 50;

  /** What both YAML and JSON take for a number. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

  private final String shown;
  private final ByteArrayOutputStream json = new ByteArrayOutputStream();
  private final TreeMap<Long, Place> places = new TreeMap<>();
  private int nodes;

  private YamlText(String shown) {
    this.shown = shown;
  }

  /**
   * @throws DocumentException if it is no YAML
   */
  static Written asJson(String yaml, String shown) throws DocumentException {
    var text = new YamlText(shown);
    var root = text.compose(yaml);
    if (root == null) {
      text.write("{}");
    } else {
      text.node(root, 0);
    }
    return new Written(shown, text.json.toByteArray(), text.places);
  }

  private Node compose(String yaml) throws DocumentException {
    try {
      return new Compose(LoadSettings.builder().setLabel(shown).build())
          .composeString(yaml)
          .filter(node -> !node.getTag().equals(Tag.NULL))
          .orElse(null);
    } catch (MarkedYamlEngineException e) {
      var mark = e.getProblemMark().or(e::getContextMark);
      throw malformed(
          mark.map(this::place).orElse(new Place(shown, 1, 1)),
          e.getProblem() == null ? e.getContext() : e.getProblem());
    } catch (YamlEngineException e) {
      throw malformed(new Place(shown, 1, 1), e.getMessage());
    }
  }

  private static DocumentException malformed(Place place, String problem) {
    var sentence = problem == null ? "?" : problem.lines().findFirst().orElse("?").strip();
    return broken("document-yaml", place, Map.of("problem", sentence.replaceFirst("\\.$", "")));
  }

  private static DocumentException broken(String kind, Place place, Map<String, Object> arguments) {
    return new DocumentException(List.of(new Failure(kind, place.toString(), arguments)));
  }

  private void node(Node node, int depth) throws DocumentException {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw broken("document-too-large", place(node), Map.of());
    }
    places.put((long) json.size(), place(node));
    if (node instanceof MappingNode mapping) {
      mapping(mapping, depth);
    } else if (node instanceof SequenceNode sequence) {
      char separator = '[';
      for (var item : sequence.getValue()) {
        write(String.valueOf(separator));
        node(item, depth + 1);
        separator = ',';
      }
      write(sequence.getValue().isEmpty() ? "[]" : "]");
    } else {
      write(scalar((ScalarNode) node));
    }
  }

  private void mapping(MappingNode mapping, int depth) throws DocumentException {
    var names = new HashSet<String>();
    char separator = '{';
    for (var member : mapping.getValue()) {
      var key = member.getKeyNode();
      if (!(key instanceof ScalarNode name)) {
        throw broken("document-key-shape", place(key), Map.of());
      }
      if (!names.add(name.getValue())) {
        throw broken("document-key-twice", place(key), Map.of("name", name.getValue()));
      }
      write(String.valueOf(separator));
      places.put((long) json.size(), place(key));
      write(quoted(name.getValue()));
      write(":");
      node(member.getValueNode(), depth + 1);
      separator = ',';
    }
    write(mapping.getValue().isEmpty() ? "{}" : "}");
  }

  private static String scalar(ScalarNode node) {
    var text = node.getValue();
    var tag = node.getTag();
    boolean literal =
        tag.equals(Tag.NULL)
            || tag.equals(Tag.BOOL)
            || (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) && NUMBER.matcher(text).matches();
    if (!literal) {
      return quoted(text);
    }
    return tag.equals(Tag.NULL) ? "null" : text;
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder();
    new JsonString(text).canonical(quoted);
    return quoted.toString();
  }

  private void write(String text) {
    json.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private Place place(Node node) {
    return node.getStartMark().map(this::place).orElse(new Place(shown, 1, 1));
  }

  private Place place(Mark mark) {
    return new Place(shown, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
