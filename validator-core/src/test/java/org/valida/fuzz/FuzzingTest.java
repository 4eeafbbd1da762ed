package org.valida.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.valida.TestData;
import org.valida.check.ConfigurationFuzz;
import org.valida.check.PayloadFuzz;
import org.valida.fix.RepairsFuzz;
import org.valida.json.TokenizerFuzz;
import org.valida.report.ReportsFuzz;
import org.valida.schema.EngineFuzz;

/**
 * Lets Jazzer look for inputs that break something, each target in a process of its own: a fixed
 * number of executions in every build, or for as many seconds each as {@code -Dvalida.fuzz=N} says.
 * What it found stands in {@code target/fuzz}, and belongs into a test with a name.
 */
class FuzzingTest {

  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");

  private static final String YAML =
      """
      contracts:
        - files: ["a/**", b.json]
          contract: mce/despesa
      rules:
        json-bom: off
      fail-on: warning
      lang: pt
      max-violations: 5
      limits: {nesting: 10, name-bytes: 20}
      max-records: 3
      contracts-folder: own
      """;

  private enum Target {
    TOKENIZER(TokenizerFuzz.class, 10_000),
    ENGINE(EngineFuzz.class, 1_000),
    CONFIGURATION(ConfigurationFuzz.class, 1_500),
    PAYLOAD(PayloadFuzz.class, 3_000),
    REPAIRS(RepairsFuzz.class, 1_000),
    REPORTS(ReportsFuzz.class, 400);

    private final Class<?> type;
    private final int runs;

    Target(Class<?> type, int runs) {
      this.type = type;
      this.runs = runs;
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void nothingBreaksIt(Target target) throws IOException, InterruptedException {
    var folder =
        TestData.root().resolve("validator-core/target/fuzz/" + target.type.getSimpleName());
    Files.createDirectories(folder.resolve("corpus"));
    var seeds = seeds(target, Files.createDirectories(folder.resolve("seeds")));

    var process =
        new ProcessBuilder(command(target, folder, seeds)).redirectErrorStream(true).start();
    var output = new ByteArrayOutputStream();
    process.getInputStream().transferTo(output);
    var said = output.toString(StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    var done = DONE.matcher(said);
    assertThat(done.find()).as(said).isTrue();
    System.out.printf(
        "%s: %s executions in %s s, no finding%n",
        target.type.getSimpleName(), done.group(1), done.group(2));
  }

  private static List<String> command(Target target, Path folder, Path seeds) {
    var seconds = System.getProperty("valida.fuzz", "");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC"));
    if (Runtime.version().feature() >= 21) {
      command.add("-XX:+EnableDynamicAgentLoading");
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.type.getName(),
            "--instrumentation_includes=org.valida.**",
            "--custom_hook_includes=none",
            "--keep_going=1",
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-rss_limit_mb=0",
            "-len_control=0",
            "-seed=20260131",
            "-print_final_stats=1"));
    command.add(
        seconds.isEmpty() ? "-runs=" + target.runs : "-max_total_time=" + Long.parseLong(seconds));
    command.add(folder.resolve("corpus").toString());
    command.add(seeds.toString());
    return command;
  }

  /** Small payloads of every folder, where they are what the target reads. */
  private static Path seeds(Target target, Path folder) throws IOException {
    if (target == Target.ENGINE) {
      return folder;
    }
    if (target == Target.CONFIGURATION) {
      Files.writeString(folder.resolve("seed"), YAML);
      return folder;
    }
    Path last = null;
    int number = 0;
    for (var file : TestData.files(TestData.testdata(), ".json")) {
      if (Files.size(file) > 4_000 || file.getParent().equals(last)) {
        continue;
      }
      last = file.getParent();
      var seed = folder.resolve("seed" + number++);
      // What chooses the contract, and how it is repaired, comes first.
      int choices =
          target == Target.REPAIRS
              ? 2
              : target == Target.PAYLOAD || target == Target.REPORTS ? 1 : 0;
      var bytes = TestData.bytes(file);
      var chosen = new byte[bytes.length + choices];
      Arrays.fill(chosen, 0, choices, (byte) number);
      System.arraycopy(bytes, 0, chosen, choices, bytes.length);
      Files.write(seed, chosen);
    }
    return folder;
  }
}
