package org.valida.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.valida.TestData;
import org.valida.check.ConfigurationFuzz;
import org.valida.check.PayloadFuzz;
import org.valida.fix.RepairsFuzz;
import org.valida.json.TokenizerFuzz;
import org.valida.report.ReportsFuzz;
import org.valida.schema.EngineFuzz;

/** Lets {@link Jazzer} look for inputs that break something, target by target. */
class FuzzingTest {

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
    var jazzer = Jazzer.in("validator-core", target.type, "org.valida.**");
    seeds(target, jazzer.seeds());

    jazzer.run(target.runs);
  }

  /** Small payloads of every folder, where they are what the target reads. */
  private static void seeds(Target target, Path folder) throws IOException {
    if (target == Target.ENGINE) {
      return;
    }
    if (target == Target.CONFIGURATION) {
      Files.writeString(folder.resolve("seed"), YAML);
      return;
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
  }
}
