package org.valida.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.valida.check.MemorySource;
import org.valida.violation.Rule;
import org.valida.violation.Severity;

class PatchTest {

  private static final String DOCUMENT = "0123456789";

  private static Repair repair(long offset, String original, String replacement) {
    var rule = new Rule("a-rule", Severity.ERROR, "json", "", true);
    return new Repair(
        new Finding(rule, "", offset, "", "", 0, true),
        original.getBytes(UTF_8),
        replacement.getBytes(UTF_8));
  }

  private static PatchedSource patched(Repair... repairs) {
    return new PatchedSource(
        new MemorySource("a.json", DOCUMENT.getBytes(UTF_8)), Patch.of(List.of(repairs)));
  }

  @Test
  void replacesBytesHoweverTheyAreRead() {
    var source =
        patched(
            repair(0, "01", ""), repair(2, "2", "abc"), repair(5, "56", "z"), repair(9, "9", "90"));

    assertThat(new String(Streams.whole(source), UTF_8)).isEqualTo("abc34z7890");
    assertThat(new String(Streams.byteByByte(source), UTF_8)).isEqualTo("abc34z7890");
  }

  @Test
  void knowsWherePlacesWere() {
    var patch = patched(repair(1, "12", ""), repair(4, "4", "abc"), repair(8, "8", "z")).patch();
    // 0|3abc567z9
    long[] originals = {0, 1, 4, 4, 4, 5, 6, 7, 8, 9};

    for (int place = 0; place < originals.length; place++) {
      assertThat(patch.original(place)).as("of %d", place).isEqualTo(originals[place]);
    }
  }

  @Test
  void leavesOutWhatOverlaps() {
    var source = patched(repair(2, "234", "x"), repair(4, "4", "y"), repair(5, "5", "z"));

    assertThat(new String(Streams.whole(source), UTF_8)).isEqualTo("01xz6789");
  }

  @Test
  void failsWhereOtherBytesStand() {
    var source = patched(repair(2, "99", "x"));

    assertThatThrownBy(() -> source.open().readAllBytes()).isInstanceOf(ChangedException.class);
  }
}
