package org.valida.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.valida.violation.FileResult;
import org.valida.violation.Printable;
import org.valida.violation.Severity;

/** Draws a {@link HtmlStrip}, and says in words what one would see. */
record HtmlStripDrawing(Phrases phrases) {

  /** A lone violation in a huge file is seen too, in thousandths of the width. */
  private static final double NARROWEST = 4;

  HtmlPage.StripLine of(FileResult file, HtmlStrip strip) {
    double bytes = Math.max(file.bytes(), strip.end());
    var pieces = strip.pieces();
    var fullest =
        pieces.stream().max(Comparator.comparingLong(piece -> piece.count().total())).orElseThrow();
    var blocks = pieces.stream().map(piece -> block(piece, bytes, fullest)).toList();
    return new HtmlPage.StripLine(
        HtmlPath.of(Printable.of(file.path())),
        sentence(strip, fullest, bytes),
        HtmlSize.of((long) bytes, phrases),
        blocks);
  }

  private HtmlPage.Block block(HtmlStrip.Piece piece, double bytes, HtmlStrip.Piece fullest) {
    double width = Math.max(NARROWEST, tenth(piece.length() * 1000 / bytes));
    double from = Math.min(1000 - width, tenth(piece.from() * 1000 / bytes));
    long height = Math.round(15 + 85.0 * piece.count().total() / fullest.count().total());
    return new HtmlPage.Block(from, width, height, mood(piece.count()), title(piece));
  }

  private static double tenth(double number) {
    return Math.round(number * 10) / 10.0;
  }

  private static String mood(HtmlCount count) {
    return count.errors() > 0
        ? "error"
        : count.of(Severity.WARNING) > 0 ? "warning" : Severity.INFO.label();
  }

  private String title(HtmlStrip.Piece piece) {
    return phrases.counted("strip.piece", piece.count().total(), lines(piece));
  }

  private Map<String, String> lines(HtmlStrip.Piece piece) {
    return Map.of(
        "lines",
        piece.firstLine() == piece.lastLine()
            ? phrases.text("strip.line", Map.of("line", phrases.grouped(piece.firstLine())))
            : phrases.text(
                "strip.lines",
                Map.of(
                    "first", phrases.grouped(piece.firstLine()),
                    "last", phrases.grouped(piece.lastLine()))));
  }

  private String sentence(HtmlStrip strip, HtmlStrip.Piece fullest, double bytes) {
    var pieces = strip.pieces();
    long total = pieces.stream().mapToLong(piece -> piece.count().total()).sum();
    var first = pieces.get(0);
    var last = pieces.get(pieces.size() - 1);
    var whole =
        new HtmlStrip.Piece(
            0,
            0,
            pieces.stream().mapToLong(HtmlStrip.Piece::firstLine).min().orElseThrow(),
            pieces.stream().mapToLong(HtmlStrip.Piece::lastLine).max().orElseThrow(),
            first.count());
    var parts = new HashMap<String, String>(lines(whole));
    parts.put("from", percent((double) first.from(), bytes));
    parts.put("to", percent(Math.min((double) last.from() + last.length(), bytes), bytes));
    var sentence = phrases.counted("strip.sentence", total, parts);
    return pieces.size() == 1 || fullest.count().total() == 1
        ? sentence
        : sentence
            + " "
            + phrases.counted("strip.fullest", fullest.count().total(), lines(fullest));
  }

  private static String percent(double offset, double bytes) {
    return Long.toString(Math.round(offset * 100 / bytes));
  }
}
