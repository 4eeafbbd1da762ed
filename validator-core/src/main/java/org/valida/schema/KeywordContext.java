package org.valida.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.valida.contract.CodeTable;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.violation.Severity;

/** One schema while it is compiled: its x- keywords, and where their rules go. */
public final class KeywordContext {

  private final SchemaCompiler compiler;
  private final JsonValue schema;
  private final Node node;

  KeywordContext(SchemaCompiler compiler, JsonValue schema, Node node) {
    this.compiler = compiler;
    this.schema = schema;
    this.node = node;
  }

  /** The value of a keyword, if the schema has it. */
  public Optional<JsonValue> keyword(String name) {
    var value = schema.member(name);
    if (value.isPresent()) {
      compiler.has(name);
    }
    return value;
  }

  /** Whether the schema has any of the keywords. */
  public boolean hasAny(String... names) {
    for (var name : names) {
      if (schema.member(name).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the schema names its types and lets this one pass. */
  public boolean admits(int type) {
    return node.typed && (node.types & type) != 0;
  }

  /**
   * The rule that a keyword names: its id, or an object with {@code rule} and {@code severity}.
   *
   * @throws SchemaException if the catalogue has no such rule
   */
  public RuleUse rule(JsonValue named) {
    if (named instanceof JsonObject object) {
      var inner = object.member("rule");
      if (inner.isEmpty()) {
        throw compiler.broken(named, "a rule is missing here");
      }
      var use = rule(inner.get());
      var severity = object.member("severity");
      return severity.isEmpty()
          ? use
          : new RuleUse(
              use.rule(), Severity.valueOf(severity.get().string().toUpperCase(Locale.ROOT)));
    }
    if (!(named instanceof JsonString)) {
      throw compiler.broken(named, "a rule id is due here");
    }
    var rule = compiler.rules().find(named.string());
    if (rule.isEmpty()) {
      throw compiler.broken(named, "there is no rule " + named.string());
    }
    return RuleUse.of(rule.get());
  }

  /** A rule of the catalogue that no contract names. */
  public RuleUse builtIn(String id) {
    return RuleUse.of(compiler.rules().rule(id));
  }

  /** The table of that name. */
  public CodeTable table(JsonValue name) {
    return compiler.table(name);
  }

  /** What is wrong with the contract, at that place. */
  public SchemaException broken(JsonValue at, String message) {
    return compiler.broken(at, message);
  }

  /**
   * Has an attribute remembered in every object that knows it: for rules that look for it in the
   * objects around theirs.
   */
  public String around(JsonValue attribute) {
    compiler.remember(attribute.string());
    return attribute.string().intern();
  }

  // ---- values

  /** Adds a rule about how the value is read. */
  public void form(ValueRule rule) {
    node.form = with(node.form, rule);
  }

  /** Adds a rule about a value that could be read. */
  public void meaning(ValueRule rule) {
    node.meaning = with(node.meaning, rule);
  }

  private static ValueRule[] with(ValueRule[] rules, ValueRule more) {
    var all = Arrays.copyOf(rules, rules.length + 1);
    all[rules.length] = more;
    return all;
  }

  /** Failures of form are reported under this rule. */
  public void formRule(RuleUse rule) {
    node.formRule = rule;
  }

  /** The rule for failures of form, empty where each keyword reports its own. */
  public Optional<RuleUse> formRule() {
    return Optional.ofNullable(node.formRule);
  }

  public void lengthRule(RuleUse rule) {
    node.lengthRule = rule;
  }

  /** A value of that JSON type, one of the bits of {@link Value}, is this rule's. */
  public void typeRule(int type, RuleUse rule) {
    var all = new ArrayList<>(node.typeRules);
    all.add(new Node.TypeRule(type, rule));
    node.typeRules = List.copyOf(all);
  }

  /** Numbers between the bounds that break the form get this variant of the message. */
  public void hint(String variant, long minimum, long maximum) {
    var all = new ArrayList<>(node.hints);
    all.add(new Node.Hint(variant, minimum, maximum));
    node.hints = List.copyOf(all);
  }

  // ---- objects

  public boolean isObject() {
    return node.object != null;
  }

  /** Has an attribute of this object remembered, and tells the number of its slot. */
  public int slot(JsonValue attribute) {
    return slot(node.object, attribute);
  }

  private int slot(ObjectPlan plan, JsonValue attribute) {
    if (plan == null) {
      throw compiler.broken(attribute, "this keyword is for objects with properties");
    }
    try {
      return plan.slot(attribute.string());
    } catch (IllegalArgumentException e) {
      throw compiler.broken(attribute, e.getMessage());
    }
  }

  /** Whether the object requires the attribute. */
  public boolean requires(String attribute) {
    return node.object.required.contains(attribute);
  }

  public void object(ObjectRule rule) {
    node.object.add(rule);
  }

  /** Names with capitals are wrong, and matched all the same. */
  public void lowercaseNames() {
    compiler.lowercaseNames();
  }

  /** Members of unknown names are reported with this severity and accepted. */
  public void strangers(Severity severity) {
    node.object.stranger = new RuleUse(compiler.engineRules().unknownAttribute().rule(), severity);
  }

  public void alias(JsonValue attribute, String alias, RuleUse rule) {
    int property = node.object.property(attribute.string());
    if (property < 0) {
      throw compiler.broken(attribute, "the object has no attribute " + attribute.string());
    }
    var all = new java.util.HashMap<>(node.object.aliases);
    all.put(alias, new ObjectPlan.Alias(property, rule));
    node.object.aliases = java.util.Map.copyOf(all);
  }

  /**
   * Each such object is a record, named to people after the pattern.
   *
   * @param groups what reports group records by, each with the attribute that says it
   */
  public void record(String name, String label, Map<String, JsonValue> groups) {
    if (node.object == null) {
      node.object = compiler.plan();
    }
    var naming = new RecordLabel(label);
    for (var attribute : naming.attributes()) {
      if (node.object.property(attribute) >= 0) {
        node.object.slot(attribute);
      }
    }
    var attributes = new TreeMap<String, String>();
    groups.forEach(
        (group, attribute) -> {
          node.object.slot(node.object.name(property(attribute)));
          attributes.put(group, attribute.string());
        });
    node.object.record = new RecordNaming(name, naming, attributes);
    compiler.record(name);
  }

  /** The absence of the attribute is reported by a rule of its own. */
  public void recommends(String attribute) {
    node.object.recommended.add(attribute);
  }

  /** Position of a member among the properties, for {@link Frame#list}. */
  public int property(JsonValue attribute) {
    int property = node.object.property(attribute.string());
    if (property < 0) {
      throw compiler.broken(attribute, "the object has no attribute " + attribute.string());
    }
    return property;
  }

  /** The rules of a list that this object holds. */
  public List<ListRule> listRules(JsonValue attribute) {
    return arrayOf(attribute).rules();
  }

  /** Adds a rule to a list that this object holds; answers its number among the list's rules. */
  public int addToList(JsonValue attribute, ListRule rule) {
    var array = arrayOf(attribute);
    array.add(rule);
    return array.rules().size() - 1;
  }

  /** Has an attribute of the items of a list of this object remembered. */
  public int slotOfItems(JsonValue attribute, JsonValue itemAttribute) {
    return slot(arrayOf(attribute).items.object, itemAttribute);
  }

  private ArrayPlan arrayOf(JsonValue attribute) {
    var array = node.object.child(property(attribute)).array;
    if (array == null || array.items == null) {
      throw compiler.broken(attribute, attribute.string() + " is no list");
    }
    return array;
  }

  // ---- arrays

  public boolean isArray() {
    return node.array != null;
  }

  /** Has an attribute of this array's items remembered. */
  public int itemSlot(JsonValue attribute) {
    return slot(
        node.array == null || node.array.items == null ? null : node.array.items.object, attribute);
  }

  /** Whether the absence of an attribute of the items is reported by itself. */
  public boolean itemsNeed(String attribute) {
    var items = node.array.items.object;
    return items.required.contains(attribute) || items.recommended.contains(attribute);
  }

  public void list(ListRule rule) {
    if (node.array == null) {
      throw compiler.broken(schema, "this keyword is for arrays");
    }
    node.array.add(rule);
  }
}
