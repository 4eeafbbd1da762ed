package org.valida;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code testdata/index.txt}: by it {@code valida explain} finds its examples on the class path.
 */
class ExampleIndexTest {

  @Test
  void theIndexNamesEveryExampleOnce() {
    var paths =
        Stream.of("mce", "sgp")
            .flatMap(family -> Stream.of(family + "/valid", family + "/invalid"))
            .flatMap(ExampleIndexTest::payloads)
            .map(TestData::name)
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));

    KeptFile.holds(TestData.testdata().resolve("index.txt"), paths);
  }

  private static Stream<Path> payloads(String folder) {
    List<Path> files = TestData.files(TestData.testdata().resolve(folder), ".json");
    return files.stream();
  }
}
