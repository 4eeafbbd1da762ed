package org.valida.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.valida.cli.Environment;
import org.valida.cli.Main;

/** Whatever the command line finds in the test data, the plugin finds, and nothing else. */
class SameAsCommandLineIT {

  private static final String TESTDATA = Project.root().resolve("testdata").toString();
  private static final String DAY = "2026-11-20";

  @Test
  void everyViolationAndEveryFailureIsTheSame() throws IOException {
    var project = BuildsIT.copy(Project.module().resolve("src/it/corpus"), Maven.ofThisBuild());
    var build = build(project);
    var errors = new ByteArrayOutputStream();
    var found = commandLine(errors);

    assertThat(found).as("found by the command line").hasSizeGreaterThan(1000);
    assertThat(Files.readAllLines(project.resolve("target/valida/valida.ndjson"))).isEqualTo(found);
    assertThat(errors.size()).as("what cannot be checked").isPositive();
    // The same sentences, but that the plugin's parameters are no options.
    assertThat(build.lines().stream().filter(line -> line.matches("\\[ERROR] \\S+\\.\\w+: .*")))
        .containsExactlyElementsOf(
            errors
                .toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^valida: ", "[ERROR] "))
                .map(line -> line.replace("--contract", "<contract>"))
                .toList());
    assertThat(build.exit()).isEqualTo(1);
  }

  private static Maven.Outcome build(Path project) {
    var arguments =
        List.of(
            "verify",
            "-Dvalida.directory=" + TESTDATA,
            "-Dvalida.formats=ndjson",
            "-Dvalida.today=" + DAY,
            "-Dvalida.lang=en");
    try (var workplace = Workplace.take()) {
      return Maven.ofThisBuild().build(workplace, project, arguments, Map.of());
    }
  }

  private static List<String> commandLine(ByteArrayOutputStream errors) {
    var out = new ByteArrayOutputStream();
    Main.run(
        InputStream.nullInputStream(),
        out,
        errors,
        List.of("check", TESTDATA, "--format", "ndjson", "--today", DAY, "--lang", "en"),
        new Environment(
            Map.of(), Project.root(), false, Locale.ROOT, false, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
