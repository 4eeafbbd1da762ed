package org.valida.schema;

import org.valida.json.JsonCursor.Token;
import org.valida.json.Utf8Cursor;

/**
 * Where a list of records is read in turn, takes over the parts of it that were read ahead.
 *
 * <p>What a cursor and the rules make of the items depends on what is open around them, on what the
 * rules remember, and on the bytes. So a part was rightly begun exactly if the reading in turn
 * comes to its first byte between two items of the list. What the rules remember of it is joined to
 * what they remember of all before; where they cannot, for a key comes again or passes a limit, the
 * part is read here.
 */
final class Takeover {

  private final ReadAhead ahead;
  private final Utf8Cursor document;
  private final Program program;
  private final Reading reading;
  private final Report report;
  private final ArrayPlan plan;
  private final ListState[] states;
  private boolean begun;
  private long next;

  Takeover(
      ReadAhead ahead,
      Utf8Cursor document,
      Program program,
      Reading reading,
      ArrayPlan plan,
      ListState[] states) {
    this.ahead = ahead;
    this.document = document;
    this.program = program;
    this.reading = reading;
    this.report = reading.report();
    this.plan = plan;
    this.states = states;
  }

  /** Whether the items of such a list can be judged apart from those before them. */
  static boolean suits(Program program, ArrayPlan plan, ListState[] states) {
    var record = plan.items == null || plan.items.object == null ? null : plan.items.object.record;
    if (record == null || plan.tuple.length > 0 || plan.unique || plan.contains != null) {
      return false;
    }
    for (var state : states) {
      if (!state.joins()) {
        return false;
      }
    }
    // The number of a record is not known apart, and the ledger keeps what names it.
    return !(program.has("x-ledger") && record.label().isNumbered());
  }

  /**
   * An item was read.
   *
   * @param index how many items were read so far
   * @return how many there are behind the parts that follow and were taken over
   */
  long behind(long index) {
    if (document.reached() < next || document.token() != Token.END_OBJECT) {
      return index;
    }
    if (!begun) {
      begun = true;
      next = ahead.begin(list(), reading.closed().offset()) ? ahead.next() : Long.MAX_VALUE;
    }
    long items = index;
    while (document.reached() >= next) {
      var part = ahead.part(document.reached());
      if (part != null) {
        boolean taken = take(part, items);
        items += taken ? part.items : 0;
        ahead.told(taken);
      }
      next = ahead.next();
    }
    return items;
  }

  /** The list whose item was just read. */
  private RecordList list() {
    var around = reading.innermost();
    return new RecordList(
        program,
        report.settings(),
        report.input(),
        plan,
        reading.path().copy(),
        around == null ? null : around.still(),
        reading.depth(),
        document.nesting());
  }

  /** Offset from which on {@link #behind} must be asked again. */
  long next() {
    return next;
  }

  void end() {
    if (begun) {
      ahead.end();
    }
  }

  private boolean take(ListPart part, long index) {
    var shift = new Shift(index, document.line() - 1, document.reachedColumn() - 1);
    if (!report.run().knows(part.memory) || !join(part, shift)) {
      return false;
    }
    report.run().absorb(part.memory, shift);
    report.beginRecord();
    report.handOn(part.violations, shift);
    report.at(part.last);
    reading.addRecords(part.records);
    document.follow(part.passage);
    return true;
  }

  /** All rules of the list take over what they remember of the part, or none does. */
  private boolean join(ListPart part, Shift shift) {
    for (int i = 0; i < states.length; i++) {
      if (!states[i].join(part.states[i], shift, report)) {
        while (--i >= 0) {
          states[i].disjoin();
        }
        return false;
      }
    }
    return true;
  }
}
