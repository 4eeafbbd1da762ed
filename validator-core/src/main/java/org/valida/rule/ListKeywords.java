package org.valida.rule;

import static org.valida.rule.KeywordParts.member;
import static org.valida.rule.KeywordParts.number;
import static org.valida.rule.KeywordParts.numbers;
import static org.valida.rule.KeywordParts.ruleOrNull;
import static org.valida.rule.KeywordParts.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;

/** The keywords that relate the items of a list. */
final class ListKeywords {

  /** In the order in which they are applied. */
  private static final List<String> KEYWORDS =
      List.of(
          "x-unique", "x-empty", "x-records", "x-accounts", "x-server-errors", "x-contradiction");

  private ListKeywords() {}

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
      case "x-unique" -> {
        for (var item : value.elements()) {
          schema.list(unique(schema, item));
        }
      }
      case "x-empty" ->
          schema.list(
              new ListSize.NoItems(
                  schema.rule(value), member(schema, value, "at").string().equals("object")));
      case "x-records" -> schema.list(new ListSize.TooMany(schema.rule(value)));
      case "x-accounts" -> schema.list(accounts(schema, value));
      case "x-server-errors" -> schema.list(serverErrors(schema, value));
      case "x-contradiction" ->
          schema.list(
              new Contradiction(
                  schema.rule(value), numbers(schema, member(schema, value, "alone"))));
      default -> throw new IllegalArgumentException(keyword);
    }
  }

  private static UniqueItems unique(KeywordContext schema, JsonValue item) {
    var parts = new ArrayList<UniqueItems.Part>();
    var or = item.member("or");
    for (var attribute : member(schema, item, "by").elements()) {
      var other =
          or.isPresent() ? or.get().member(attribute.string()) : Optional.<JsonValue>empty();
      parts.add(
          new UniqueItems.Part(
              schema.itemSlot(attribute),
              other.isPresent() ? schema.itemSlot(other.get()) : -1,
              schema.itemsNeed(attribute.string())));
    }
    return new UniqueItems(schema.rule(item), parts.toArray(new UniqueItems.Part[0]));
  }

  private static ServerErrors.Joined serverErrors(KeywordContext schema, JsonValue value) {
    var match = member(schema, value, "match").members();
    int[] slots =
        match.keySet().stream().mapToInt(name -> schema.itemSlot(new JsonString(name))).toArray();
    return new ServerErrors.Joined(
        schema.rule(value), slots, match.values().stream().map(KeywordParts::texts).toList());
  }

  private static Accounts accounts(KeywordContext schema, JsonValue value) {
    var eras = new ArrayList<Accounts.Era>();
    for (var era : member(schema, value, "eras").elements()) {
      var groups = member(schema, era, "groups").elements();
      var numbers = new int[groups.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = (int) number(schema, groups.get(i));
      }
      eras.add(
          new Accounts.Era(
              number(schema, era, "from", Long.MIN_VALUE),
              number(schema, era, "to", Long.MAX_VALUE),
              numbers,
              ruleOrNull(schema, era, "sum"),
              ruleOrNull(schema, era, "missing"),
              ruleOrNull(schema, era, "unexpected")));
    }
    int code = schema.itemSlot(member(schema, value, "code"));
    var within = value.member("within");
    int parent = within.isPresent() ? schema.itemSlot(within.get()) : Accounts.NONE;
    var values = member(schema, value, "values").elements();
    var slots = new int[values.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = schema.itemSlot(values.get(i));
    }
    return new Accounts(
        code, parent, slots, texts(values), schema.around(member(schema, value, "year")), eras);
  }
}
