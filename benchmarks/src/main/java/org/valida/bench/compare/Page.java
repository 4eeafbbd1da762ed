package org.valida.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of docs/performance.md, each between two markers. */
final class Page {

  private final Workplace workplace;
  private final Journal journal;
  private final Map<Integer, Path> javas;
  private final int megabytes;

  Page(Workplace workplace, Journal journal, Map<Integer, Path> javas, int megabytes) {
    this.workplace = workplace;
    this.journal = journal;
    this.javas = javas;
    this.megabytes = megabytes;
  }

  void write(Path page) throws IOException {
    var text = Files.readString(page);
    text = between(text, "machine", new Machine(workplace, javas).description());
    text = between(text, "goals", goals());
    text = between(text, "processes", processes());
    text = between(text, "in-process", inProcess());
    Files.writeString(page, text);
  }

  private static String between(String text, String name, String table) {
    var begin = "<!-- measured: " + name + " -->\n";
    int from = text.indexOf(begin);
    int to = text.indexOf("<!-- end -->", from);
    if (from < 0 || to < 0) {
      throw new IllegalStateException("docs/performance.md has no place for " + name);
    }
    return text.substring(0, from + begin.length()) + table + text.substring(to);
  }

  String goals() {
    var goals = new Goals(journal, List.copyOf(javas.keySet()), megabytes);
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("measure", "goal"));
    javas.keySet().forEach(java -> head.add("Java " + java));
    rows.add(head);
    rows.addAll(goals.rows());
    return table(rows);
  }

  private String processes() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            "program",
            "Java",
            "seconds, " + megabytes + " MB",
            "resident MB",
            "of Valida's time",
            "seconds, 1% bad",
            "resident MB"));
    for (var name : journal.names("whole")) {
      if (name.endsWith("-bad")) {
        continue;
      }
      var java = name.contains("@") ? name.replaceAll(".*@([0-9]+).*", "$1") : "";
      // What is not made of Java is held against Valida on the newest one.
      var valida = Peers.VALIDA + (java.isEmpty() ? newest() : java);
      rows.add(
          List.of(
              called(name),
              java,
              shown(journal.values("whole", name)),
              whole(journal.megabytes("whole", name)),
              shown(journal.ratio("whole", name, valida)),
              shown(journal.values("whole", name + "-bad")),
              whole(journal.megabytes("whole", name + "-bad"))));
    }
    return table(rows);
  }

  private int newest() {
    return javas.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static String called(String name) {
    var program = name.replaceAll("@[0-9]+", "");
    return switch (program) {
      case "valida" -> "**Valida**, all rules";
      case "valida-one" -> "Valida, `--jobs 1`";
      case "jackson" -> "Jackson, tokens only";
      case "justify" -> "Justify";
      case "sourcemeta-fast" -> "sourcemeta `--fast`";
      case "simdjson" -> "simdjson, DOM only (C++)";
      case "ajv" -> "ajv (Node)";
      default -> program;
    };
  }

  private String inProcess() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of("payload", "Java", "Jackson, tokens, MB/s", "Valida, all rules, MB/s", "ratio"));
    for (var payload : List.of("despesa-pretty", "despesa-compact", "funcoes-compact")) {
      for (int java : javas.keySet()) {
        var part = "tokens@" + java + "/" + payload;
        rows.add(
            List.of(
                payload,
                String.valueOf(java),
                shown(journal.values(part, "jackson")),
                shown(journal.values(part, "valida")),
                shown(journal.ratio(part, "valida", "jackson"))));
      }
    }
    return table(rows);
  }

  static String shown(Optional<Series> series) {
    return series.map(Series::shown).orElse("–");
  }

  private static String whole(Optional<Series> megabytes) {
    return megabytes.map(series -> String.format("%,.0f", series.most())).orElse("–");
  }

  private static String table(List<List<String>> rows) {
    var text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      text.append("| ").append(String.join(" | ", rows.get(row))).append(" |\n");
      if (row == 0) {
        text.append("|---".repeat(rows.get(0).size())).append("|\n");
      }
    }
    return text.toString();
  }
}
