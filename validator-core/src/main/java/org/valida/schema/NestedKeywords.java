package org.valida.schema;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.valida.json.JsonArray;
import org.valida.json.JsonBoolean;
import org.valida.json.JsonObject;
import org.valida.json.JsonValue;
import org.valida.text.Draft;

/**
 * Compiles the keywords of JSON Schema that hold further schemas: those of objects, of arrays, and
 * combinations. For one schema.
 */
final class NestedKeywords {

  private final SchemaCompiler compiler;
  private final KeywordValues values;
  private final Node node;
  private final JsonObject schema;
  private final URI base;
  private final Draft draft;

  /**
   * @param compiler compiles the further schemas
   * @param node what the schema becomes
   * @param base what its references are relative to
   */
  NestedKeywords(
      SchemaCompiler compiler,
      KeywordValues values,
      Node node,
      JsonObject schema,
      URI base,
      Draft draft) {
    this.compiler = compiler;
    this.values = values;
    this.node = node;
    this.schema = schema;
    this.base = base;
    this.draft = draft;
  }

  void compile() {
    objects();
    arrays();
    combinations();
  }

  private Node inner(JsonValue value) {
    return compiler.node(value, base, draft, node.clause);
  }

  private boolean has(String... keywords) {
    for (var keyword : keywords) {
      if (schema.member(keyword).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void objects() {
    if (!has(
        "properties",
        "patternProperties",
        "additionalProperties",
        "required",
        "minProperties",
        "maxProperties",
        "dependencies",
        "propertyNames")) {
      return;
    }
    var plan = compiler.plan();
    node.object = plan;
    var members = new LinkedHashMap<String, Node>();
    schema
        .member("properties")
        .ifPresent(
            map ->
                values
                    .object(map, "properties")
                    .members()
                    .forEach((name, value) -> members.put(name, inner(value))));
    plan.members(members);
    schema
        .member("patternProperties")
        .ifPresent(
            map -> {
              var patterns = new ArrayList<ObjectPlan.PatternMember>();
              values
                  .object(map, "patternProperties")
                  .members()
                  .forEach(
                      (name, value) ->
                          patterns.add(
                              new ObjectPlan.PatternMember(
                                  values.pattern(map, name), inner(value))));
              plan.patterns = List.copyOf(patterns);
            });
    schema.member("additionalProperties").ifPresent(value -> additional(plan, value));
    schema.member("required").ifPresent(value -> plan.required = values.names(value, draft));
    plan.minimum = values.count(schema, "minProperties", 0);
    plan.maximum = values.count(schema, "maxProperties", Long.MAX_VALUE);
    if (draft != Draft.DRAFT4) {
      schema.member("propertyNames").ifPresent(value -> plan.propertyNames = inner(value));
    }
    schema
        .member("dependencies")
        .ifPresent(value -> dependencies(plan, values.object(value, "dependencies")));
  }

  private void additional(ObjectPlan plan, JsonValue value) {
    if (value instanceof JsonBoolean bool) {
      if (!bool.isTrue()) {
        plan.additional = null;
        plan.stranger = compiler.engineRules().unknownAttribute();
      }
    } else {
      plan.additional = inner(value);
    }
  }

  private void dependencies(ObjectPlan plan, JsonObject map) {
    var names = new LinkedHashMap<String, List<String>>();
    var schemas = new LinkedHashMap<String, Node>();
    map.members()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonArray) {
                names.put(name, values.names(value, draft));
              } else {
                schemas.put(name, inner(value));
              }
            });
    plan.dependentNames = names;
    plan.dependentSchemas = schemas;
  }

  private void arrays() {
    if (!has("items", "additionalItems", "minItems", "maxItems", "uniqueItems", "contains")) {
      return;
    }
    var plan = new ArrayPlan();
    node.array = plan;
    var items = schema.member("items").orElse(null);
    if (items instanceof JsonArray tuple) {
      plan.tuple = tuple.elements().stream().map(this::inner).toArray(Node[]::new);
      schema
          .member("additionalItems")
          .ifPresent(
              value ->
                  plan.items =
                      value instanceof JsonBoolean bool
                          ? (bool.isTrue() ? Node.ANY : null)
                          : inner(value));
    } else if (items != null) {
      plan.items = inner(items);
    }
    plan.minimum = values.count(schema, "minItems", 0);
    plan.maximum = values.count(schema, "maxItems", Long.MAX_VALUE);
    plan.unique = values.flag(schema, "uniqueItems");
    if (draft != Draft.DRAFT4) {
      schema.member("contains").ifPresent(value -> plan.contains = inner(value));
    }
  }

  private void combinations() {
    node.allOf = nodes("allOf");
    node.anyOf = nodes("anyOf");
    node.oneOf = nodes("oneOf");
    schema.member("not").ifPresent(value -> node.not = inner(value));
    if (draft == Draft.DRAFT7) {
      schema
          .member("if")
          .ifPresent(
              value -> {
                var then = schema.member("then").map(this::inner).orElse(null);
                var otherwise = schema.member("else").map(this::inner).orElse(null);
                if (then != null || otherwise != null) {
                  node.condition = inner(value);
                  node.then = then;
                  node.otherwise = otherwise;
                }
              });
    }
  }

  private Node[] nodes(String keyword) {
    var value = schema.member(keyword).orElse(null);
    if (value == null) {
      return Node.NO_NODES;
    }
    if (!(value instanceof JsonArray list) || list.elements().isEmpty()) {
      throw values.broken(value, keyword + " must be a list of at least one schema");
    }
    return list.elements().stream().map(this::inner).toArray(Node[]::new);
  }
}
