package org.valida.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.schema.ListRule;
import org.valida.schema.Value;
import org.valida.schema.Vocabulary;
import org.valida.violation.Severity;

/**
 * The x- keywords of contracts, as docs/vocabulary.md describes them, each with the rule that it
 * becomes.
 */
public final class ContractVocabulary implements Vocabulary {

  @Override
  public void apply(KeywordContext schema) {
    names(schema);
    form(schema);
    meaning(schema);
    if (schema.isObject()) {
      relations(schema);
    }
    if (schema.isArray()) {
      lists(schema);
    }
  }

  // ---- names and records

  private static void names(KeywordContext schema) {
    schema.keyword("x-names").ifPresent(value -> schema.lowercaseNames());
    schema.keyword("x-unknown").ifPresent(value -> schema.strangers(severity(value)));
    schema
        .keyword("x-aliases")
        .ifPresent(
            value ->
                value
                    .members()
                    .forEach(
                        (alias, attribute) ->
                            schema.alias(attribute, alias, schema.builtIn("attribute-alias"))));
    schema
        .keyword("x-record")
        .ifPresent(
            value ->
                schema.record(
                    member(schema, value, "name").string(),
                    member(schema, value, "label").string(),
                    value.member("groups").map(JsonValue::members).orElse(Map.of())));
  }

  private static Severity severity(JsonValue value) {
    return Severity.valueOf(value.string().toUpperCase(Locale.ROOT));
  }

  // ---- values

  private static void form(KeywordContext schema) {
    schema.keyword("x-rule").ifPresent(value -> schema.formRule(schema.rule(value)));
    schema.keyword("x-length-rule").ifPresent(value -> schema.lengthRule(schema.rule(value)));
    schema.keyword("x-type-rules").ifPresent(value -> typeRules(schema, value));
    schema
        .keyword("x-hints")
        .ifPresent(value -> value.elements().forEach(hint -> hint(schema, hint)));
    schema.keyword("x-blank").ifPresent(value -> schema.form(new BlankText(null)));
    schema
        .keyword("x-optional")
        .ifPresent(value -> schema.form(new BlankText(schema.builtIn("value-empty"))));
    schema
        .keyword("x-empty-rule")
        .ifPresent(value -> schema.form(new EmptyText(schema.rule(value))));
    schema
        .keyword("x-digits")
        .ifPresent(
            value ->
                schema.form(
                    new DigitText(
                        value.string().equals("warning")
                            ? schema.builtIn("number-as-string")
                            : null)));
    schema.keyword("x-table").ifPresent(value -> codeForm(schema, value));
    schema.keyword("x-decimal").ifPresent(value -> decimal(schema, value));
    schema
        .keyword("x-timestamp")
        .ifPresent(
            value ->
                schema.form(
                    new Timestamp(
                        schema
                            .formRule()
                            .orElseThrow(
                                () -> schema.broken(value, "x-timestamp needs an x-rule")))));
    schema.keyword("x-check").ifPresent(value -> personNumber(schema, value));
  }

  private static void typeRules(KeywordContext schema, JsonValue value) {
    value
        .members()
        .forEach(
            (type, rule) ->
                schema.typeRule(
                    switch (type) {
                      case "null" -> Value.NULL;
                      case "boolean" -> Value.BOOLEAN;
                      case "integer" -> Value.INTEGER;
                      case "number" -> Value.INTEGER | Value.NUMBER;
                      case "string" -> Value.STRING;
                      case "array" -> Value.ARRAY;
                      case "object" -> Value.OBJECT;
                      default -> throw schema.broken(rule, "there is no JSON type " + type);
                    },
                    schema.rule(rule)));
  }

  private static void hint(KeywordContext schema, JsonValue hint) {
    schema.hint(
        member(schema, hint, "variant").string(),
        number(schema, member(schema, hint, "minimum")),
        number(schema, member(schema, hint, "maximum")));
  }

  private static void decimal(KeywordContext schema, JsonValue value) {
    var parts = value.elements();
    schema.form(
        new ExactDecimal(
            (int) number(schema, parts.get(0)),
            (int) number(schema, parts.get(1)),
            schema.formRule().orElseThrow(() -> schema.broken(value, "x-decimal needs an x-rule")),
            schema.builtIn("decimal-trailing-zeros"),
            schema.builtIn("decimal-exponent")));
  }

  private static void personNumber(KeywordContext schema, JsonValue value) {
    var kind =
        switch (member(schema, value, "kind").string()) {
          case "cpf" -> PersonNumber.Kind.CPF;
          case "nis" -> PersonNumber.Kind.NIS;
          case "cpf-or-nis" -> PersonNumber.Kind.CPF_OR_NIS;
          default -> throw schema.broken(value, "kind must be cpf, nis or cpf-or-nis");
        };
    schema.form(
        new PersonNumber(
            kind,
            schema.rule(member(schema, value, "format")),
            schema.rule(member(schema, value, "digits"))));
  }

  private static void codeForm(KeywordContext schema, JsonValue value) {
    boolean counted = value.member("digits").isPresent();
    if (!counted && value.member("refused").isEmpty()) {
      return;
    }
    var refused = new ArrayList<CodeForm.Refused>();
    value
        .member("refused")
        .ifPresent(
            map ->
                map.members()
                    .forEach(
                        (number, rule) ->
                            refused.add(
                                new CodeForm.Refused(Long.parseLong(number), schema.rule(rule)))));
    var prefix = value.member("prefix");
    schema.form(
        new CodeForm(
            schema.table(member(schema, value, "table")),
            key(value),
            List.copyOf(refused),
            counted ? (int) number(schema, member(schema, value, "digits")) : 0,
            prefix.map(p -> (int) number(schema, member(schema, p, "digits"))).orElse(0),
            prefix.map(p -> schema.rule(member(schema, p, "rule"))).orElse(null),
            schema
                .formRule()
                .orElseThrow(() -> schema.broken(value, "digits and refused need an x-rule"))));
  }

  private static String key(JsonValue table) {
    return table.member("key").map(JsonValue::string).orElse("code");
  }

  private static void meaning(KeywordContext schema) {
    schema
        .keyword("x-shape")
        .ifPresent(
            value ->
                schema.meaning(
                    new Shape(
                        schema.rule(member(schema, value, "rule")),
                        texts(member(schema, value, "any")),
                        value.member("strip").map(JsonValue::string).orElse(""))));
    text(schema);
    schema.keyword("x-date").ifPresent(value -> date(schema, value));
    schema.keyword("x-table").ifPresent(value -> schema.meaning(lookup(schema, value)));
    schema
        .keyword("x-prefix-table")
        .ifPresent(
            value ->
                schema.meaning(
                    new PrefixLookup(
                        schema.table(member(schema, value, "table")).index(key(value), 1),
                        (int) number(schema, member(schema, value, "digits")),
                        schema.rule(member(schema, value, "rule")))));
    schema.keyword("x-expect").ifPresent(value -> schema.meaning(expectation(schema, value)));
  }

  /** What is looked for in every text that no form guards, in contracts and in any other schema. */
  static void text(KeywordContext schema) {
    if (schema.admits(Value.STRING)
        && !schema.hasAny(
            "x-rule",
            "pattern",
            "format",
            "enum",
            "const",
            "x-digits",
            "x-timestamp",
            "x-date",
            "x-check")) {
      schema.meaning(
          new TextQuality(schema.builtIn("text-whitespace"), schema.builtIn("text-mojibake")));
    }
  }

  private static void date(KeywordContext schema, JsonValue value) {
    var date =
        new DateText(
            schema.rule(member(schema, value, "format")),
            schema.rule(member(schema, value, "invalid")),
            value.member("implausible").map(schema::rule).orElse(null),
            value.member("future").map(schema::rule).orElse(null),
            value.member("future-years").map(years -> number(schema, years)).orElse(0L));
    schema.form(date);
    schema.meaning(date.meaning());
  }

  private static CodeLookup lookup(KeywordContext schema, JsonValue value) {
    return new CodeLookup(
        schema.table(member(schema, value, "table")),
        key(value),
        new CodeLookup.Rules(
            schema.rule(member(schema, value, "unknown")),
            value.member("extra").map(schema::rule).orElse(null),
            value.member("not-in-force").map(schema::rule).orElse(null),
            value.member("year").map(schema::around).orElse(null),
            value.member("longer").map(JsonValue::isTrue).orElse(false)));
  }

  private static Expectation expectation(KeywordContext schema, JsonValue value) {
    var maximum = value.member("maximum");
    boolean toThisYear = maximum.filter(m -> m instanceof JsonString).isPresent();
    return new Expectation(
        schema.rule(value),
        value.member("minimum").map(bound -> number(schema, bound)).orElse(null),
        toThisYear ? null : maximum.map(bound -> number(schema, bound)).orElse(null),
        toThisYear);
  }

  // ---- objects

  private static void relations(KeywordContext schema) {
    each(
        schema,
        "x-required-any",
        item -> {
          var attributes = member(schema, item, "attributes").elements();
          schema.object(
              new Presence.AnyOf(
                  schema.rule(item),
                  slots(schema, attributes),
                  attributes.stream().map(JsonValue::string).toList()));
        });
    each(
        schema,
        "x-required-when",
        item ->
            schema.object(
                new Presence.When(
                    schema.rule(item),
                    schema.slot(member(schema, item, "attribute")),
                    schema.slot(member(schema, item, "when")),
                    numbers(schema, member(schema, item, "in")))));
    each(
        schema,
        "x-recommended",
        item -> {
          var attribute = member(schema, item, "attribute");
          schema.recommends(attribute.string());
          schema.object(new Presence.Recommended(schema.rule(item), schema.slot(attribute)));
        });
    each(
        schema,
        "x-agree",
        item ->
            schema.object(
                new Agreement(
                    schema.rule(item),
                    schema.slot(member(schema, item, "attribute")),
                    member(schema, item, "column").string(),
                    schema.slot(member(schema, item, "with")))));
    each(
        schema,
        "x-order",
        item ->
            schema.object(
                new Ascending(
                    schema.rule(item),
                    slots(schema, member(schema, item, "ascending").elements()))));
    schema.keyword("x-period").ifPresent(value -> schema.object(period(schema, value)));
    schema.keyword("x-query").ifPresent(value -> schema.object(query(schema, value)));
    schema.keyword("x-ledger").ifPresent(value -> ledger(schema, value));
    schema
        .keyword("x-register")
        .ifPresent(
            value ->
                schema.object(
                    new Register.Entry(
                        member(schema, value, "set").string(),
                        schema.slot(member(schema, value, "by")))));
    schema
        .keyword("x-registered")
        .ifPresent(
            value ->
                schema.object(
                    new Register.Reference(
                        schema.rule(value),
                        member(schema, value, "set").string(),
                        schema.slot(member(schema, value, "by")))));
  }

  private static PeriodStart period(KeywordContext schema, JsonValue value) {
    return new PeriodStart(
        schema.rule(value),
        schema.slot(member(schema, value, "year")),
        schema.slot(member(schema, value, "period")),
        (int) number(schema, member(schema, value, "months")),
        schema.around(member(schema, value, "consulted")));
  }

  private static QueryFilter query(KeywordContext schema, JsonValue value) {
    var filters = new HashMap<String, Integer>();
    member(schema, value, "filters")
        .members()
        .forEach((name, attribute) -> filters.put(name, schema.slot(attribute)));
    return new QueryFilter(
        schema.rule(value),
        Map.copyOf(filters),
        value.member("municipio").map(municipio -> municipio(schema, municipio)).orElse(null));
  }

  private static QueryFilter.Municipio municipio(KeywordContext schema, JsonValue value) {
    return new QueryFilter.Municipio(
        member(schema, value, "filter").string(),
        schema.table(member(schema, value, "table")),
        member(schema, value, "column").string(),
        schema.slot(member(schema, value, "with")));
  }

  private static void ledger(KeywordContext schema, JsonValue value) {
    var list = member(schema, value, "list");
    if (member(schema, value, "stages").elements().size() > LedgerRows.STAGES
        || member(schema, value, "key").elements().size() > LedgerRows.KEYS) {
      throw schema.broken(value, "a ledger has room for four parts of a key and four stages");
    }
    var stages = new ArrayList<LedgerEntry.Stage>();
    var stageNames = new ArrayList<JsonValue>();
    for (var stage : member(schema, value, "stages").elements()) {
      stageNames.add(member(schema, stage, "attribute"));
      stages.add(
          new LedgerEntry.Stage(
              member(schema, stage, "attribute").string(),
              schema.rule(member(schema, stage, "decrease"))));
    }
    var compare = value.member("compare");
    var method =
        new LedgerEntry.Method(
            member(schema, value, "method").string(),
            List.copyOf(stages),
            schema.rule(member(schema, value, "repeated")),
            compare.map(c -> schema.rule(c)).orElse(null),
            compare.map(c -> member(schema, c, "method").string()).orElse(""));
    int accounts = accountsOf(schema, list, stageNames);
    var uniques = new ArrayList<Integer>();
    var rules = schema.listRules(list);
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof UniqueItems) {
        uniques.add(i);
      }
    }
    var key = member(schema, value, "key").elements();
    var needed = new boolean[key.size()];
    for (int i = 0; i < needed.length; i++) {
      needed[i] = schema.requires(key.get(i).string());
    }
    schema.object(
        new LedgerEntry(
            method,
            slots(schema, key),
            needed,
            schema.slot(member(schema, value, "period")),
            schema.property(list),
            accounts,
            uniques));
  }

  /** The number of the list's accounts among its rules; a list without a hierarchy just adds up. */
  private static int accountsOf(KeywordContext schema, JsonValue list, List<JsonValue> stages) {
    List<ListRule> rules = schema.listRules(list);
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof Accounts) {
        return i;
      }
    }
    int[] values = stages.stream().mapToInt(stage -> schema.slotOfItems(list, stage)).toArray();
    var names = stages.stream().map(JsonValue::string).toList();
    return schema.addToList(
        list, new Accounts(Accounts.NONE, Accounts.NONE, values, names, "", List.of()));
  }

  // ---- arrays

  private static void lists(KeywordContext schema) {
    each(schema, "x-unique", item -> schema.list(unique(schema, item)));
    schema
        .keyword("x-empty")
        .ifPresent(
            value ->
                schema.list(
                    new ListSize.NoItems(
                        schema.rule(value),
                        member(schema, value, "at").string().equals("object"))));
    schema
        .keyword("x-records")
        .ifPresent(value -> schema.list(new ListSize.TooMany(schema.rule(value))));
    schema.keyword("x-accounts").ifPresent(value -> schema.list(accounts(schema, value)));
    schema.keyword("x-server-errors").ifPresent(value -> schema.list(serverErrors(schema, value)));
    schema
        .keyword("x-contradiction")
        .ifPresent(
            value ->
                schema.list(
                    new Contradiction(
                        schema.rule(value), numbers(schema, member(schema, value, "alone")))));
  }

  private static UniqueItems unique(KeywordContext schema, JsonValue item) {
    var parts = new ArrayList<UniqueItems.Part>();
    Optional<JsonValue> or = item.member("or");
    for (var attribute : member(schema, item, "by").elements()) {
      int substitute =
          or.flatMap(map -> map.member(attribute.string())).map(schema::itemSlot).orElse(-1);
      parts.add(
          new UniqueItems.Part(
              schema.itemSlot(attribute), substitute, schema.itemsNeed(attribute.string())));
    }
    return new UniqueItems(schema.rule(item), parts.toArray(UniqueItems.Part[]::new));
  }

  private static ServerErrors.Joined serverErrors(KeywordContext schema, JsonValue value) {
    var match = member(schema, value, "match").members();
    int[] slots =
        match.keySet().stream().mapToInt(name -> schema.itemSlot(new JsonString(name))).toArray();
    return new ServerErrors.Joined(
        schema.rule(value), slots, match.values().stream().map(ContractVocabulary::texts).toList());
  }

  private static Accounts accounts(KeywordContext schema, JsonValue value) {
    var eras = new ArrayList<Accounts.Era>();
    for (var era : member(schema, value, "eras").elements()) {
      eras.add(
          new Accounts.Era(
              era.member("from").map(year -> number(schema, year)).orElse(Long.MIN_VALUE),
              era.member("to").map(year -> number(schema, year)).orElse(Long.MAX_VALUE),
              member(schema, era, "groups").elements().stream()
                  .mapToInt(group -> (int) number(schema, group))
                  .toArray(),
              era.member("sum").map(schema::rule).orElse(null),
              era.member("missing").map(schema::rule).orElse(null),
              era.member("unexpected").map(schema::rule).orElse(null)));
    }
    var values = member(schema, value, "values").elements();
    return new Accounts(
        schema.itemSlot(member(schema, value, "code")),
        value.member("within").map(schema::itemSlot).orElse(Accounts.NONE),
        values.stream().mapToInt(schema::itemSlot).toArray(),
        values.stream().map(JsonValue::string).toList(),
        schema.around(member(schema, value, "year")),
        eras);
  }

  // ---- reading keywords

  private static void each(
      KeywordContext schema, String keyword, java.util.function.Consumer<JsonValue> use) {
    schema.keyword(keyword).ifPresent(list -> list.elements().forEach(use));
  }

  private static JsonValue member(KeywordContext schema, JsonValue value, String name) {
    if (!(value instanceof JsonObject)) {
      throw schema.broken(value, "an object with " + name + " is due here");
    }
    return value.member(name).orElseThrow(() -> schema.broken(value, name + " is missing here"));
  }

  private static long number(KeywordContext schema, JsonValue value) {
    if (value instanceof JsonNumber number && number.raw().matches("-?[0-9]{1,18}")) {
      return Long.parseLong(number.raw());
    }
    throw schema.broken(value, "a whole number is due here");
  }

  private static Set<Long> numbers(KeywordContext schema, JsonValue list) {
    var numbers = new LinkedHashSet<Long>();
    list.elements().forEach(element -> numbers.add(number(schema, element)));
    return Set.copyOf(numbers);
  }

  private static List<String> texts(JsonValue list) {
    return list.elements().stream().map(JsonValue::string).toList();
  }

  private static int[] slots(KeywordContext schema, List<JsonValue> attributes) {
    return attributes.stream().mapToInt(schema::slot).toArray();
  }
}
