package org.valida.schema;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.valida.contract.CodeTable;
import org.valida.contract.RuleCatalog;
import org.valida.json.JsonBoolean;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.privacy.Mask;
import org.valida.text.Draft;

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
  private final KeywordValues values;
  private final ValueKeywords valueKeywords;
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
    this.values = new KeywordValues(file);
    this.valueKeywords = new ValueKeywords(values);
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
    return values.broken(at, message);
  }

  // ---- schemas

  /**
   * Compiles a schema in a document.
   *
   * @param outer what its references are relative to, unless it says so itself; likewise the others
   */
  Node node(JsonValue schema, URI outer, Draft outerDraft, String outerClause) {
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
    var clause = vocabulary.own(schema, "x-clause").map(values::text).orElse(outerClause);
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
    valueKeywords.compile(node, schema, draft);
    new NestedKeywords(this, values, node, schema, base, draft).compile();
    vocabulary.own(schema, "x-public").ifPresent(value -> node.publicValue = value.isTrue());
    vocabulary
        .own(schema, "x-personal")
        .ifPresent(
            value -> {
              masked = true;
              node.personal =
                  switch (values.text(value)) {
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
}
