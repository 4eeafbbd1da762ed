package org.valida.schema;

import java.nio.charset.StandardCharsets;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonValue;
import org.valida.json.Limits;

/**
 * The items of one list that asks for {@code uniqueItems} or {@code contains}: each that is an
 * object or array is kept while it is judged, and read again for each question.
 */
final class KeptItems {

  private final Checker checker;
  private final Program program;
  private final Reading reading;
  private final Report report;
  private final Limits limits;
  private final Node list;
  private final KeySet.Digest digest = new KeySet.Digest();
  private final KeySet seen = new KeySet();
  private boolean contained;

  /**
   * @param list the schema of the list
   */
  KeptItems(Checker checker, Program program, Reading reading, Node list) {
    this.checker = checker;
    this.program = program;
    this.reading = reading;
    this.report = reading.report();
    this.limits = reading.limits();
    this.list = list;
  }

  static boolean suits(ArrayPlan plan) {
    return plan.unique || plan.contains != null;
  }

  /**
   * Judges the item at hand.
   *
   * @param item its schema
   */
  void item(Node item, long index) {
    var cursor = reading.cursor();
    boolean container = cursor.token() == Token.START_OBJECT || cursor.token() == Token.START_ARRAY;
    long offset = cursor.offset();
    long line = cursor.line();
    long column = cursor.column();
    byte[] bytes = container ? cursor.capture(limits.captureBytes()) : null;
    var contains = list.array.contains;
    if (contains != null && !contained) {
      contained =
          container
              ? checker.holds(contains, bytes, offset, line, column)
              : checker.scalarHolds(contains);
    }
    if (list.array.unique) {
      var value = container ? JsonValue.read(bytes, limits) : JsonValue.read(cursor);
      long first = first(value, index);
      if (first >= 0) {
        report.at(list);
        report.report(
            program.rules().uniqueItems(),
            new Place(reading.path().pointer(), offset, line, column),
            null,
            "",
            "first",
            first);
      }
    }
    if (container) {
      reading.again(bytes, offset, line, column, () -> checker.value(item, null, -1));
    } else {
      checker.value(item, null, -1);
    }
  }

  /** The position of the first item with that value, negative if there was none. */
  private long first(JsonValue value, long index) {
    var canonical = new StringBuilder();
    value.canonical(canonical);
    byte[] key = canonical.toString().getBytes(StandardCharsets.UTF_8);
    long first = seen.add(digest.start().add(key, 0, key.length).finish(), index);
    if (seen.size() > limits.keys()) {
      throw reading.limit(Limits.Kind.KEYS, limits.keys());
    }
    return first;
  }

  /** Whether one of the items so far is as {@code contains} wants one. */
  boolean contained() {
    return contained;
  }
}
