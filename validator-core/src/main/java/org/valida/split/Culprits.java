package org.valida.split;

import java.util.Arrays;
import java.util.TreeMap;
import org.valida.check.FailOn;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.Violation;

/** Where the violations stand that make a record a bad one: 8 bytes for each. */
final class Culprits implements RunListener {

  /** Those outside records, of which the first will be named. */
  private static final int MOST_NAMED = 1000;

  private final FailOn level;
  private final TreeMap<Long, Violation> outside = new TreeMap<>();
  private long[] offsets = new long[64];
  private int size;
  private Violation stop;
  private FileResult result;

  Culprits(FailOn level) {
    this.level = level;
  }

  @Override
  public void violation(String path, Violation violation) {
    if (violation.rule().endsReading()) {
      stop = violation;
    }
    // Both enumerations begin with the worst; NEVER comes after all of them.
    if (level == FailOn.NEVER || violation.severity().ordinal() > level.ordinal()) {
      return;
    }
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, size + (size >> 1));
    }
    offsets[size++] = violation.offset();
    if (violation.record().isNone() && outside.size() < MOST_NAMED) {
      outside.putIfAbsent(violation.offset(), violation);
    }
  }

  @Override
  public void read(FileResult file) {
    result = file;
  }

  FileResult result() {
    return result;
  }

  /** What ended the reading, null if nothing did. */
  Violation stop() {
    return stop;
  }

  boolean any() {
    return size > 0;
  }

  /** The places in ascending order, to be walked along with the records. */
  Walk walk() {
    Arrays.sort(offsets, 0, size);
    return new Walk();
  }

  /** The violation that stands there, null if none is known by its place. */
  Violation at(long offset) {
    return outside.get(offset);
  }

  /** Goes through the places once. */
  final class Walk {
    private int next;

    /** The first place that was passed without being in a record, or -1. */
    private long stray = -1;

    /** Whether some are in these bytes; records are asked for in their order. */
    boolean in(long from, long to) {
      pass(from);
      boolean found = next < size && offsets[next] < to;
      while (next < size && offsets[next] < to) {
        next++;
      }
      return found;
    }

    /** The first place outside all records, or -1. Asked at the end. */
    long stray() {
      pass(Long.MAX_VALUE);
      return stray;
    }

    private void pass(long to) {
      while (next < size && offsets[next] < to) {
        stray = stray < 0 ? offsets[next] : stray;
        next++;
      }
    }
  }
}
