package org.valida.report;

import java.util.ArrayList;
import java.util.List;
import org.valida.violation.Violation;

/**
 * Where in a file its violations lie: counts by byte offset. How large the file is, is known only
 * at its end; so the first pieces are one byte long, and whenever an offset lies beyond the last
 * one, pieces are joined in pairs and each is twice as long as before.
 */
final class HtmlStrip {

  /** Pieces at most; at least half as many lie before the last violation of a large file. */
  static final int PIECES = 128;

  /**
   * A piece of the file that has violations.
   *
   * @param from offset of its first byte
   * @param length in bytes
   * @param firstLine of a violation in it, from 1
   * @param lastLine likewise
   */
  record Piece(long from, long length, long firstLine, long lastLine, HtmlCount count) {

    private Piece join(Piece next) {
      var sum = new HtmlCount();
      sum.add(count);
      sum.add(next.count);
      return new Piece(
          from,
          length,
          Math.min(firstLine, next.firstLine),
          Math.max(lastLine, next.lastLine),
          sum);
    }

    private Piece at(long offset, long itsLength) {
      return new Piece(offset, itsLength, firstLine, lastLine, count);
    }
  }

  private Piece[] pieces = new Piece[PIECES];
  private long length = 1;
  private long end;

  void add(Violation violation) {
    long offset = Math.max(0, violation.offset());
    while (offset / length >= PIECES) {
      joinPairs();
    }
    int index = (int) (offset / length);
    var count = new HtmlCount();
    count.add(violation.severity());
    var one = new Piece(index * length, length, violation.line(), violation.line(), count);
    pieces[index] = pieces[index] == null ? one : pieces[index].join(one);
    end = Math.max(end, offset + 1);
  }

  private void joinPairs() {
    var joined = new Piece[PIECES];
    length *= 2;
    for (int i = 0; i < PIECES / 2; i++) {
      var first = pieces[2 * i];
      var second = pieces[2 * i + 1];
      var both = first == null ? second : second == null ? first : first.join(second);
      joined[i] = both == null ? null : both.at(i * length, length);
    }
    pieces = joined;
  }

  /** The pieces that have violations, from the start of the file. */
  List<Piece> pieces() {
    var some = new ArrayList<Piece>();
    for (var piece : pieces) {
      if (piece != null) {
        some.add(piece);
      }
    }
    return some;
  }

  /** The offset after the last violation. */
  long end() {
    return end;
  }
}
