package org.valida.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.valida.json.JsonValue;

/**
 * The contracts of one folder: their descriptions, schemas and tables. Files are read on first use
 * and kept; thread-safe.
 */
public final class ContractCatalog {

  private final ContractFiles files;
  private final Map<String, ContractInfo> contracts;
  private final List<ContractInfo> all;
  private final RuleCatalog rules;
  private final Map<String, Attributes> attributes = new ConcurrentHashMap<>();
  private final Optional<ContractIndex> index;

  private final Map<String, JsonValue> documents = new ConcurrentHashMap<>();
  private final Map<String, CodeTable> tables = new ConcurrentHashMap<>();

  private ContractCatalog(
      ContractFiles files,
      Map<String, ContractInfo> contracts,
      RuleCatalog rules,
      Optional<ContractIndex> index) {
    this.files = files;
    this.contracts = contracts;
    this.all = List.copyOf(contracts.values());
    this.rules = rules;
    this.index = index;
  }

  /** The contracts that come with Valida. */
  public static ContractCatalog builtIn() {
    var files = ContractFiles.builtIn();
    var index = ContractIndex.read(files);
    return index.isEmpty()
        ? parsed()
        : new ContractCatalog(
            files, index.get().contracts(), RuleCatalog.of(index.get().rules()), index);
  }

  /** The contracts that come with Valida, without their index. */
  static ContractCatalog parsed() {
    return read(ContractFiles.builtIn(), Optional.empty());
  }

  /**
   * The contracts of a folder with its {@code contracts.json}.
   *
   * @param base tables in {@code common/tables} and rules come from here where the folder has none
   *     of its own
   * @throws IllegalArgumentException if the folder has no readable {@code contracts.json}
   */
  public static ContractCatalog read(ContractFiles files, Optional<ContractCatalog> base) {
    var own =
        base.<ContractFiles>map(b -> path -> files.text(path).or(() -> b.files.text(path)))
            .orElse(files);
    var listing =
        files
            .text("contracts.json")
            .orElseThrow(() -> new IllegalArgumentException("the folder has no contracts.json"));
    var contracts = new LinkedHashMap<String, ContractInfo>();
    for (var entry : JsonValue.parse(listing).member("contracts").orElseThrow().elements()) {
      var info = info(entry);
      contracts.put(info.id(), info);
    }
    var rules = files.text("rules.json").map(text -> RuleCatalog.parse(JsonValue.parse(text)));
    var all =
        base.map(b -> rules.map(b.rules::and).orElse(b.rules))
            .or(() -> rules)
            .orElseThrow(() -> new IllegalArgumentException("the folder has no rules.json"));
    return new ContractCatalog(own, contracts, all, Optional.empty());
  }

  private static ContractInfo info(JsonValue entry) {
    var titles = new LinkedHashMap<String, String>();
    entry
        .member("title")
        .ifPresent(title -> title.members().forEach((k, v) -> titles.put(k, v.string())));
    return new ContractInfo(
        text(entry, "id"),
        text(entry, "schema"),
        titles,
        text(entry, "method"),
        text(entry, "path"),
        text(entry, "source"),
        recognition(entry));
  }

  private static Recognition recognition(JsonValue entry) {
    var recognise = entry.member("recognise");
    var types = new LinkedHashMap<String, String>();
    recognise
        .flatMap(r -> r.member("types"))
        .ifPresent(map -> map.members().forEach((name, type) -> types.put(name, type.string())));
    return new Recognition(
        recognise.map(r -> text(r, "records")).orElse(""),
        recognise.flatMap(r -> r.member("assumed")).map(JsonValue::isTrue).orElse(false),
        types);
  }

  private static String text(JsonValue entry, String name) {
    return entry.member(name).map(JsonValue::string).orElse("");
  }

  public List<ContractInfo> all() {
    return all;
  }

  public Optional<ContractInfo> find(String id) {
    return Optional.ofNullable(contracts.get(id));
  }

  public RuleCatalog rules() {
    return rules;
  }

  /**
   * The attributes of a contract's records.
   *
   * @throws IllegalArgumentException if its schema is not there
   */
  public Attributes attributes(ContractInfo contract) {
    var known = attributes.get(contract.id());
    if (known == null) {
      var indexed = index.flatMap(i -> i.attributes(contract.id()));
      known = indexed.orElseGet(() -> Attributes.of(contract, document(contract.schema())));
      attributes.put(contract.id(), known);
    }
    return known;
  }

  /**
   * A JSON file below the folder.
   *
   * @throws IllegalArgumentException if there is none
   */
  public JsonValue document(String path) {
    var document = documentIfThere(path);
    if (document.isEmpty()) {
      throw new IllegalArgumentException("no file " + path);
    }
    return document.get();
  }

  /** As {@link #document}; empty if there is none. */
  public Optional<JsonValue> documentIfThere(String path) {
    var known = documents.get(path);
    if (known == null) {
      var text = files.text(path);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      known = JsonValue.parse(text.get());
      var other = documents.putIfAbsent(path, known);
      known = other == null ? known : other;
    }
    return Optional.of(known);
  }

  /**
   * The table that a schema names: beside the schema, else common to all.
   *
   * @param schemaPath path of the schema that names it
   * @throws IllegalArgumentException if there is none
   */
  public CodeTable table(String schemaPath, String name) {
    int slash = schemaPath.lastIndexOf('/');
    var beside = schemaPath.substring(0, slash + 1) + "tables/" + name + ".csv";
    var common = "common/tables/" + name + ".csv";
    var known = find(beside, name);
    if (known == null) {
      known = find(common, name);
    }
    if (known == null) {
      throw new IllegalArgumentException("no table " + name + " for " + schemaPath);
    }
    return known;
  }

  /** Null if there is none. */
  private CodeTable find(String path, String name) {
    var known = tables.get(path);
    if (known != null) {
      return known;
    }
    if (index.isPresent()) {
      // What is not there would be looked for in every jar.
      var hasRows = index.get().tables().get(path);
      if (hasRows == null) {
        return null;
      }
      if (hasRows) {
        var rows = files.text(ContractIndex.rowsOf(path)).orElseThrow();
        return added(path, CodeTable.written(name, () -> files.text(path).orElseThrow(), rows));
      }
    }
    var text = files.text(path);
    return text.isEmpty() ? null : added(path, CodeTable.parse(name, text.get()));
  }

  private CodeTable added(String path, CodeTable table) {
    var other = tables.putIfAbsent(path, table);
    return other == null ? table : other;
  }
}
