package org.valida.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Builds the projects in {@code src/it}, and as {@code example} that in {@code examples/ci}, and
 * compares every line that Maven says with the project's {@code build.txt}. {@code
 * -Dvalida.update=true} writes down what it says. Those whose first line is {@code # both} are also
 * built with the newest Maven; {@code # sorted} is for builds whose modules run at a time.
 */
@Execution(ExecutionMode.CONCURRENT)
class BuildsIT {

  private static final boolean UPDATE = Boolean.getBoolean("valida.update");

  @TestFactory
  Stream<DynamicTest> mavenSaysWhatTheProjectsExpect() throws IOException {
    var only = System.getProperty("valida.it", "");
    var tests = new ArrayList<DynamicTest>();
    for (var project : projects()) {
      var name = project.getFileName().toString();
      if (!only.isEmpty() && !name.matches(only)) {
        continue;
      }
      tests.add(dynamicTest(name, () -> build(project, Maven.ofThisBuild())));
      if (Project.text(project.resolve("build.txt")).startsWith("# both")) {
        tests.add(dynamicTest(name + ", newest Maven", () -> build(project, Maven.newest())));
      }
    }
    return tests.stream();
  }

  private static List<Path> projects() throws IOException {
    try (var folders = Files.list(Project.module().resolve("src/it"))) {
      return folders.filter(folder -> Files.exists(folder.resolve("build.txt"))).sorted().toList();
    }
  }

  private static void build(Path project, Maven maven) throws IOException {
    var copy = copy(project, maven);
    var file = project.resolve("build.txt");
    var expected = Project.text(file).lines().toList();
    boolean sorted = expected.contains("# sorted");
    List<String> said;
    try (var workplace = Workplace.take()) {
      said = new Transcript(copy, maven, workplace, sorted).replay(expected);
    }
    if (UPDATE && !said.equals(expected)) {
      Files.writeString(file, String.join("\n", said) + "\n");
      return;
    }
    assertThat(String.join("\n", said))
        .as("%s with %s (-Dvalida.update=true writes it anew)", file, maven.home())
        .isEqualTo(String.join("\n", expected));
  }

  /** A copy to build, as the user of a released plugin would have it. */
  static Path copy(Path project, Maven maven) throws IOException {
    var copies = Project.module().resolve("target/it/projects").resolve(maven.name());
    var copy = copies.resolve(project.getFileName());
    Project.copy(
        project.endsWith("example") ? Project.root().resolve("examples/ci") : project, copy);
    // Here the build begins: nothing above it is Maven's business.
    Files.createDirectories(copy.resolve(".mvn"));
    try (var files = Files.walk(copy)) {
      for (var pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
        Files.writeString(pom, filled(Project.text(pom)));
      }
    }
    return copy;
  }

  /** With the version of Valida, and the versions that the parent's properties name. */
  private static String filled(String pom) {
    return Pattern.compile("@([a-z-]+[.]version)@")
        .matcher(pom.replace("@version@", Project.version()))
        .replaceAll(name -> Project.property(name.group(1)));
  }
}
