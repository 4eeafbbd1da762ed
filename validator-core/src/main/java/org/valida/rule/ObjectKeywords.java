package org.valida.rule;

import static org.valida.rule.KeywordParts.each;
import static org.valida.rule.KeywordParts.member;
import static org.valida.rule.KeywordParts.number;
import static org.valida.rule.KeywordParts.numbers;
import static org.valida.rule.KeywordParts.slots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.schema.ListRule;

/** The keywords that relate the attributes of an object. */
final class ObjectKeywords {

  private ObjectKeywords() {}

  static void apply(KeywordContext schema) {
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
}
