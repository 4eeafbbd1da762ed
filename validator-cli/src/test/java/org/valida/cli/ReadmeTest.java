package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Types the commands in the {@code console} blocks of the READMEs and of docs/reports.md, in the
 * project's folder and the reader's language, and compares what they print. {@code $ echo $?} after
 * one stands for its exit status; what stands below another program's command is not looked at.
 * {@code -Dvalida.update=true} writes down what the commands print.
 */
class ReadmeTest {

  private static final List<String> ENGLISH = List.of("README.md", "en_US.UTF-8");
  private static final List<String> PORTUGUESE = List.of("README.pt-BR.md", "pt_BR.UTF-8");

  private static final List<String> REPORTS = List.of("docs/reports.md", "en_US.UTF-8");

  @TestFactory
  Stream<DynamicTest> everyCommandPrintsWhatTheReadmesShow() {
    return Stream.of(ENGLISH, PORTUGUESE, REPORTS)
        .map(readme -> dynamicTest(readme.get(0), () -> compare(readme.get(0), readme.get(1))));
  }

  private static void compare(String name, String language) throws IOException {
    var file = Project.root().resolve(name);
    var shown = Project.text(file);
    var run = String.join("\n", rerun(shown.lines().toList(), language)) + "\n";
    if (Project.UPDATE && !shown.equals(run)) {
      Project.write(file, run);
      return;
    }
    assertThat(shown).as("%s (-Dvalida.update=true brings it up to date)", name).isEqualTo(run);
  }

  /** The lines of a README with what its commands print now. */
  private static List<String> rerun(List<String> lines, String language) throws IOException {
    var now = new ArrayList<String>();
    var said = List.<String>of();
    boolean inside = false;
    boolean ours = false;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      boolean command = inside && line.startsWith("$ ");
      if (line.equals("```console")) {
        inside = true;
      } else if (line.equals("```")) {
        inside = false;
        ours = false;
      }
      if (command || !inside || !ours) {
        now.add(line);
      }
      if (!command) {
        continue;
      }
      if (line.equals("$ echo $?")) {
        now.add(said.get(said.size() - 1).substring("exit ".length()));
      } else {
        ours = line.matches("\\$ (\\./)?valida .*");
        said = ours ? run(i + 1, line, language) : said;
        said.stream()
            .limit(ours ? said.size() - 1 : 0)
            .map(text -> text.replaceFirst("^2> ", ""))
            .forEach(now::add);
      }
    }
    return now;
  }

  private static List<String> run(int number, String line, String language) throws IOException {
    var command = "LANG=" + language + " " + line.replaceFirst("\\$ (\\./)?", "");
    var lines = Transcript.run(new Transcript.Step(number, Project.root(), command, List.of()));
    // The byte order mark of CSV would stand in the page unseen.
    return lines.stream().map(said -> said.replace("\uFEFF", "")).toList();
  }

  @Test
  void theReadmesSayTheSameInBothLanguages() {
    assertThat(commands(PORTUGUESE.get(0))).isEqualTo(commands(ENGLISH.get(0)));
    assertThat(commands(ENGLISH.get(0))).hasSizeGreaterThanOrEqualTo(5);
  }

  private static List<String> commands(String readme) {
    return Project.text(Project.root().resolve(readme))
        .lines()
        .filter(line -> line.startsWith("$ "))
        .toList();
  }
}
