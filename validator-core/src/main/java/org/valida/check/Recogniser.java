package org.valida.check;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.valida.contract.ContractCatalog;
import org.valida.contract.ContractInfo;
import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;

/**
 * Tells the contract of a payload from its content: the one whose own attributes cover most members
 * of the first record, then the one with most required ones there. Looks at the document up to the
 * end of its first record, and at no more than {@link #MOST_BYTES} of it.
 */
final class Recogniser {

  /** How much of a document is looked at. */
  static final int MOST_BYTES = 16 << 20;

  /** What a document was recognised as. */
  sealed interface Answer {
    /** One contract; {@code assumed} on thin evidence. */
    record Found(String contract, boolean assumed) implements Answer {}

    /** Several contracts fit equally. */
    record Ambiguous(List<String> candidates) implements Answer {}

    /** No contract fits; {@code hint} is a word for what it looks like, or empty. */
    record Unknown(String hint) implements Answer {}

    /** It is not well-formed, and broke off before it could be told. */
    record Broken() implements Answer {}
  }

  private record Attributes(Set<String> own, Set<String> required, boolean ofList) {}

  private final List<ContractCatalog> catalogs;
  private final Map<String, Attributes> attributes = new ConcurrentHashMap<>();

  Recogniser(List<ContractCatalog> catalogs) {
    this.catalogs = catalogs;
  }

  Answer recognise(InputStream document, Limits limits) {
    var seen = new Seen();
    boolean broken = false;
    try {
      seen.read(Utf8Cursor.over(document, limits));
    } catch (JsonStop stop) {
      broken = true;
    }
    if (broken && document instanceof RecordingStream recording && recording.isFull()) {
      broken = false;
    }
    return decide(seen, broken);
  }

  private Answer decide(Seen seen, boolean broken) {
    var best = new ArrayList<ContractInfo>();
    long bestCover = 0;
    long bestRequired = -1;
    for (var catalog : catalogs) {
      for (var contract : catalog.all()) {
        if (!seen.mayBe(contract)) {
          continue;
        }
        var expected =
            attributes.computeIfAbsent(contract.id(), id -> attributes(catalog, contract));
        var record = seen.record(contract, expected.ofList());
        boolean folded = contract.recognition().records().equals("/ente");
        long cover =
            record.keySet().stream()
                .filter(name -> expected.own().contains(folded ? fold(name) : name))
                .count();
        long required =
            expected.required().stream().filter(name -> has(record, name, folded)).count();
        if (cover == 0
            || cover < bestCover
            || cover == bestCover && required < bestRequired
            || !typesFit(contract, record)) {
          continue;
        }
        if (cover > bestCover || required > bestRequired) {
          best.clear();
        }
        bestCover = cover;
        bestRequired = required;
        best.add(contract);
      }
    }
    if (best.size() == 1) {
      return new Answer.Found(best.get(0).id(), false);
    }
    if (broken) {
      return new Answer.Broken();
    }
    if (best.isEmpty()) {
      return seen.emptyEntes || seen.ente != null
          ? assumed()
          : new Answer.Unknown(isSingleRecord(seen) ? "single-record" : seen.hint());
    }
    return best.stream()
        .filter(contract -> contract.recognition().assumed())
        .findFirst()
        .<Answer>map(contract -> new Answer.Found(contract.id(), true))
        .orElseGet(
            () -> new Answer.Ambiguous(best.stream().map(ContractInfo::id).sorted().toList()));
  }

  /** Whether the document is one record of a lote, without the list around it. */
  private boolean isSingleRecord(Seen seen) {
    return seen.root.size() > 1
        && attributes.values().stream()
            .filter(Attributes::ofList)
            .anyMatch(expected -> expected.own().containsAll(seen.root.keySet()));
  }

  private Answer assumed() {
    for (var catalog : catalogs) {
      for (var contract : catalog.all()) {
        if (contract.recognition().assumed()) {
          return new Answer.Found(contract.id(), true);
        }
      }
    }
    return new Answer.Unknown("");
  }

  private static boolean has(Map<String, String> record, String name, boolean folded) {
    return folded
        ? record.keySet().stream().anyMatch(member -> fold(member).equals(fold(name)))
        : record.containsKey(name);
  }

  private static boolean typesFit(ContractInfo contract, Map<String, String> record) {
    return contract.recognition().types().entrySet().stream()
        .allMatch(type -> type.getValue().equals(record.get(type.getKey())));
  }

  /** Names with capitals are matched ignoring case and underscores. */
  private static String fold(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private Attributes attributes(ContractCatalog catalog, ContractInfo contract) {
    var schema = catalog.document(contract.schema());
    var record = schema;
    if (contract.recognition().records().equals("/ente")) {
      record = step(step(schema, "properties"), "ente");
      record = step(record, "items");
    } else if (schema.member("items").isPresent()) {
      record = step(schema, "items");
    }
    boolean folds = contract.recognition().records().equals("/ente");
    var own = new LinkedHashSet<String>();
    for (var name : step(record, "properties").members().keySet()) {
      own.add(folds ? fold(name) : name);
    }
    var required = new LinkedHashSet<String>();
    record
        .member("required")
        .ifPresent(names -> names.elements().forEach(name -> required.add(name.string())));
    record
        .member("x-recommended")
        .ifPresent(
            list ->
                list.elements()
                    .forEach(
                        item ->
                            item.member("attribute")
                                .ifPresent(name -> required.add(name.string()))));
    return new Attributes(own, required, schema.member("items").isPresent());
  }

  private static JsonValue step(JsonValue schema, String name) {
    return schema.member(name).orElseGet(() -> new JsonString(""));
  }

  /** What stands at the beginning of a document. */
  private static final class Seen {
    private final Map<String, String> root = new LinkedHashMap<>();
    private final Map<String, String> first = new LinkedHashMap<>();
    private Map<String, String> ente;
    private boolean rootIsObject;
    private boolean rootIsArray;
    private boolean rootIsText;
    private boolean emptyList;
    private boolean emptyEntes;

    void read(JsonCursor cursor) {
      switch (cursor.next()) {
        case START_OBJECT -> {
          rootIsObject = true;
          members(cursor);
        }
        case START_ARRAY -> {
          rootIsArray = true;
          var token = cursor.next();
          emptyList = token == Token.END_ARRAY;
          if (token == Token.START_OBJECT) {
            object(cursor, first);
          }
        }
        case STRING -> {
          rootIsText =
              cursor.text().strip().startsWith("{") || cursor.text().strip().startsWith("[");
          cursor.next();
        }
        default -> cursor.next();
      }
    }

    private void members(JsonCursor cursor) {
      while (cursor.next() == Token.NAME) {
        var name = cursor.text();
        var token = cursor.next();
        root.put(name, type(token));
        if (name.toLowerCase(Locale.ROOT).equals("ente")) {
          if (token == Token.START_ARRAY) {
            emptyEntes = true;
            while (cursor.next() != Token.END_ARRAY) {
              emptyEntes = false;
              if (cursor.token() == Token.START_OBJECT) {
                ente = new LinkedHashMap<>();
                object(cursor, ente);
                return;
              }
              cursor.skip();
            }
            continue;
          }
          if (token == Token.START_OBJECT) {
            ente = new LinkedHashMap<>();
            object(cursor, ente);
            return;
          }
        }
        cursor.skip();
      }
    }

    private static void object(JsonCursor cursor, Map<String, String> into) {
      while (cursor.next() == Token.NAME) {
        var name = cursor.text();
        into.put(name, "");
        into.put(name, type(cursor.next()));
        cursor.skip();
      }
    }

    private static String type(Token token) {
      return switch (token) {
        case START_OBJECT -> "object";
        case START_ARRAY -> "array";
        case STRING -> "string";
        case NUMBER -> "number";
        case TRUE, FALSE -> "boolean";
        default -> "null";
      };
    }

    /** Whether the records of the contract stand where this document has some. */
    boolean mayBe(ContractInfo contract) {
      return contract.recognition().records().equals("/ente")
          ? ente != null
          : rootIsObject || rootIsArray;
    }

    /** The members to hold against the contract. */
    Map<String, String> record(ContractInfo contract, boolean ofList) {
      if (contract.recognition().records().equals("/ente")) {
        return ente;
      }
      return ofList == rootIsArray ? (ofList ? first : root) : Map.of();
    }

    String hint() {
      if (rootIsText) {
        return "json-in-string";
      }
      if (rootIsArray && emptyList) {
        return "empty-list";
      }
      if (rootIsArray) {
        return first.containsKey("num_ano") || first.containsKey("ente") ? "top-level-array" : "";
      }
      for (var name :
          List.of(
              "data",
              "dados",
              "items",
              "itens",
              "content",
              "result",
              "results",
              "payload",
              "response",
              "value",
              "lote",
              "registros",
              "estudantes",
              "alunos",
              "profissionais",
              "matriculas",
              "funcoes",
              "formacoes",
              "entes")) {
        if (root.containsKey(name)) {
          return "envelope";
        }
      }
      return "";
    }
  }
}
