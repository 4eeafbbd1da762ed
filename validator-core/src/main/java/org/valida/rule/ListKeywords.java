package org.valida.rule;

import static org.valida.rule.KeywordParts.each;
import static org.valida.rule.KeywordParts.member;
import static org.valida.rule.KeywordParts.number;
import static org.valida.rule.KeywordParts.numbers;

import java.util.ArrayList;
import java.util.Optional;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;

/** The keywords that relate the items of a list. */
final class ListKeywords {

  private ListKeywords() {}

  static void apply(KeywordContext schema) {
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
        schema.rule(value), slots, match.values().stream().map(KeywordParts::texts).toList());
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
}
