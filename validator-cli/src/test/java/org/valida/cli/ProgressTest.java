package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.valida.violation.FileResult;
import org.valida.violation.Verdict;

class ProgressTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long START = 77;

  private static Progress of(String language, OptionalLong total) {
    return new Progress(Terminal.phrases(language), total, START);
  }

  @Test
  void saysNothingOfShortWork() {
    var progress = of("pt", OptionalLong.of(1000));
    assertThat(progress.line(START + 5 * SECOND)).isEmpty();
    progress.read(10);
    assertThat(progress.line(START + SECOND - 1)).isEmpty();
    assertThat(progress.line(START + SECOND)).isNotEmpty();
  }

  @Test
  void showsBytesViolationsAndTheTimeThatIsLeft() {
    var progress = of("pt", OptionalLong.of(400_000_000));
    progress.read(60_000_000);
    progress.read(40_000_000);
    progress.violation("a.json", null);

    assertThat(progress.line(START + 2 * SECOND))
        .isEqualTo("[###---------] 25%  100 MB / 400 MB, 1 violação, faltam 6 s");
  }

  @Test
  void countsTheRecordsOfWhatWasRead() {
    var progress = of("en", OptionalLong.of(2_500_000_000L));
    progress.read(1_250_000_000);
    progress.read(
        new FileResult("a.json", null, Verdict.VALID, 12_345, 9, 0, 0, 0, 0, Map.of(), null));

    assertThat(progress.line(START + 600 * SECOND))
        .isEqualTo(
            "[######------] 50%  1.3 GB / 2.5 GB, 12,345 records, 0 violations, 10 min left");
  }

  @Test
  void promisesNothingWhereTheEndIsNotKnown() {
    var progress = of("en", OptionalLong.empty());
    progress.read(5_000_000);
    assertThat(progress.line(START + SECOND)).isEqualTo("5 MB, 0 violations");

    var little = of("en", OptionalLong.empty());
    little.read(12_345);
    assertThat(little.line(START + SECOND)).isEqualTo("12 kB, 0 violations");

    var more = of("en", OptionalLong.of(10));
    more.read(5_000_000);
    assertThat(more.line(START + SECOND)).isEqualTo("5 MB, 0 violations");
  }

  @Test
  void fitsOneLine() {
    for (var language : List.of("pt", "en")) {
      var progress = of(language, OptionalLong.of(999_000_000_000L));
      progress.read(100_000_000_000L);
      for (int i = 0; i < 2000; i++) {
        progress.violation("a.json", null);
      }
      assertThat(progress.line(START + 7200 * SECOND).length()).isLessThanOrEqualTo(79);
    }
  }
}
