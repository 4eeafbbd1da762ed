package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.valida.violation.RecordRef;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

class HtmlStripTest {

  private static Violation at(long offset, long line) {
    return new Violation(
        Samples.FONTE,
        Severity.ERROR,
        "",
        Map.of(),
        "",
        line,
        1,
        offset,
        "",
        null,
        RecordRef.NONE,
        Violation.Excerpt.NONE);
  }

  @Test
  void countsEachViolationInThePieceItLiesIn() {
    var random = new SplittableRandom(3);
    var offsets = random.longs(5000, 0, 3_000_000_000L).toArray();
    var strip = new HtmlStrip();

    for (long offset : offsets) {
      strip.add(at(offset, offset / 10 + 1));
    }

    var pieces = strip.pieces();
    assertThat(pieces).hasSizeBetween(HtmlStrip.PIECES / 2, HtmlStrip.PIECES);
    for (var piece : pieces) {
      var inside =
          Arrays.stream(offsets)
              .filter(o -> o >= piece.from() && o < piece.from() + piece.length())
              .summaryStatistics();
      assertThat(piece.count().total()).isEqualTo(inside.getCount());
      assertThat(piece.firstLine()).isEqualTo(inside.getMin() / 10 + 1);
      assertThat(piece.lastLine()).isEqualTo(inside.getMax() / 10 + 1);
    }
  }

  @Test
  void aSmallFileIsDividedByTheByte() {
    var strip = new HtmlStrip();

    strip.add(at(0, 1));
    strip.add(at(127, 9));

    assertThat(strip.pieces()).extracting(HtmlStrip.Piece::length).containsExactly(1L, 1L);
    assertThat(strip.end()).isEqualTo(128);
  }
}
