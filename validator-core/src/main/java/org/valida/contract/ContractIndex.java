package org.valida.contract;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.valida.violation.Rule;
import org.valida.violation.Severity;

/**
 * What every run needs of the built-in contracts, in a form that is read at once: reading {@code
 * contracts.json}, {@code rules.json} and the schemas of all contracts takes longer than judging a
 * small payload. The build writes it from them ({@link #main}).
 *
 * @param attributeTexts by the id of the contract, read when it is looked at
 * @param tables paths of the code tables; true for one whose rows have an index of their own beside
 *     it ({@link TableRows})
 */
public record ContractIndex(
    Map<String, ContractInfo> contracts,
    Collection<Rule> rules,
    Map<String, String> attributeTexts,
    Map<String, Boolean> tables) {

  /** Its file among those of the built-in contracts. */
  static final String FILE = "contracts.index";

  /** In place of {@code .csv}, of the index of a table's rows. */
  private static final String ROWS = ".rows";

  /** What a table of so many rows costs at a start is not worth a file. */
  private static final int FEW_ROWS = 1_000;

  /**
   * Writes the index of the built-in contracts, and those of long tables.
   *
   * @param arguments the folder of their files
   */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var index = of(ContractCatalog.parsed(), folder);
    Files.writeString(folder.resolve(FILE), index.text());
    for (var table : index.tables.keySet()) {
      var rows = rows(folder, table);
      if (rows.isPresent()) {
        Files.writeString(folder.resolve(rowsOf(table)), rows.get());
      }
    }
  }

  static ContractIndex of(ContractCatalog catalog, Path folder) throws IOException {
    var contracts = new LinkedHashMap<String, ContractInfo>();
    var attributes = new LinkedHashMap<String, String>();
    for (var contract : catalog.all()) {
      contracts.put(contract.id(), contract);
      attributes.put(contract.id(), text(catalog.attributes(contract)));
    }
    return new ContractIndex(contracts, catalog.rules().all(), attributes, tables(folder));
  }

  private static Map<String, Boolean> tables(Path folder) throws IOException {
    var tables = new TreeMap<String, Boolean>();
    try (var files = Files.walk(folder)) {
      for (var file : files.toList()) {
        var path = folder.relativize(file).toString().replace(File.separatorChar, '/');
        if (path.endsWith(".csv")) {
          tables.put(path, rows(folder, path).isPresent());
        }
      }
    }
    return tables;
  }

  /** The path of the index of that table's rows. */
  static String rowsOf(String table) {
    return table.substring(0, table.lastIndexOf('.')) + ROWS;
  }

  private static Optional<String> rows(Path folder, String table) throws IOException {
    var csv = Files.readString(folder.resolve(table));
    return csv.lines().skip(FEW_ROWS).findAny().isEmpty()
        ? Optional.empty()
        : CodeTable.parse(table, csv).rowsText();
  }

  // ---- written

  String text() {
    var text = new IndexText.Writer().number(contracts.size());
    for (var contract : contracts.values()) {
      var recognition = contract.recognition();
      text.text(contract.id())
          .text(contract.schema())
          .map(contract.titles())
          .text(contract.method())
          .text(contract.path())
          .text(contract.source())
          .text(recognition.records())
          .flag(recognition.assumed())
          .map(recognition.types())
          .text(attributeTexts.get(contract.id()));
    }
    text.number(rules.size());
    for (var rule : rules) {
      text.text(rule.id())
          .text(rule.severity().name())
          .text(rule.group())
          .text(rule.clauseText())
          .flag(rule.repair());
    }
    text.number(tables.size());
    new TreeMap<>(tables).forEach((path, rows) -> text.text(path).flag(rows));
    return text.written();
  }

  private static String text(Attributes attributes) {
    return new IndexText.Writer()
        .list(attributes.own().stream().sorted().toList())
        .list(attributes.required())
        .flag(attributes.ofList())
        .written();
  }

  // ---- read, as all that a start does in loops: a stream takes longer to set up than to run here

  /** Empty if there is none: it is made by the build, and an editor may not have run that. */
  static Optional<ContractIndex> read(ContractFiles files) {
    var text = files.text(FILE);
    return text.isEmpty() ? Optional.empty() : Optional.of(parse(text.get()));
  }

  static ContractIndex parse(String text) {
    var reader = new IndexText.Reader(text);
    var contracts = new LinkedHashMap<String, ContractInfo>();
    var attributes = new LinkedHashMap<String, String>();
    for (int left = reader.number(); left > 0; left--) {
      var contract =
          new ContractInfo(
              reader.text(),
              reader.text(),
              reader.map(),
              reader.text(),
              reader.text(),
              reader.text(),
              new Recognition(reader.text(), reader.flag(), reader.map()));
      contracts.put(contract.id(), contract);
      attributes.put(contract.id(), reader.text());
    }
    int size = reader.number();
    var rules = new ArrayList<Rule>(size);
    for (int i = 0; i < size; i++) {
      rules.add(
          new Rule(
              reader.text(),
              Severity.valueOf(reader.text()),
              reader.text(),
              reader.text(),
              reader.flag()));
    }
    var tables = new LinkedHashMap<String, Boolean>();
    for (int left = reader.number(); left > 0; left--) {
      tables.put(reader.text(), reader.flag());
    }
    return new ContractIndex(contracts, rules, attributes, tables);
  }

  /** The attributes of a contract's records; empty if the contract is not of this index. */
  Optional<Attributes> attributes(String contract) {
    var text = attributeTexts.get(contract);
    if (text == null) {
      return Optional.empty();
    }
    var reader = new IndexText.Reader(text);
    return Optional.of(new Attributes(Set.copyOf(reader.list()), reader.list(), reader.flag()));
  }
}
