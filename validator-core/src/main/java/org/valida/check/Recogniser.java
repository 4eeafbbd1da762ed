package org.valida.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.valida.contract.Attributes;
import org.valida.contract.ContractCatalog;
import org.valida.contract.ContractInfo;
import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.Utf8Cursor;

/**
 * Tells the contract of a payload from its content: the one whose own attributes cover most members
 * of the first record, then the one with most required ones there. Looks at the document up to the
 * end of its first record, and at no more than {@link #MOST_BYTES} of it.
 */
final class Recogniser {

  /** How much of a document is looked at. */
  static final int MOST_BYTES = 16 << 20;

  /** Of a beginning with more names nothing is remembered. */
  private static final int MOST_NAMES = 100;

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

  /** What was seen and what it was taken for. */
  private record Known(Seen seen, boolean broken, Answer answer) {}

  private final List<ContractCatalog> catalogs;

  /** The last answer: of many inputs, most begin alike. */
  private volatile Known latest;

  Recogniser(List<ContractCatalog> catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * @param cursor before the first token of the document
   * @param recording what the cursor reads
   */
  Answer recognise(Utf8Cursor cursor, RecordingStream recording) {
    var seen = new Seen();
    boolean broken = false;
    try {
      seen.read(cursor);
    } catch (JsonStop stop) {
      broken = !recording.isFull();
    }
    var known = latest;
    if (known == null || known.broken != broken || !known.seen.isLike(seen)) {
      known = new Known(seen, broken, decide(seen, broken));
      latest = seen.isShort() ? known : null;
    }
    return known.answer;
  }

  // In loops: every input passes here, and at the first one a stream takes longer than its work.
  private Answer decide(Seen seen, boolean broken) {
    var best = new ArrayList<ContractInfo>();
    long bestCover = 0;
    long bestRequired = -1;
    for (var catalog : catalogs) {
      for (var contract : catalog.all()) {
        if (!seen.mayBe(contract)) {
          continue;
        }
        var expected = catalog.attributes(contract);
        var record = seen.record(contract, expected.ofList());
        long cover = count(seen.names(contract, record), expected.own());
        long required = count(expected.required(), seen.names(contract, record));
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

  /** How many of the names are among those. */
  private static long count(Collection<String> names, Collection<String> among) {
    long count = 0;
    for (var name : names) {
      count += among.contains(name) ? 1 : 0;
    }
    return count;
  }

  /** Whether the document is one record of a lote, without the list around it. */
  private boolean isSingleRecord(Seen seen) {
    if (seen.root.size() < 2) {
      return false;
    }
    for (var catalog : catalogs) {
      for (var contract : catalog.all()) {
        if (seen.mayBe(contract)
            && catalog.attributes(contract).ofList()
            && catalog.attributes(contract).own().containsAll(seen.root.keySet())) {
          return true;
        }
      }
    }
    return false;
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

  private static boolean typesFit(ContractInfo contract, Map<String, String> record) {
    for (var type : contract.recognition().types().entrySet()) {
      if (!type.getValue().equals(record.get(type.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** What stands at the beginning of a document. */
  private static final class Seen {
    private final Map<String, String> root = new LinkedHashMap<>();
    private final Map<String, String> first = new LinkedHashMap<>();
    private Map<String, String> ente;
    private List<String> folded;
    private boolean rootIsObject;
    private boolean rootIsArray;
    private boolean rootIsText;
    private boolean emptyList;
    private boolean emptyEntes;

    /** Whether it takes little room. */
    boolean isShort() {
      return root.size() + first.size() + (ente == null ? 0 : ente.size()) <= MOST_NAMES;
    }

    /** Whether nothing tells it from another. */
    boolean isLike(Seen other) {
      return rootIsObject == other.rootIsObject
          && rootIsArray == other.rootIsArray
          && rootIsText == other.rootIsText
          && emptyList == other.emptyList
          && emptyEntes == other.emptyEntes
          && root.equals(other.root)
          && first.equals(other.first)
          && Objects.equals(ente, other.ente);
    }

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
        if (name.equalsIgnoreCase("ente")) {
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
      return Attributes.folds(contract) ? ente != null : rootIsObject || rootIsArray;
    }

    /** The members to hold against the contract. */
    Map<String, String> record(ContractInfo contract, boolean ofList) {
      if (Attributes.folds(contract)) {
        return ente;
      }
      return ofList == rootIsArray ? (ofList ? first : root) : Map.of();
    }

    /** The names of that record, folded where the contract folds its own. */
    Collection<String> names(ContractInfo contract, Map<String, String> record) {
      if (!Attributes.folds(contract)) {
        return record.keySet();
      }
      if (folded == null) {
        folded = new ArrayList<>();
        for (var name : record.keySet()) {
          folded.add(Attributes.folded(name));
        }
      }
      return folded;
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
