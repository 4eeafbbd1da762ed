package org.valida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.valida.assertj.ReportAssert.assertThatPayload;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.violation.Messages;
import org.valida.violation.Violation;

/** The Java examples of the README, which stand here as they stand there. */
class ReadmeExampleTest {

  private static final java.nio.file.Path EXAMPLE =
      TestData.testdata().resolve("mce/invalid/despesa/cod-fonte-unknown.json");

  /** Lets {@code despesa.json} of the README be a file of the test data. */
  private static final class Path {
    static java.nio.file.Path of(String name) {
      assertThat(name).isEqualTo("despesa.json");
      return EXAMPLE;
    }
  }

  /** Takes what the README prints. */
  @SuppressWarnings("JavaLangClash") // That is what it is for.
  private static final class System {
    static final List<String> PRINTED = new ArrayList<>();

    /** In place of the console. */
    static final class Console {
      void println(String line) {
        PRINTED.add(line);
      }
    }

    static final Console out = new Console();
  }

  @Test
  void checksAFileAndPrintsWhatWasFound() throws IOException {
    System.PRINTED.clear();

    Valida valida = Valida.withDefaults();
    Report report = valida.check(Path.of("despesa.json")); // recognises the contract
    for (Violation violation : report.violations()) {
      System.out.println(violation.line() + ": " + Messages.of("en").message(violation));
    }

    assertThat(report.contract()).contains(Contract.of("mce/despesa"));
    assertThat(report.isValid()).isFalse();
    assertThat(System.PRINTED)
        .containsExactly("11: cod_fonte 999 is not in the table of fontes (MCE 6.1)");
  }

  @Test
  void checksAStreamAgainstTheContractThatIsNamed() throws IOException {
    var valida = Valida.withDefaults();
    try (var inputStream = Files.newInputStream(EXAMPLE)) {
      Report report = valida.check(Contract.of("mce/despesa"), inputStream); // or names it

      assertThat(report.violations())
          .extracting(found -> found.rule().id())
          .containsExactly("cod-fonte-unknown");
    }
  }

  @Test
  void assertsInATestThatAPayloadIsValid() throws IOException {
    var valid = TestData.testdata().resolve("mce/valid/despesa/municipio-2024-full.json");
    String body = Files.readString(valid);

    assertThatPayload(body).isValid("mce/despesa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.pt-BR.md"})
  void theReadmeShowsNothingElse(String readme) throws IOException {
    var blocks = blocks(Files.readAllLines(TestData.root().resolve(readme)));
    var here =
        flush(
            Files.readAllLines(
                TestData.root()
                    .resolve("validator-core/src/test/java/org/valida/ReadmeExampleTest.java")));

    assertThat(blocks).isNotEmpty().allSatisfy(block -> assertThat(here).contains(block));
  }

  /** What stands in the blocks of Java. */
  private static List<String> blocks(List<String> readme) {
    var blocks = new ArrayList<String>();
    int begin = -1;
    for (int i = 0; i < readme.size(); i++) {
      if (readme.get(i).equals("```java")) {
        begin = i + 1;
      } else if (readme.get(i).equals("```") && begin >= 0) {
        blocks.add(flush(readme.subList(begin, i)));
        begin = -1;
      }
    }
    return blocks;
  }

  /** Without indentation and comments, which are in the reader's language. */
  private static String flush(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceFirst(" // .*", "").strip())
        .collect(Collectors.joining("\n"));
  }
}
