package org.valida.schema;

import java.util.ArrayList;
import java.util.List;
import org.valida.json.JsonCursor;
import org.valida.json.JsonStop;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;

/**
 * Where a {@link Checker} stands in a document: its cursor and the way there, the objects that are
 * open, the records that closed. Those that judge what stands there share it; it knows none of
 * them.
 */
final class Reading {

  private final Path path;
  private final Report report;
  private final Limits limits;
  private final QuietValue.Bounds bounds;

  /** By how many objects are open around theirs. */
  private final List<Frame> frames = new ArrayList<>();

  private JsonCursor cursor;
  private Frame innermost;
  private int depth;

  /** A record that closed, while the rules of its list may still speak of it. */
  private Frame ended;

  private long records;

  Reading(Path path, Report report, Settings settings) {
    this.path = path;
    this.report = report;
    this.limits = settings.limits();
    this.bounds = new QuietValue.Bounds(settings.today());
  }

  /** A document begins. */
  void begin(JsonCursor document, String input) {
    begin(document, input, null, 0);
    path.clear();
  }

  /**
   * Items of a list begin whose document another one reads.
   *
   * @param around the objects around the list, as the list has them, but no other thread
   */
  void begin(JsonCursor part, RecordList list, Frame around) {
    begin(part, list.input, around, list.depth);
    path.set(list.path);
  }

  private void begin(JsonCursor from, String input, Frame around, int open) {
    cursor = from;
    innermost = around;
    depth = open;
    ended = null;
    records = 0;
    report.begin(from, input);
    report.frame(around);
  }

  Path path() {
    return path;
  }

  Report report() {
    return report;
  }

  /** What is read with at the moment: the document, or a value that is read again. */
  JsonCursor cursor() {
    return cursor;
  }

  /** A limit was passed where the cursor stands. */
  JsonStop limit(Limits.Kind kind, long maximum) {
    return new JsonStop(
        JsonStop.Kind.LIMIT,
        kind.label(),
        Long.toString(maximum),
        cursor.offset(),
        cursor.line(),
        cursor.column());
  }

  Limits limits() {
    return limits;
  }

  // ---- objects

  /** An object opens. */
  Frame open(ObjectPlan plan) {
    while (frames.size() <= depth) {
      frames.add(null);
    }
    var own = frames.get(depth);
    if (own == null || own.plan() != plan) {
      own = new Frame(plan, bounds);
      frames.set(depth, own);
    }
    own.open(
        innermost, path.depth(), path.index(), cursor.offset(), cursor.line(), cursor.column());
    innermost = own;
    report.frame(own);
    depth++;
    return own;
  }

  /** The object is closed: the one around it is the innermost again. */
  void leave(Frame own) {
    depth--;
    innermost = own.parent();
    report.frame(innermost);
  }

  /** The innermost object that is open, null if none is. */
  Frame innermost() {
    return innermost;
  }

  /** How many objects are open. */
  int depth() {
    return depth;
  }

  /** The object that closed last of those as deep as one that would open now. */
  Frame closed() {
    return frames.get(depth);
  }

  // ---- records

  void recordBegins() {
    report.beginRecord();
  }

  /** A record closed; what is found until {@link #endRecord} belongs to it too. */
  void recordCloses(Frame record) {
    if (!report.muted()) {
      records++;
      ended = record;
    }
  }

  /** Nothing is said any more of a record that closed. */
  void endRecord() {
    if (ended != null) {
      report.endRecord(ended);
      ended = null;
    }
  }

  /** Records were read elsewhere. */
  void addRecords(long more) {
    records += more;
  }

  long records() {
    return records;
  }

  // ---- reading a value again

  /**
   * Reads a value that was kept.
   *
   * @param offset where it stands in the document, likewise the others
   * @param action reads it, and no further; the cursor stands on its beginning
   */
  void again(byte[] bytes, long offset, long line, long column, Runnable action) {
    var outer = cursor;
    cursor = Utf8Cursor.over(bytes, 0, bytes.length, limits, offset, line, column);
    report.cursor(cursor);
    cursor.next();
    action.run();
    cursor = outer;
    report.cursor(outer);
  }
}
