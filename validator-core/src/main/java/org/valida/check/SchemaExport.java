package org.valida.check;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.valida.contract.CodeTable;
import org.valida.contract.ContractCatalog;
import org.valida.json.Decimal;
import org.valida.json.JsonArray;
import org.valida.json.JsonNull;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.text.Draft;
import org.valida.text.TextPattern;
import org.valida.violation.Severity;

/**
 * Writes a contract as one JSON Schema of draft 7 that any other tool can use alone, such as the
 * web validator that MCE 6.4 suggests. References to other files become local definitions, and of
 * the x- keywords what JSON Schema can say:
 *
 * <ul>
 *   <li>{@code x-table} becomes an {@code enum} of the codes that Valida accepts at most with a
 *       warning, each in the spellings that the schema's own keywords let pass: whole numbers as
 *       numbers and, under {@code x-digits}, as texts too (plain, as the table writes them, and
 *       filled up with zeros to the longest code; Valida itself takes any number of zeros). Where
 *       an unknown code is only a warning, there is no {@code enum}.
 *   <li>{@code x-decimal} becomes bounds. Never {@code multipleOf}, which most tools compute in
 *       binary floating point.
 *   <li>{@code x-date} becomes a {@code pattern} where there is none yet.
 * </ul>
 */
public final class SchemaExport {

  /** Where contracts stand that have no {@code $id}. */
  private static final String BASE = "https://valida.org/schemas/";

  /** Members that hold schemas by name. */
  private static final Set<String> MAPS = Set.of("properties", "patternProperties", "dependencies");

  /** Members that are a schema or a list of schemas. */
  private static final Set<String> SCHEMAS =
      Set.of(
          "items",
          "additionalItems",
          "additionalProperties",
          "contains",
          "propertyNames",
          "not",
          "if",
          "then",
          "else",
          "allOf",
          "anyOf",
          "oneOf");

  /** What draft 7 ignores beside a reference, but people read. */
  private static final Set<String> PROSE = Set.of("title", "description", "$comment");

  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private final ContractCatalog catalog;
  private final String contract;
  private final Map<String, Document> documents = new HashMap<>();
  private final Map<Target, String> names = new HashMap<>();
  private final Map<String, JsonValue> definitions = new LinkedHashMap<>();

  private record Document(URI at, JsonValue root) {}

  private record Target(URI document, String pointer) {}

  private SchemaExport(ContractCatalog catalog, String contract) {
    this.catalog = catalog;
    this.contract = contract;
  }

  /**
   * The contract as one schema: indented by two blanks, ending with a line feed.
   *
   * @throws IllegalArgumentException if there is no such contract, or a reference or table of it
   *     leads nowhere
   */
  public static String export(ContractCatalog catalog, String id) {
    var info =
        catalog
            .find(id)
            .orElseThrow(() -> new IllegalArgumentException("there is no contract " + id));
    var text = new StringBuilder();
    write(new SchemaExport(catalog, info.schema()).root(), text, "\n");
    return text.append('\n').toString();
  }

  private JsonValue root() {
    var document = document(catalog.document(contract), URI.create(BASE + contract));
    names.put(new Target(document.at(), ""), "");
    var members = new LinkedHashMap<String, JsonValue>();
    members.put("$schema", new JsonString(Draft.DRAFT7.metaSchema()));
    document.root().member("$id").ifPresent(id -> members.put("$id", id));
    members.putAll(schema(document.root(), document).members());
    if (!definitions.isEmpty()) {
      members.put("definitions", new JsonObject(definitions));
    }
    return new JsonObject(members);
  }

  private Document document(JsonValue root, URI foundAt) {
    var at =
        root.member("$id")
            .filter(JsonString.class::isInstance)
            .map(id -> withoutFragment(foundAt.resolve(id.string())))
            .orElse(foundAt);
    var document = new Document(at, root);
    documents.put(foundAt.toString(), document);
    documents.put(at.toString(), document);
    return document;
  }

  private static URI withoutFragment(URI uri) {
    var text = uri.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? uri : URI.create(text.substring(0, hash));
  }

  // ---- schemas

  private JsonValue schema(JsonValue value, Document in) {
    if (!(value instanceof JsonObject schema)) {
      return value;
    }
    var members = new LinkedHashMap<String, JsonValue>();
    if (schema.members().get("$ref") instanceof JsonString reference) {
      schema.members().forEach((name, text) -> keepProse(name, text, members));
      members.put("$ref", new JsonString(reference(reference.string(), in)));
      return new JsonObject(members);
    }
    schema
        .members()
        .forEach(
            (name, inner) -> {
              if (!name.startsWith("x-") && !isOfTheFile(name)) {
                members.put(name, keyword(name, inner, in));
              }
            });
    schema.member("x-table").ifPresent(table -> codes(schema, table, members));
    schema.member("x-decimal").ifPresent(decimal -> bounds(schema, decimal, members));
    schema.member("x-date").ifPresent(date -> pattern(schema, date, members));
    return new JsonObject(members);
  }

  private static void keepProse(String name, JsonValue text, Map<String, JsonValue> members) {
    if (PROSE.contains(name)) {
      members.put(name, text);
    }
  }

  private static boolean isOfTheFile(String name) {
    return name.equals("$schema") || name.equals("$id") || name.equals("definitions");
  }

  private JsonValue keyword(String name, JsonValue value, Document in) {
    if (MAPS.contains(name)) {
      var members = new LinkedHashMap<String, JsonValue>();
      value.members().forEach((key, inner) -> members.put(key, schema(inner, in)));
      return new JsonObject(members);
    }
    if (!SCHEMAS.contains(name)) {
      return value;
    }
    return value instanceof JsonArray list
        ? new JsonArray(list.elements().stream().map(inner -> schema(inner, in)).toList())
        : schema(value, in);
  }

  // ---- references

  /** The local reference that leads where the reference does. */
  private String reference(String reference, Document in) {
    int hash = reference.indexOf('#');
    var file = hash < 0 ? reference : reference.substring(0, hash);
    var pointer = hash < 0 ? "" : reference.substring(hash + 1);
    var document = file.isEmpty() ? in : find(in.at().resolve(file));
    if (document == null) {
      throw nowhere(reference, in);
    }
    var target = new Target(document.at(), decoded(pointer));
    var known = names.get(target);
    if (known == null) {
      var schema = pointed(document.root(), target.pointer());
      if (schema == null) {
        throw nowhere(reference, in);
      }
      known = newName(target);
      names.put(target, known);
      // Claimed before it is filled: a definition may refer to itself.
      definitions.put(known, schema);
      definitions.put(known, schema(schema, document));
    }
    return known.isEmpty() ? "#" : "#/definitions/" + known;
  }

  private static IllegalArgumentException nowhere(String reference, Document in) {
    return new IllegalArgumentException(
        "the reference " + reference + " in " + in.at() + " leads nowhere");
  }

  private Document find(URI uri) {
    var text = uri.toString();
    if (documents.containsKey(text)) {
      return documents.get(text);
    }
    var folder = contract.substring(0, contract.lastIndexOf('/') + 1);
    return (text.startsWith(BASE)
            ? catalog.documentIfThere(text.substring(BASE.length()))
            : MetaSchemas.find(text))
        .or(() -> catalog.documentIfThere(folder + text.substring(text.lastIndexOf('/') + 1)))
        .map(root -> document(root, uri))
        .orElse(null);
  }

  private static String decoded(String fragment) {
    return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The schema at a pointer, or of a plain name such as {@code #amount}; null if there is none. */
  private static JsonValue pointed(JsonValue root, String pointer) {
    if (pointer.isEmpty()) {
      return root;
    }
    if (!pointer.startsWith("/")) {
      return named(root, "#" + pointer);
    }
    var at = root;
    for (var step : pointer.substring(1).split("/", -1)) {
      var name = step.replace("~1", "/").replace("~0", "~");
      if (at instanceof JsonArray list) {
        boolean inside =
            name.matches("[0-9]{1,6}") && Integer.parseInt(name) < list.elements().size();
        at = inside ? list.elements().get(Integer.parseInt(name)) : null;
      } else {
        at = at == null ? null : at.members().get(name);
      }
    }
    return at;
  }

  private static JsonValue named(JsonValue value, String id) {
    if (value.members().get("$id") instanceof JsonString own && own.string().equals(id)) {
      return value;
    }
    var inner = new ArrayList<JsonValue>(value.elements());
    inner.addAll(value.members().values());
    for (var part : inner) {
      var found = named(part, id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private String newName(Target target) {
    var path = target.pointer().isEmpty() ? target.document().getPath() : target.pointer();
    var last =
        path.substring(path.lastIndexOf('/') + 1)
            .replaceFirst("(\\.schema)?\\.json$", "")
            .replaceAll("[^A-Za-z0-9_.-]", "_");
    var wish = last.isEmpty() ? "schema" : last;
    var name = wish;
    for (int i = 2; definitions.containsKey(name); i++) {
      name = wish + "-" + i;
    }
    return name;
  }

  // ---- what JSON Schema can say of the x- keywords

  private void codes(JsonObject schema, JsonValue table, Map<String, JsonValue> members) {
    boolean counted = table.member("digits").isPresent();
    if (!isError(table.member("unknown").orElseThrow())
        || counted && schema.member("x-rule").filter(this::isError).isEmpty()) {
      return;
    }
    var codes = new Codes(schema, table);
    var values = codes.values();
    blanks(schema).stream().filter(codes::isOfItsType).forEach(values::add);
    var own = schema.member("enum").map(JsonValue::elements);
    members.put(
        "enum",
        new JsonArray(
            values.stream()
                .filter(value -> own.isEmpty() || own.get().stream().anyMatch(value::sameAs))
                .toList()));
  }

  /** The ways to say that there is no value. */
  private List<JsonValue> blanks(JsonObject schema) {
    boolean both =
        schema.member("x-blank").isPresent()
            || schema.member("x-optional").isPresent() && !isError(new JsonString("value-empty"));
    if (both) {
      return List.of(new JsonString(""), new JsonNull());
    }
    return schema.member("x-empty-rule").filter(rule -> !isError(rule)).isPresent()
        ? List.of(new JsonString(""))
        : List.of();
  }

  private void bounds(JsonObject schema, JsonValue decimal, Map<String, JsonValue> members) {
    if (schema.member("x-rule").filter(this::isError).isEmpty()) {
      return;
    }
    var parts = decimal.elements();
    int digits =
        Integer.parseInt(((JsonNumber) parts.get(0)).raw())
            - Integer.parseInt(((JsonNumber) parts.get(1)).raw());
    var bound = "1" + "0".repeat(digits);
    var least = Decimal.of("-" + bound);
    var greatest = Decimal.of(bound);
    if (!(schema.members().get("exclusiveMinimum") instanceof JsonNumber own)
        || own.value().compareTo(least) < 0) {
      members.put("exclusiveMinimum", new JsonNumber("-" + bound));
    }
    if (!(schema.members().get("exclusiveMaximum") instanceof JsonNumber own)
        || own.value().compareTo(greatest) > 0) {
      members.put("exclusiveMaximum", new JsonNumber(bound));
    }
  }

  private void pattern(JsonObject schema, JsonValue date, Map<String, JsonValue> members) {
    if (members.containsKey("pattern")
        || !date.member("format").filter(this::isError).isPresent()) {
      return;
    }
    boolean mayBeEmpty = !blanks(schema).isEmpty();
    members.put("pattern", new JsonString(mayBeEmpty ? "^(" + DAY + ")?$" : "^" + DAY + "$"));
  }

  /** Whether the rule, named by its id or with its severity, is an error here. */
  private boolean isError(JsonValue rule) {
    var severity = rule.member("severity");
    if (severity.isPresent()) {
      return severity.get().string().equals(Severity.ERROR.label());
    }
    var named = rule.member("rule");
    return named.isPresent()
        ? isError(named.get())
        : catalog.rules().rule(rule.string()).severity() == Severity.ERROR;
  }

  /** The codes of a table, as one attribute may write them. */
  private final class Codes {
    private final JsonValue keywords;
    private final CodeTable table;
    private final String key;
    private final boolean numeric;
    private final Set<String> types;
    private final boolean digitsAsText;
    private final TextPattern pattern;
    private final Set<String> numbers = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();

    Codes(JsonObject schema, JsonValue keywords) {
      this.keywords = keywords;
      table = catalog.table(contract, keywords.member("table").orElseThrow().string());
      key = keywords.member("key").map(JsonValue::string).orElse("code");
      numeric = table.numeric(key);
      types =
          schema
              .member("type")
              .map(type -> type instanceof JsonArray list ? list.elements() : List.of(type))
              .orElse(List.of())
              .stream()
              .map(JsonValue::string)
              .collect(Collectors.toSet());
      digitsAsText = schema.member("x-digits").isPresent();
      pattern =
          schema.member("pattern").map(text -> TextPattern.compile(text.string())).orElse(null);
    }

    List<JsonValue> values() {
      var extra = keywords.member("extra").filter(SchemaExport.this::isError);
      int longest = 0;
      for (int row = 0; row < table.size(); row++) {
        longest = Math.max(longest, table.text(row, key).length());
      }
      for (int row = 0; row < table.size(); row++) {
        if (extra.isEmpty() || !table.text(row, "extra").equals("true")) {
          code(table.text(row, key), longest);
        }
      }
      prefixes();
      keywords
          .member("refused")
          .map(JsonValue::members)
          .ifPresent(refused -> refused.forEach(this::refused));
      var values = new ArrayList<JsonValue>();
      numbers.stream().map(JsonNumber::new).forEach(values::add);
      texts.stream().map(JsonString::new).forEach(values::add);
      values.removeIf(value -> !isOfItsType(value));
      return values;
    }

    private void code(String code, int longest) {
      if (!numeric) {
        texts.add(code);
        return;
      }
      var plain = Long.toString(Long.parseLong(code));
      var due = keywords.member("digits").map(digits -> ((JsonNumber) digits).raw());
      if (due.isPresent() && !due.get().equals(Integer.toString(plain.length()))) {
        return;
      }
      number(plain);
      if (digitsAsText) {
        texts.add(code);
        texts.add("0".repeat(longest - plain.length()) + plain);
      }
    }

    /** The beginnings of codes that are read as the whole. */
    private void prefixes() {
      var prefix = keywords.member("prefix");
      if (prefix.isEmpty() || isError(prefix.get().member("rule").orElseThrow())) {
        return;
      }
      int length =
          Integer.parseInt(((JsonNumber) prefix.get().member("digits").orElseThrow()).raw());
      for (var code : List.copyOf(numbers)) {
        if (code.length() > length) {
          number(code.substring(0, length));
        }
      }
    }

    /** A number under a rule of its own: no code, unless that rule only warns. */
    private void refused(String number, JsonValue rule) {
      if (!isError(rule)) {
        number(number);
      } else {
        numbers.remove(number);
        texts.remove(number);
      }
    }

    private void number(String plain) {
      numbers.add(plain);
      if (digitsAsText) {
        texts.add(plain);
      }
    }

    boolean isOfItsType(JsonValue value) {
      if (value instanceof JsonString text) {
        return admits("string") && (pattern == null || pattern.find(text.string()));
      }
      return value instanceof JsonNull ? admits("null") : admits("integer") || admits("number");
    }

    private boolean admits(String type) {
      return types.isEmpty() || types.contains(type);
    }
  }

  // ---- text

  /**
   * @param indent a line feed and the blanks that a line begins with
   */
  private static void write(JsonValue value, StringBuilder text, String indent) {
    if (value instanceof JsonNumber number) {
      text.append(number.raw());
    } else if (!value.members().isEmpty()) {
      char separator = '{';
      for (var member : value.members().entrySet()) {
        text.append(separator).append(indent).append("  ");
        new JsonString(member.getKey()).canonical(text);
        write(member.getValue(), text.append(": "), indent + "  ");
        separator = ',';
      }
      text.append(indent).append('}');
    } else if (!value.elements().isEmpty()) {
      char separator = '[';
      for (var element : value.elements()) {
        write(element, text.append(separator).append(indent).append("  "), indent + "  ");
        separator = ',';
      }
      text.append(indent).append(']');
    } else {
      value.canonical(text);
    }
  }
}
