package org.valida.schema;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.valida.contract.CodeTable;
import org.valida.contract.RuleCatalog;
import org.valida.json.Decimal;
import org.valida.json.JsonArray;
import org.valida.json.JsonBoolean;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.privacy.Mask;
import org.valida.text.Draft;
import org.valida.text.TextFormats;
import org.valida.text.TextPattern;

/**
 * Turns a JSON Schema of draft 4, 6 or 7 into a {@link Program}. The schema is checked on the way:
 * what it gets wrong is a {@link SchemaException} with the line and column of the fault.
 */
public final class SchemaCompiler {

  private final SchemaIndex index;
  private final RuleCatalog rules;
  private final EngineRules engineRules;
  private final Vocabulary vocabulary;
  private final Function<String, CodeTable> tables;
  private final String file;
  private final IdentityHashMap<JsonValue, Map<String, Node>> compiled = new IdentityHashMap<>();
  private final List<ObjectPlan> plans = new ArrayList<>();
  private final java.util.Set<String> remembered = new java.util.LinkedHashSet<>();
  private final java.util.Set<String> keywords = new java.util.HashSet<>();
  private boolean lowercaseNames;
  private boolean masked;
  private boolean records;

  /**
   * @param file how messages name the schema
   * @param documents where references lead
   * @param tables code tables by name; throws {@link IllegalArgumentException} for an unknown one
   */
  public SchemaCompiler(
      String file,
      SchemaDocuments documents,
      RuleCatalog rules,
      Vocabulary vocabulary,
      Function<String, CodeTable> tables) {
    this.file = file;
    this.index = new SchemaIndex(documents);
    this.rules = rules;
    this.engineRules = EngineRules.of(rules);
    this.vocabulary = vocabulary;
    this.tables = tables;
  }

  /**
   * Compiles a schema.
   *
   * @param name the contract's id or the schema's name
   * @param at the absolute URI that the schema was found at
   * @param draft what to take it for if it does not say
   * @throws SchemaException if it is no right schema
   */
  public Program compile(String name, JsonValue schema, URI at, Draft draft) {
    schema
        .member("$schema")
        .filter(
            value ->
                value instanceof JsonString text && Draft.ofMetaSchema(text.string()).isEmpty())
        .ifPresent(
            value -> {
              throw broken(
                  value, "only drafts 4, 6 and 7 of JSON Schema are known, not " + value.string());
            });
    index.add(schema, at, draft);
    var root = node(schema, at, draft, "");
    for (var plan : plans) {
      for (var attribute : remembered) {
        if (plan.property(attribute) >= 0) {
          plan.slot(attribute);
        }
      }
    }
    plans.forEach(ObjectPlan::quieten);
    return new Program(name, root, engineRules, lowercaseNames, masked, records, keywords);
  }

  /** Has values masked unless their schema calls them public. */
  public SchemaCompiler masked() {
    masked = true;
    return this;
  }

  RuleCatalog rules() {
    return rules;
  }

  EngineRules engineRules() {
    return engineRules;
  }

  CodeTable table(JsonValue name) {
    try {
      return tables.apply(name.string());
    } catch (IllegalArgumentException e) {
      throw broken(name, e.getMessage());
    }
  }

  /** A plan for one more kind of object. */
  ObjectPlan plan() {
    var plan = new ObjectPlan();
    plans.add(plan);
    return plan;
  }

  void remember(String attribute) {
    remembered.add(attribute);
  }

  /** A keyword of the vocabulary that the schema has. */
  void has(String keyword) {
    keywords.add(keyword);
  }

  void lowercaseNames() {
    lowercaseNames = true;
  }

  void record(String name) {
    records = true;
    masked |= name.equals("lote");
  }

  SchemaException broken(JsonValue at, String message) {
    return new SchemaException(file, at.line(), at.column(), message);
  }

  // ---- schemas

  private Node node(JsonValue schema, URI outer, Draft outerDraft, String outerClause) {
    var draft = index.draft(schema, outerDraft);
    if (schema instanceof JsonBoolean bool && draft != Draft.DRAFT4) {
      if (bool.isTrue()) {
        return Node.ANY;
      }
      var never = new Node();
      never.never = true;
      never.clause = outerClause;
      return never;
    }
    if (!(schema instanceof JsonObject object)) {
      throw broken(
          schema, "a schema must be an object" + (draft == Draft.DRAFT4 ? "" : " or a boolean"));
    }
    var clause = vocabulary.own(schema, "x-clause").map(this::text).orElse(outerClause);
    var byClause = compiled.computeIfAbsent(schema, key -> new HashMap<>());
    var known = byClause.get(clause);
    if (known != null) {
      return known;
    }
    var base = index.base(schema, outer);
    if (object.member("$ref").orElse(null) instanceof JsonString reference) {
      return reference(object, reference, base, draft, clause, byClause);
    }
    var node = new Node();
    byClause.put(clause, node);
    node.clause = clause;
    fill(node, object, base, draft);
    return node;
  }

  private Node reference(
      JsonObject schema,
      JsonString reference,
      URI base,
      Draft draft,
      String clause,
      Map<String, Node> byClause) {
    var target = index.find(reference.string(), base, draft);
    if (target == null) {
      throw broken(
          reference,
          "the reference "
              + reference.string()
              + " leads nowhere (nothing is fetched over the network)");
    }
    var visited = new ArrayList<JsonValue>(List.of(schema));
    while (target instanceof JsonObject object
        && object.member("$ref").orElse(null) instanceof JsonString further) {
      if (visited.contains(target)) {
        throw broken(
            reference, "the reference " + reference.string() + " only leads back to itself");
      }
      visited.add(target);
      var next = index.find(further.string(), index.base(target, base), draft);
      if (next == null) {
        throw broken(further, "the reference " + further.string() + " leads nowhere");
      }
      target = next;
    }
    var node = node(target, index.base(target, base), draft, clause);
    byClause.put(clause, node);
    return node;
  }

  private void fill(Node node, JsonObject schema, URI base, Draft draft) {
    types(node, schema);
    strings(node, schema, draft);
    numbers(node, schema, draft);
    values(node, schema, draft);
    objects(node, schema, base, draft);
    arrays(node, schema, base, draft);
    combinations(node, schema, base, draft);
    vocabulary.own(schema, "x-public").ifPresent(value -> node.publicValue = value.isTrue());
    vocabulary
        .own(schema, "x-personal")
        .ifPresent(
            value -> {
              masked = true;
              node.personal =
                  switch (text(value)) {
                    case "cpf" -> Mask.Kind.CPF;
                    case "nis" -> Mask.Kind.NIS;
                    case "name" -> Mask.Kind.NAME;
                    default -> Mask.Kind.OTHER;
                  };
            });
    var context = new KeywordContext(this, schema, node);
    if (draft != Draft.DRAFT4 && context.admits(Value.INTEGER) && !context.admits(Value.NUMBER)) {
      context.form(new WholeNumbers(RuleUse.of(rules.rule("integer-as-decimal"))));
    }
    apply(context, schema);
    if (node.object != null) {
      node.object.seal();
    }
  }

  /** A keyword of the vocabulary that is not of the form it should have is told with its place. */
  private void apply(KeywordContext context, JsonObject schema) {
    try {
      vocabulary.apply(context);
    } catch (SchemaException e) {
      throw e;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw broken(
          schema, "an x- keyword of this schema is not of the right form: " + e.getMessage());
    }
  }

  private String text(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.string();
    }
    throw broken(value, "a text is due here");
  }

  private void types(Node node, JsonObject schema) {
    schema
        .member("type")
        .ifPresent(
            type -> {
              node.typed = true;
              node.types = 0;
              var names = type instanceof JsonArray list ? list.elements() : List.of(type);
              for (var name : names) {
                node.types |= type(name);
              }
            });
  }

  private int type(JsonValue name) {
    if (!(name instanceof JsonString text)) {
      throw broken(name, "type must be the name of a JSON type, or a list of them");
    }
    return switch (text.string()) {
      case "null" -> Value.NULL;
      case "boolean" -> Value.BOOLEAN;
      case "integer" -> Value.INTEGER;
      case "number" -> Value.INTEGER | Value.NUMBER;
      case "string" -> Value.STRING;
      case "array" -> Value.ARRAY;
      case "object" -> Value.OBJECT;
      default -> throw broken(name, "there is no JSON type " + text.string());
    };
  }

  private void strings(Node node, JsonObject schema, Draft draft) {
    long minimum = count(schema, "minLength", 0);
    long maximum = count(schema, "maxLength", Long.MAX_VALUE);
    var pattern = schema.member("pattern").map(this::pattern).orElse(null);
    var format =
        schema
            .member("format")
            .filter(JsonString.class::isInstance)
            .flatMap(f -> TextFormats.of(f.string(), draft))
            .orElse(null);
    if (minimum > 0 || maximum != Long.MAX_VALUE || pattern != null || format != null) {
      node.strings = new StringChecks(minimum, maximum, pattern, format);
    }
  }

  private TextPattern pattern(JsonValue value) {
    if (!(value instanceof JsonString text)) {
      throw broken(value, "a pattern must be a text");
    }
    return pattern(value, text.string());
  }

  private TextPattern pattern(JsonValue at, String text) {
    try {
      return TextPattern.compile(text);
    } catch (IllegalArgumentException e) {
      throw broken(at, e.getMessage());
    }
  }

  private long count(JsonObject schema, String keyword, long otherwise) {
    var value = schema.member(keyword).orElse(null);
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof JsonNumber number)
        || !number.value().isInteger()
        || number.value().signum() < 0) {
      throw broken(value, keyword + " must be a whole number from 0 on");
    }
    var whole = number.value().whole();
    if (whole.isPresent()) {
      return whole.getAsLong();
    }
    var most = Decimal.of(Long.toString(Long.MAX_VALUE));
    return number.value().compareTo(most) >= 0
        ? Long.MAX_VALUE
        : new java.math.BigDecimal(number.raw()).longValueExact();
  }

  private void numbers(Node node, JsonObject schema, Draft draft) {
    var minimum = number(schema, "minimum");
    var maximum = number(schema, "maximum");
    boolean exclusiveMinimum = false;
    boolean exclusiveMaximum = false;
    if (draft == Draft.DRAFT4) {
      exclusiveMinimum = flag(schema, "exclusiveMinimum");
      exclusiveMaximum = flag(schema, "exclusiveMaximum");
    } else {
      var above = number(schema, "exclusiveMinimum");
      if (above != null && (minimum == null || above.compareTo(minimum) >= 0)) {
        minimum = above;
        exclusiveMinimum = true;
      }
      var below = number(schema, "exclusiveMaximum");
      if (below != null && (maximum == null || below.compareTo(maximum) <= 0)) {
        maximum = below;
        exclusiveMaximum = true;
      }
    }
    var multipleOf = number(schema, "multipleOf");
    if (multipleOf != null && multipleOf.signum() <= 0) {
      throw broken(schema.member("multipleOf").orElseThrow(), "multipleOf must be greater than 0");
    }
    if (minimum != null || maximum != null || multipleOf != null) {
      node.numbers =
          NumberChecks.of(minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf);
    }
  }

  private boolean flag(JsonObject schema, String keyword) {
    var value = schema.member(keyword).orElse(null);
    if (value != null && !(value instanceof JsonBoolean)) {
      throw broken(value, keyword + " must be true or false");
    }
    return value != null && value.isTrue();
  }

  private Decimal number(JsonObject schema, String keyword) {
    var value = schema.member(keyword).orElse(null);
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonNumber number)) {
      throw broken(value, keyword + " must be a number");
    }
    return number.value();
  }

  private void values(Node node, JsonObject schema, Draft draft) {
    schema
        .member("enum")
        .ifPresent(
            value -> {
              if (!(value instanceof JsonArray list)) {
                throw broken(value, "enum must be a list of values");
              }
              node.allow(list.elements());
              if (node.allowed.isEmpty()) {
                node.never = true;
              }
            });
    if (draft != Draft.DRAFT4) {
      node.constant = schema.member("const").orElse(null);
    }
  }

  // ---- objects and arrays

  private void objects(Node node, JsonObject schema, URI base, Draft draft) {
    boolean any = false;
    for (var keyword :
        List.of(
            "properties",
            "patternProperties",
            "additionalProperties",
            "required",
            "minProperties",
            "maxProperties",
            "dependencies",
            "propertyNames")) {
      any |= schema.member(keyword).isPresent();
    }
    if (!any) {
      return;
    }
    var plan = plan();
    node.object = plan;
    var members = new LinkedHashMap<String, Node>();
    schema
        .member("properties")
        .ifPresent(
            map ->
                object(map, "properties")
                    .members()
                    .forEach(
                        (name, inner) -> members.put(name, node(inner, base, draft, node.clause))));
    plan.members(members);
    schema
        .member("patternProperties")
        .ifPresent(
            map -> {
              var patterns = new ArrayList<ObjectPlan.PatternMember>();
              object(map, "patternProperties")
                  .members()
                  .forEach(
                      (name, inner) ->
                          patterns.add(
                              new ObjectPlan.PatternMember(
                                  pattern(map, name), node(inner, base, draft, node.clause))));
              plan.patterns = List.copyOf(patterns);
            });
    schema
        .member("additionalProperties")
        .ifPresent(value -> additional(plan, value, base, draft, node.clause));
    schema.member("required").ifPresent(value -> plan.required = names(value, draft));
    plan.minimum = count(schema, "minProperties", 0);
    plan.maximum = count(schema, "maxProperties", Long.MAX_VALUE);
    if (draft != Draft.DRAFT4) {
      schema
          .member("propertyNames")
          .ifPresent(value -> plan.propertyNames = node(value, base, draft, node.clause));
    }
    schema
        .member("dependencies")
        .ifPresent(
            value -> dependencies(plan, object(value, "dependencies"), base, draft, node.clause));
  }

  private void additional(ObjectPlan plan, JsonValue value, URI base, Draft draft, String clause) {
    if (value instanceof JsonBoolean bool) {
      if (!bool.isTrue()) {
        plan.additional = null;
        plan.stranger = engineRules.unknownAttribute();
      }
    } else {
      plan.additional = node(value, base, draft, clause);
    }
  }

  private List<String> names(JsonValue value, Draft draft) {
    if (!(value instanceof JsonArray list)) {
      if (draft == Draft.DRAFT4 && value instanceof JsonBoolean) {
        throw broken(value, "required must be a list of names (a boolean is of draft 3)");
      }
      throw broken(value, "a list of names is due here");
    }
    var names = new ArrayList<String>();
    for (var name : list.elements()) {
      if (!(name instanceof JsonString text)) {
        throw broken(name, "a name must be a text");
      }
      names.add(text.string());
    }
    return List.copyOf(names);
  }

  private void dependencies(ObjectPlan plan, JsonObject map, URI base, Draft draft, String clause) {
    var names = new LinkedHashMap<String, List<String>>();
    var schemas = new LinkedHashMap<String, Node>();
    map.members()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonArray) {
                names.put(name, names(value, draft));
              } else {
                schemas.put(name, node(value, base, draft, clause));
              }
            });
    plan.dependentNames = names;
    plan.dependentSchemas = schemas;
  }

  private JsonObject object(JsonValue value, String keyword) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw broken(value, keyword + " must be an object");
  }

  private void arrays(Node node, JsonObject schema, URI base, Draft draft) {
    boolean any = false;
    for (var keyword :
        List.of("items", "additionalItems", "minItems", "maxItems", "uniqueItems", "contains")) {
      any |= schema.member(keyword).isPresent();
    }
    if (!any) {
      return;
    }
    var plan = new ArrayPlan();
    node.array = plan;
    var items = schema.member("items").orElse(null);
    if (items instanceof JsonArray tuple) {
      plan.tuple =
          tuple.elements().stream()
              .map(inner -> node(inner, base, draft, node.clause))
              .toArray(Node[]::new);
      schema
          .member("additionalItems")
          .ifPresent(
              value ->
                  plan.items =
                      value instanceof JsonBoolean bool
                          ? (bool.isTrue() ? Node.ANY : null)
                          : node(value, base, draft, node.clause));
    } else if (items != null) {
      plan.items = node(items, base, draft, node.clause);
    }
    plan.minimum = count(schema, "minItems", 0);
    plan.maximum = count(schema, "maxItems", Long.MAX_VALUE);
    plan.unique = flag(schema, "uniqueItems");
    if (draft != Draft.DRAFT4) {
      schema
          .member("contains")
          .ifPresent(value -> plan.contains = node(value, base, draft, node.clause));
    }
  }

  private void combinations(Node node, JsonObject schema, URI base, Draft draft) {
    node.allOf = nodes(schema, "allOf", base, draft, node.clause);
    node.anyOf = nodes(schema, "anyOf", base, draft, node.clause);
    node.oneOf = nodes(schema, "oneOf", base, draft, node.clause);
    schema.member("not").ifPresent(value -> node.not = node(value, base, draft, node.clause));
    if (draft == Draft.DRAFT7) {
      schema
          .member("if")
          .ifPresent(
              value -> {
                var then =
                    schema.member("then").map(t -> node(t, base, draft, node.clause)).orElse(null);
                var otherwise =
                    schema.member("else").map(e -> node(e, base, draft, node.clause)).orElse(null);
                if (then != null || otherwise != null) {
                  node.condition = node(value, base, draft, node.clause);
                  node.then = then;
                  node.otherwise = otherwise;
                }
              });
    }
  }

  private Node[] nodes(JsonObject schema, String keyword, URI base, Draft draft, String clause) {
    var value = schema.member(keyword).orElse(null);
    if (value == null) {
      return Node.NO_NODES;
    }
    if (!(value instanceof JsonArray list) || list.elements().isEmpty()) {
      throw broken(value, keyword + " must be a list of at least one schema");
    }
    return list.elements().stream()
        .map(inner -> node(inner, base, draft, clause))
        .toArray(Node[]::new);
  }
}
