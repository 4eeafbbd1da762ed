package org.valida.cli;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.valida.report.Phrases;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.Violation;

/** How far a run is, and the line that says so. Any thread may tell it, any may ask. */
final class Progress implements RunListener {

  /** Fits a terminal of 80 columns, with the last one free: some break the line when it is used. */
  private static final int WIDTH = 79;

  private static final int CELLS = 12;
  private static final double SECOND = 1e9;

  private final Phrases phrases;
  private final OptionalLong total;
  private final long start;
  private final LongAdder bytes = new LongAdder();
  private final LongAdder violations = new LongAdder();
  private final AtomicLong records = new AtomicLong();

  /**
   * @param total bytes of all inputs, if that is known
   * @param start in nanoseconds of the clock that {@link #line} is told
   */
  Progress(Phrases phrases, OptionalLong total, long start) {
    this.phrases = phrases;
    this.total = total;
    this.start = start;
  }

  void read(long more) {
    bytes.add(more);
  }

  @Override
  public void violation(String path, Violation violation) {
    violations.increment();
  }

  @Override
  public void read(FileResult file) {
    records.addAndGet(file.records());
  }

  /** The line; empty where nothing was read yet or the run is too short to speak of. */
  String line(long now) {
    double seconds = (now - start) / SECOND;
    long done = bytes.sum();
    if (seconds < 1 || done == 0) {
      return "";
    }
    var text = new StringBuilder();
    // Of what is unpacked while it is read, more may come than the files are long.
    boolean measured = total.isPresent() && total.getAsLong() >= done;
    if (measured) {
      double part = (double) done / total.getAsLong();
      int cells = (int) (part * CELLS);
      text.append('[').append("#".repeat(cells)).append("-".repeat(CELLS - cells)).append("] ");
      text.append((int) (part * 100)).append("%  ");
    }
    text.append(size(done));
    if (measured) {
      text.append(" / ").append(size(total.getAsLong()));
    }
    if (records.get() > 0) {
      text.append(", ").append(phrases.counted("progress.records", records.get()));
    }
    text.append(", ").append(phrases.counted("progress.violations", violations.sum()));
    if (measured && total.getAsLong() > done) {
      var left = time(seconds * (total.getAsLong() - done) / done);
      text.append(", ").append(phrases.text("progress.left", Map.of("time", left)));
    }
    return text.length() <= WIDTH ? text.toString() : text.substring(0, WIDTH);
  }

  private String size(long count) {
    var locale = Locale.forLanguageTag(phrases.language());
    if (count < 1e6) {
      return String.format(locale, "%.0f kB", count / 1e3);
    }
    return count < 1e9
        ? String.format(locale, "%.0f MB", count / 1e6)
        : String.format(locale, "%.1f GB", count / 1e9);
  }

  private static String time(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < 90) {
      return whole + " s";
    }
    long minutes = Math.round(whole / 60.0);
    return minutes < 90 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
