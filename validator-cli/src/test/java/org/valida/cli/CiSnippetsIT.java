package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.valida.report.Format;

/** Runs what docs/ci.md tells a CI to run, in a project with payloads and the unpacked zip. */
@DisabledOnOs(OS.WINDOWS)
class CiSnippetsIT {

  private static final Path MCE = Project.root().resolve("testdata/mce");
  private static final String DOC = Project.text(Project.root().resolve("docs/ci.md"));

  @TempDir private Path folder;

  private static List<String> blocks(String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(DOC)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  /** Every shell command in a tree of YAML: values of {@code run}, items of {@code script}. */
  private static List<String> shell(Object node) {
    var found = new ArrayList<String>();
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (key.equals("run")) {
              found.add((String) value);
            } else if (key.equals("script")) {
              ((List<?>) value).forEach(item -> found.add((String) item));
            } else {
              found.addAll(shell(value));
            }
          });
    } else if (node instanceof List<?> list) {
      list.forEach(item -> found.addAll(shell(item)));
    }
    return found;
  }

  private static List<String> commands() {
    var jenkins = Pattern.compile("^ *sh '(.*)'$", Pattern.MULTILINE);
    return Stream.of(
            blocks("yaml").stream().flatMap(text -> shell(yaml(text)).stream()),
            blocks("groovy").stream()
                .flatMap(text -> jenkins.matcher(text).results().map(one -> one.group(1))),
            blocks("sh").stream())
        .flatMap(found -> found)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyShellPartDoesWhatItSays() {
    assertThat(commands()).hasSize(4);
    return commands().stream().map(command -> dynamicTest(command, () -> run(known(command))));
  }

  /** Formats that this version does not write yet are written as JSON, and as text to the log. */
  private static String known(String command) {
    return Pattern.compile("--format ([a-z]+)(=?)")
        .matcher(command)
        .replaceAll(
            format ->
                Format.labels().contains(format.group(1))
                    ? format.group()
                    : "--format " + (format.group(2).isEmpty() ? "text" : "json="));
  }

  private void run(String command) throws Exception {
    var project = Files.createTempDirectory(folder, "project");
    var installed = Distribution.unpackedIn(Files.createTempDirectory(folder, "zip"));
    Files.createDirectories(project.resolve("tools"));
    Files.createSymbolicLink(project.resolve("tools/valida"), installed.home());
    Files.createDirectories(project.resolve("payloads"));
    copy("valid/despesa/single-account-2024.json", project);
    var reports =
        Pattern.compile("--format [a-z]+=(\\S+)")
            .matcher(command)
            .results()
            .map((MatchResult result) -> project.resolve(result.group(1)))
            .toList();

    var clean = shell(project, command);
    assertThat(clean.status()).as(clean.toString()).isZero();
    copy("invalid/despesa/cod-fonte-unknown.json", project);
    var found = shell(project, command);

    assertThat(found.status()).as(found.toString()).isEqualTo(1);
    assertThat(found.out()).contains("cod-fonte-unknown");
    assertThat(reports).isNotEmpty().allSatisfy(report -> assertThat(report).isNotEmptyFile());
  }

  private static Distribution.Ended shell(Path project, String command) throws Exception {
    return Distribution.run(
        List.of("sh", "-e", "-c", command), project, Map.of("HOME", project.toString()));
  }

  private static void copy(String payload, Path project) throws IOException {
    var file = MCE.resolve(payload);
    Files.copy(file, project.resolve("payloads").resolve(file.getFileName()));
  }

  @Test
  void theHooksStartTheLauncher() throws Exception {
    var hooks = (List<?>) yaml(Project.text(Project.root().resolve(".pre-commit-hooks.yaml")));
    var ids = hooks.stream().map(hook -> ((Map<?, ?>) hook).get("id")).toList();
    assertThat(ids.toString()).isEqualTo("[valida, valida-system]");
    assertThat(DOC).contains("- id: valida\n", "`valida-system`");
    var installed = Distribution.unpackedIn(folder.resolve("zip"));
    for (var hook : hooks) {
      var words = ((String) ((Map<?, ?>) hook).get("entry")).split(" ", -1);
      assertThat(Files.isExecutable(Project.root().resolve(words[0]))).isTrue();
      var ended =
          installed.run(
              folder,
              Map.of("HOME", folder.toString()),
              words[1],
              MCE.resolve("invalid/despesa/cod-fonte-unknown.json").toString(),
              MCE.resolve("valid/despesa/single-account-2024.json").toString());
      assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
    }
  }
}
