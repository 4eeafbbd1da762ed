package org.valida.contract;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.valida.violation.Rule;
import org.valida.violation.Severity;

/**
 * What every run needs of the built-in contracts, in a form that is read at once: reading {@code
 * contracts.json}, {@code rules.json} and the schemas of all contracts takes longer than judging a
 * small payload. The build writes it from them ({@link #main}).
 *
 * @param attributes by the id of the contract
 * @param tables paths of the code tables
 */
public record ContractIndex(
    Map<String, ContractInfo> contracts,
    Collection<Rule> rules,
    Map<String, Attributes> attributes,
    Set<String> tables) {

  /** Its file among those of the built-in contracts. */
  static final String FILE = "index.txt";

  private static final char CELL = '\t';
  private static final char ITEM = '\u001F';

  /**
   * Writes the index of the built-in contracts.
   *
   * @param arguments the folder of their files
   */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    Files.writeString(folder.resolve(FILE), of(ContractCatalog.parsed(), folder).text());
  }

  static ContractIndex of(ContractCatalog catalog, Path folder) throws IOException {
    var contracts = new LinkedHashMap<String, ContractInfo>();
    var attributes = new LinkedHashMap<String, Attributes>();
    for (var contract : catalog.all()) {
      contracts.put(contract.id(), contract);
      attributes.put(contract.id(), catalog.attributes(contract));
    }
    return new ContractIndex(contracts, catalog.rules().all(), attributes, tables(folder));
  }

  private static Set<String> tables(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
          .filter(path -> path.endsWith(".csv"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  // ---- written: a line for each contract and rule, which begins with what it is

  String text() {
    var text = new StringBuilder();
    for (var contract : contracts.values()) {
      var recognition = contract.recognition();
      var known = attributes.get(contract.id());
      line(
          text,
          "contract",
          contract.id(),
          contract.schema(),
          contract.method(),
          contract.path(),
          contract.source(),
          items(contract.titles()),
          recognition.records(),
          String.valueOf(recognition.assumed()),
          items(recognition.types()),
          String.valueOf(known.ofList()),
          items(known.own().stream().sorted().toList()),
          items(known.required()));
    }
    for (var rule : rules) {
      line(
          text,
          "rule",
          rule.id(),
          rule.severity().name(),
          rule.group(),
          rule.clauseText(),
          String.valueOf(rule.repair()));
    }
    for (var table : new TreeSet<>(tables)) {
      line(text, "table", table);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String... cells) {
    for (var cell : cells) {
      if (cell.indexOf(CELL) >= 0 || cell.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("a tab or line feed in " + cell);
      }
      text.append(cell).append(CELL);
    }
    text.append('\n');
  }

  private static String items(Collection<String> items) {
    return String.join(String.valueOf(ITEM), items);
  }

  private static String items(Map<String, String> map) {
    var items = new ArrayList<String>();
    for (var name : map.keySet().stream().sorted().toList()) {
      items.add(name);
      items.add(map.get(name));
    }
    return items(items);
  }

  // ---- read, as all that a start does in loops: a stream takes longer to set up than to run here

  /** Empty if there is none: it is made by the build, and an editor may not have run that. */
  static Optional<ContractIndex> read(ContractFiles files) {
    var text = files.text(FILE);
    return text.isEmpty() ? Optional.empty() : Optional.of(parse(text.get()));
  }

  static ContractIndex parse(String text) {
    var contracts = new LinkedHashMap<String, ContractInfo>();
    var attributes = new LinkedHashMap<String, Attributes>();
    var rules = new ArrayList<Rule>();
    var tables = new HashSet<String>();
    int end;
    for (int begin = 0; begin < text.length(); begin = end + 1) {
      end = text.indexOf('\n', begin);
      var cell = cells(text, begin, end, CELL);
      if (cell.get(0).equals("rule")) {
        rules.add(
            new Rule(
                cell.get(1),
                Severity.valueOf(cell.get(2)),
                cell.get(3),
                cell.get(4),
                Boolean.parseBoolean(cell.get(5))));
        continue;
      }
      if (cell.get(0).equals("table")) {
        tables.add(cell.get(1));
        continue;
      }
      var recognition =
          new Recognition(cell.get(7), Boolean.parseBoolean(cell.get(8)), map(items(cell.get(9))));
      contracts.put(
          cell.get(1),
          new ContractInfo(
              cell.get(1),
              cell.get(2),
              map(items(cell.get(6))),
              cell.get(3),
              cell.get(4),
              cell.get(5),
              recognition));
      attributes.put(
          cell.get(1),
          new Attributes(
              Set.copyOf(items(cell.get(11))),
              items(cell.get(12)),
              Boolean.parseBoolean(cell.get(10))));
    }
    return new ContractIndex(contracts, rules, attributes, tables);
  }

  private static List<String> items(String cell) {
    return cell.isEmpty() ? List.of() : cells(cell + ITEM, 0, cell.length() + 1, ITEM);
  }

  private static Map<String, String> map(List<String> items) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < items.size(); i += 2) {
      map.put(items.get(i), items.get(i + 1));
    }
    return map;
  }

  /** Each cell ends with the mark. */
  private static List<String> cells(String text, int begin, int end, char mark) {
    var cells = new ArrayList<String>();
    int from = begin;
    while (from < end) {
      int to = text.indexOf(mark, from);
      cells.add(text.substring(from, to));
      from = to + 1;
    }
    return cells;
  }
}
