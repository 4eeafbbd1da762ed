package org.valida;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/clauses.md is the checklist of the contract texts: what it names must exist, and what exists
 * must be named.
 */
class ClausesTest {

  private static final Pattern COVERAGE =
      Pattern.compile("(rule|probe|testdata|test|server|none):([^,\\s|]+)");

  private record Clause(String id, String text, List<String[]> coverage) {}

  private static List<Clause> clauses() throws IOException {
    var clauses = new ArrayList<Clause>();
    for (var line : Files.readAllLines(TestData.root().resolve("docs/clauses.md"))) {
      var cells = line.split("\\|", -1);
      if (cells.length >= 6 && cells[1].strip().matches("(MCE|SGP)-[0-9]+")) {
        var coverage =
            COVERAGE
                .matcher(cells[cells.length - 2])
                .results()
                .map(match -> new String[] {match.group(1), match.group(2)})
                .toList();
        clauses.add(new Clause(cells[1].strip(), line, coverage));
      }
    }
    return clauses;
  }

  @Test
  void clausesAreNumberedWithoutGapsOrRepetition() throws IOException {
    for (var text : List.of("MCE", "SGP")) {
      var numbers =
          clauses().stream()
              .map(Clause::id)
              .filter(id -> id.startsWith(text))
              .map(id -> Integer.valueOf(id.substring(4)))
              .toList();
      assertThat(numbers).as("clauses of %s", text).isNotEmpty();
      for (int i = 0; i < numbers.size(); i++) {
        assertThat(numbers.get(i)).as("the clause after %s-%d", text, i).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void everyClauseSaysWhatCoversIt() throws IOException {
    for (var clause : clauses()) {
      assertThat(clause.coverage()).as(clause.text()).isNotEmpty();
    }
  }

  @Test
  void whatAClauseNamesExists() throws IOException {
    var missing = new ArrayList<String>();
    for (var clause : clauses()) {
      for (var covered : clause.coverage()) {
        if (!exists(covered[0], covered[1])) {
          missing.add(
              clause.id() + " names " + covered[0] + ":" + covered[1] + ", which is not there");
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean exists(String kind, String name) throws IOException {
    return switch (kind) {
      case "rule", "probe" -> Valida.rules().find(name).isPresent();
      case "testdata" -> Files.exists(TestData.testdata().resolve(name));
      case "test" -> testClasses().contains(name);
      default -> true;
    };
  }

  private static Set<String> testClasses() throws IOException {
    try (var files = Files.walk(TestData.root())) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .map(Path::getFileName)
          .map(file -> file.toString().replace(".java", ""))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  @Test
  void everyRuleThatComesFromAClauseIsNamedByOne() throws IOException {
    var named = new LinkedHashSet<String>();
    clauses().forEach(clause -> clause.coverage().forEach(covered -> named.add(covered[1])));
    var unnamed =
        Valida.rules().all().stream()
            .filter(rule -> rule.group().equals("mce") && rule.clauseText().startsWith("MCE"))
            .map(rule -> rule.id())
            .filter(id -> !named.contains(id))
            .toList();
    assertThat(unnamed).as("rules of the manual that no clause of docs/clauses.md names").isEmpty();
  }
}
