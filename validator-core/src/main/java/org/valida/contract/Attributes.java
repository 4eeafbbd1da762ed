package org.valida.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;

/**
 * The attributes of a contract's records, as far as documents are told apart by them.
 *
 * @param own names, folded ({@link #folded}) where the contract {@link #folds} them
 * @param required those of them that must or should be there
 * @param ofList whether the contract is a list of records
 */
public record Attributes(Set<String> own, List<String> required, boolean ofList) {

  public Attributes {
    own = Set.copyOf(own);
    required = List.copyOf(required);
  }

  /** Whether capitals and underscores are of no matter in its names. */
  public static boolean folds(ContractInfo contract) {
    return contract.recognition().records().equals("/ente");
  }

  /** A name without what may differ where names are folded. */
  public static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  static Attributes of(ContractInfo contract, JsonValue schema) {
    boolean folds = folds(contract);
    boolean ofList = schema.member("items").isPresent();
    var record = schema;
    if (folds) {
      record = step(step(step(schema, "properties"), "ente"), "items");
    } else if (ofList) {
      record = step(schema, "items");
    }
    var own = new LinkedHashSet<String>();
    for (var name : step(record, "properties").members().keySet()) {
      own.add(name(name, folds));
    }
    var required = new LinkedHashSet<String>();
    for (var name : list(record, "required")) {
      required.add(name.string());
    }
    for (var item : list(record, "x-recommended")) {
      item.member("attribute").ifPresent(name -> required.add(name.string()));
    }
    return new Attributes(own, required.stream().map(name -> name(name, folds)).toList(), ofList);
  }

  private static String name(String name, boolean folds) {
    return folds ? folded(name) : name;
  }

  private static JsonValue step(JsonValue schema, String name) {
    return schema.member(name).orElseGet(() -> new JsonString(""));
  }

  private static List<JsonValue> list(JsonValue schema, String name) {
    return schema.member(name).map(JsonValue::elements).orElse(List.of());
  }
}
