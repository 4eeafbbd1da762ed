package org.valida.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.valida.check.MemorySource;
import org.valida.check.Source;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.Violation;

/** Repairs that are taken back, where there are many of them or it does not end by itself. */
class BlameTest {

  private static final String LIST = "\"despesa\": [";
  private static final String TWICE = "{\"COD_FONTE\": 540, \"cod_fonte\": 540}, ";
  private static final Fixing DESPESA = Fixing.safe("mce/despesa");

  @Test
  void ofManyNamesInOneRecordOnlyThoseAreLeftThatWouldBeThereTwice() {
    var items = new StringBuilder();
    for (int item = 0; item < 50; item++) {
      items.append(item % 2 == 0 ? TWICE : "{\"COD_FONTE\": 540}, ");
    }
    var document = Lote.despesa(LIST, LIST + items);

    var expected = document.replace("{\"COD_FONTE\": 540}", "{\"cod_fonte\": 540}");

    assertThat(DESPESA.fixed(document)).isEqualTo(expected);
  }

  /** With each place charging each repair these would be a hundred million charges. */
  @Test
  void aRecordMayHaveManyOfThem() {
    var document = Lote.despesa(LIST, LIST + TWICE.repeat(12_000));

    var input = DESPESA.run(document.getBytes(UTF_8)).inputs().get(0);

    assertThat(input.refused()).isEqualTo(12_000);
    assertThat(input.changed()).isFalse();
  }

  @Test
  void endsWhereNewsComeInADocumentWithoutRepairs() {
    var items = "{\"COD_FONTE\": 540}, ".repeat(60);
    var broken = Lote.despesa(LIST, LIST + items).getBytes(UTF_8);
    var whole = Lote.despesa("2024,", "2024,").getBytes(UTF_8);
    var restless = new Restless();
    List<Source> sources =
        List.of(new MemorySource("broken.json", broken), new MemorySource("whole.json", whole));

    var result = new FixRun(restless::run, false).run(sources);

    assertThat(result.inputs()).noneMatch(FixedInput::changed);
    assertThat(restless.runs).isGreaterThan(24);
  }

  /** Reports one more repair in vain each time, and later something where nothing is repaired. */
  private static final class Restless {
    private final List<Violation> first = new ArrayList<>();
    private int runs;

    org.valida.violation.RunResult run(List<? extends Source> sources, RunListener listener) {
      int run = runs++;
      if (run > 40) {
        throw new AssertionError("does not end");
      }
      return DESPESA
          .valida()
          .run(
              sources,
              new RunListener() {
                @Override
                public void violation(String path, Violation violation) {
                  if (run == 0 && violation.rule().id().equals("attribute-not-lowercase")) {
                    first.add(violation);
                  }
                  listener.violation(path, violation);
                }

                @Override
                public void read(FileResult file) {
                  listener.read(file);
                  // The names have the same length, so that the places stay.
                  if (run > 0 && run < 24 && file.path().equals("broken.json")) {
                    listener.violation("broken.json", first.get(run));
                  } else if (run >= 24 && file.path().equals("whole.json")) {
                    listener.violation("whole.json", first.get(0));
                  }
                }
              });
    }
  }
}
