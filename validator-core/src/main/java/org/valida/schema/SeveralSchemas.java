package org.valida.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.violation.NearestName;

/**
 * The general way through a value: several schemas that must hold together ({@code allOf}, names by
 * pattern), and keywords that need a second look at an object or array ({@code anyOf}, {@code
 * oneOf}, {@code not}, {@code if}, {@code enum}, {@code const}, schema dependencies). What streams
 * goes on streaming; only what needs the second look is kept, and only that value.
 */
final class SeveralSchemas {

  private static final Node[] NONE = Node.NO_NODES;

  private final Checker checker;
  private final Program program;
  private final Reading reading;
  private final Report report;
  private final Path path;
  private final Strangers strangers;
  private final Lists lists;
  private final Limits limits;

  SeveralSchemas(
      Checker checker, Program program, Reading reading, Strangers strangers, Lists lists) {
    this.checker = checker;
    this.program = program;
    this.reading = reading;
    this.report = reading.report();
    this.path = reading.path();
    this.strangers = strangers;
    this.lists = lists;
    this.limits = reading.limits();
  }

  /** Judges an object or array by a schema and all that must hold with it. */
  void together(Node node) {
    together(flatten(node, new ArrayList<>()).toArray(NONE));
  }

  /** The schema and all that must hold with it. */
  private static List<Node> flatten(Node node, List<Node> into) {
    if (!into.contains(node)) {
      into.add(node);
      for (var branch : node.allOf) {
        flatten(branch, into);
      }
    }
    return into;
  }

  /** Judges an object or array by several schemas at once; {@code nodes} are flattened. */
  private void together(Node[] nodes) {
    boolean second = false;
    for (var node : nodes) {
      second |= node.secondLook();
    }
    if (second) {
      secondLook(nodes);
    } else {
      streamed(nodes);
    }
  }

  private void streamed(Node[] nodes) {
    boolean isObject = reading.cursor().token() == Token.START_OBJECT;
    var fitting = new ArrayList<Node>();
    for (var node : nodes) {
      if (!checker.wrongContainer(node, isObject ? Value.OBJECT : Value.ARRAY)) {
        fitting.add(node);
      }
    }
    if (isObject) {
      object(fitting.toArray(NONE));
    } else {
      array(fitting.toArray(NONE));
    }
  }

  private void secondLook(Node[] nodes) {
    long offset = reading.cursor().offset();
    long line = reading.cursor().line();
    long column = reading.cursor().column();
    byte[] bytes = reading.cursor().capture(limits.captureBytes());
    reading.again(bytes, offset, line, column, () -> streamed(nodes));
    var place = new Place(path.pointer(), offset, line, column);
    for (var node : nodes) {
      report.at(node);
      if (!node.allowed.isEmpty() || node.constant != null) {
        var tree = JsonValue.read(bytes, limits);
        Keywords.allowed(node, tree, place, report, program.rules());
      }
      report.place(place);
      combinations(node, branch -> checker.holds(branch, bytes, offset, line, column));
      report.place(null);
      if (node.object != null && node.object.dependsOnSchemas()) {
        dependentSchemas(node, bytes, place);
      }
    }
  }

  private void dependentSchemas(Node node, byte[] bytes, Place place) {
    if (!(JsonValue.read(bytes, limits) instanceof JsonObject tree)) {
      return;
    }
    node.object.dependentSchemas.forEach(
        (name, schema) -> {
          if (tree.members().containsKey(name)
              && !checker.holds(schema, bytes, place.offset(), place.line(), place.column())) {
            report.report(program.rules().combination(), place, null, "dependency", "name", name);
          }
        });
  }

  /** Whether a schema holds for the value at hand. */
  interface Branch {
    boolean holds(Node node);
  }

  void combinations(Node node, Branch branch) {
    var rule = program.rules().combination();
    if (node.anyOf.length > 0 && !anyHolds(node.anyOf, branch)) {
      report.at(node);
      report.report(rule, "any-of");
    }
    if (node.oneOf.length > 0) {
      int holding = 0;
      for (var option : node.oneOf) {
        holding += branch.holds(option) ? 1 : 0;
      }
      if (holding != 1) {
        report.at(node);
        report.report(rule, holding == 0 ? "one-of-none" : "one-of-many", "count", (long) holding);
      }
    }
    if (node.not != null && branch.holds(node.not)) {
      report.at(node);
      report.report(rule, "not");
    }
    if (node.condition != null) {
      boolean met = branch.holds(node.condition);
      var next = met ? node.then : node.otherwise;
      if (next != null && !branch.holds(next)) {
        report.at(node);
        report.report(rule, met ? "if-then" : "if-else");
      }
    }
  }

  private static boolean anyHolds(Node[] options, Branch branch) {
    for (var option : options) {
      if (branch.holds(option)) {
        return true;
      }
    }
    return false;
  }

  /** The general way through an object: several schemas, names by pattern, dependencies. */
  void object(Node[] nodes) {
    var own = reading.open(program.anyObject());
    var names = new java.util.LinkedHashSet<String>();
    boolean track = false;
    for (var node : nodes) {
      track |=
          node.object != null
              && (!node.object.required.isEmpty() || !node.object.dependentNames.isEmpty());
    }
    long count = 0;
    while (reading.cursor().next() == Token.NAME) {
      count++;
      var name = reading.cursor().text();
      var shown = shown(name, nodes);
      if (strangers.isRepeated(own)) {
        report.name(program.rules().duplicateName(), shown, "", "name", shown);
      }
      if (track) {
        names.add(name);
      }
      path.member(shown);
      var children = new ArrayList<Node>();
      for (var node : nodes) {
        if (node.object != null) {
          childrenOf(node, name, shown, children);
        }
      }
      reading.cursor().next();
      valueOfMany(children);
      path.up();
    }
    for (var node : nodes) {
      if (node.object != null) {
        report.at(node);
        closeOne(node.object, own, names, count);
      }
    }
    reading.leave(own);
  }

  /** The name as it may be shown: as it is where one of the schemas knows it or nearly does. */
  private String shown(String name, Node[] nodes) {
    var shown = name;
    for (var node : nodes) {
      if (node.object != null) {
        shown = report.nameShown(name, node.object);
        if (shown.equals(name)) {
          return shown;
        }
      }
    }
    return nodes.length == 0 ? report.nameShown(name, program.anyObject()) : shown;
  }

  private void childrenOf(Node node, String name, String shown, List<Node> into) {
    var plan = node.object;
    if (plan.propertyNames != null && !nameHolds(plan.propertyNames, name)) {
      report.at(node);
      report.nameAtPath(program.rules().propertyNames(), "", "name", shown);
    }
    boolean known = false;
    int property = plan.property(name);
    if (property >= 0) {
      known = true;
      into.add(plan.child(property));
    }
    for (var pattern : plan.patterns) {
      if (pattern.pattern().find(name)) {
        known = true;
        into.add(pattern.node());
      }
    }
    if (known) {
      return;
    }
    if (plan.stranger != null) {
      var near = NearestName.of(name, plan.nameSet()).orElse("");
      report.at(node);
      report.nameAtPath(
          plan.stranger, near.isEmpty() ? "" : "near", "name", shown, "suggestion", near);
    }
    if (plan.additional != null) {
      into.add(plan.additional);
    }
  }

  private boolean nameHolds(Node node, String name) {
    return checker.holds(node, quoted(name), 0, 1, 1);
  }

  private static byte[] quoted(String name) {
    var text = new StringBuilder();
    new JsonString(name).canonical(text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void closeOne(ObjectPlan plan, Frame own, Set<String> names, long count) {
    for (var name : plan.required) {
      if (!names.contains(name)) {
        report.report(program.rules().required(), own, "", "name", name, "envelope", "");
      }
    }
    for (Map.Entry<String, List<String>> entry : plan.dependentNames.entrySet()) {
      if (names.contains(entry.getKey())) {
        for (var needed : entry.getValue()) {
          if (!names.contains(needed)) {
            report.report(
                program.rules().dependencies(), own, "", "name", entry.getKey(), "missing", needed);
          }
        }
      }
    }
    if (count < plan.minimum || count > plan.maximum) {
      plan.reportCount(report, program.rules().properties(), own, count);
    }
  }

  private void valueOfMany(List<Node> nodes) {
    if (nodes.isEmpty()) {
      checker.value(Node.ANY, null, -1);
    } else if (nodes.size() == 1) {
      checker.value(nodes.get(0), null, -1);
    } else if (reading.cursor().token() == Token.START_OBJECT
        || reading.cursor().token() == Token.START_ARRAY) {
      var flat = new ArrayList<Node>();
      nodes.forEach(node -> flatten(node, flat));
      together(flat.toArray(NONE));
    } else {
      nodes.forEach(node -> checker.scalar(node, null));
    }
  }

  private void array(Node[] nodes) {
    long offset = reading.cursor().offset();
    long line = reading.cursor().line();
    long column = reading.cursor().column();
    var plans = new ArrayList<Node>();
    for (var node : nodes) {
      if (node.array != null) {
        plans.add(node);
      }
    }
    if (plans.isEmpty()) {
      checker.walk();
      return;
    }
    if (plans.size() == 1) {
      lists.read(plans.get(0), null, -1);
      return;
    }
    byte[] bytes = reading.cursor().capture(limits.captureBytes());
    for (var node : plans) {
      reading.again(bytes, offset, line, column, () -> lists.read(node, null, -1));
    }
  }
}
