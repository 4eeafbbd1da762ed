package org.valida.rule;

import static org.valida.rule.KeywordParts.member;
import static org.valida.rule.KeywordParts.number;
import static org.valida.rule.KeywordParts.numbers;
import static org.valida.rule.KeywordParts.slots;
import static org.valida.rule.KeywordParts.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.schema.ListRule;

/** The keywords that relate the attributes of an object. */
final class ObjectKeywords {

  /** In the order in which they are applied. */
  private static final List<String> KEYWORDS =
      List.of(
          "x-required-any",
          "x-required-when",
          "x-recommended",
          "x-agree",
          "x-order",
          "x-period",
          "x-query",
          "x-ledger",
          "x-register",
          "x-registered");

  private ObjectKeywords() {}

  static void apply(KeywordContext schema) {
    for (var keyword : KEYWORDS) {
      var value = schema.keyword(keyword);
      if (value.isPresent()) {
        apply(schema, keyword, value.get());
      }
    }
  }

  private static void apply(KeywordContext schema, String keyword, JsonValue value) {
    switch (keyword) {
      case "x-period" -> schema.object(period(schema, value));
      case "x-query" -> schema.object(query(schema, value));
      case "x-ledger" -> ledger(schema, value);
      case "x-register" ->
          schema.object(
              new Register.Entry(
                  member(schema, value, "set").string(), schema.slot(member(schema, value, "by"))));
      case "x-registered" ->
          schema.object(
              new Register.Reference(
                  schema.rule(value),
                  member(schema, value, "set").string(),
                  schema.slot(member(schema, value, "by"))));
      default -> {
        for (var item : value.elements()) {
          relation(schema, keyword, item);
        }
      }
    }
  }

  /** One of several that a keyword lists. */
  private static void relation(KeywordContext schema, String keyword, JsonValue item) {
    switch (keyword) {
      case "x-required-any" -> {
        var attributes = member(schema, item, "attributes").elements();
        schema.object(
            new Presence.AnyOf(schema.rule(item), slots(schema, attributes), texts(attributes)));
      }
      case "x-required-when" ->
          schema.object(
              new Presence.When(
                  schema.rule(item),
                  schema.slot(member(schema, item, "attribute")),
                  schema.slot(member(schema, item, "when")),
                  numbers(schema, member(schema, item, "in"))));
      case "x-recommended" -> {
        var attribute = member(schema, item, "attribute");
        schema.recommends(attribute.string());
        schema.object(new Presence.Recommended(schema.rule(item), schema.slot(attribute)));
      }
      case "x-agree" ->
          schema.object(
              new Agreement(
                  schema.rule(item),
                  schema.slot(member(schema, item, "attribute")),
                  member(schema, item, "column").string(),
                  schema.slot(member(schema, item, "with"))));
      case "x-order" ->
          schema.object(
              new Ascending(
                  schema.rule(item), slots(schema, member(schema, item, "ascending").elements())));
      default -> throw new IllegalArgumentException(keyword);
    }
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
    for (var filter : member(schema, value, "filters").members().entrySet()) {
      filters.put(filter.getKey(), schema.slot(filter.getValue()));
    }
    var municipio = value.member("municipio");
    return new QueryFilter(
        schema.rule(value),
        Map.copyOf(filters),
        municipio.isPresent() ? municipio(schema, municipio.get()) : null);
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
            compare.isPresent() ? schema.rule(compare.get()) : null,
            compare.isPresent() ? member(schema, compare.get(), "method").string() : "");
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
    var values = new int[stages.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = schema.slotOfItems(list, stages.get(i));
    }
    return schema.addToList(
        list, new Accounts(Accounts.NONE, Accounts.NONE, values, texts(stages), "", List.of()));
  }
}
