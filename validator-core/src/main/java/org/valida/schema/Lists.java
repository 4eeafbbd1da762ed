package org.valida.schema;

import java.util.function.BooleanSupplier;
import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.json.Utf8Cursor;

/**
 * Reads the items of lists in their order and tells the rules of each list of them: one by one, the
 * short way ({@link QuietItems}), or in parts that others read ahead ({@link Takeover}).
 */
final class Lists {

  private static final ListState[] NO_STATES = {};

  /** Bytes of a part after which it is asked whether it is still wanted. */
  private static final int PART_STEP = 1 << 16;

  private final Checker checker;
  private final Program program;
  private final Reading reading;
  private final Report report;
  private final Path path;
  private final QuietItems quietItems;

  private JsonCursor document;

  /** Who reads parts of the document ahead, null if nobody does. */
  private ReadAhead ahead;

  Lists(Checker checker, Program program, Reading reading, QuietMembers quiet) {
    this.checker = checker;
    this.program = program;
    this.reading = reading;
    this.report = reading.report();
    this.path = reading.path();
    this.quietItems = new QuietItems(this, quiet);
  }

  /**
   * A document begins.
   *
   * @param parts who reads parts of it ahead, null if nobody does
   */
  void begin(JsonCursor payload, ReadAhead parts) {
    document = payload;
    ahead = parts;
  }

  /**
   * Reads the list that the cursor stands on.
   *
   * @param node its schema, which has a plan for arrays
   * @param owner the object that it is an attribute of, null if it is none
   * @param property which attribute
   */
  void read(Node node, Frame owner, int property) {
    var cursor = reading.cursor();
    var plan = node.array;
    long offset = cursor.offset();
    long line = cursor.line();
    long column = cursor.column();
    var states = states(plan, owner, property);
    var kept = KeptItems.suits(plan) ? new KeptItems(checker, program, reading, node) : null;
    var flat = kept == null && plan.items != null && plan.items.isFlat() ? plan.items : null;
    var takeover = takeover(plan, states);
    long index = 0;
    while (cursor.next() != Token.END_ARRAY) {
      path.item(index);
      var item = plan.item(index);
      var token = cursor.token();
      if (item == null) {
        item = unforeseen(node, index);
      }
      boolean flatObject = item == flat && token == Token.START_OBJECT;
      if (flatObject) {
        checker.members(item, item.object);
      } else if (kept != null) {
        kept.item(item, index);
      } else {
        checker.value(item, null, -1);
      }
      if (states.length > 0) {
        tell(states, item, token, index);
      }
      path.up();
      reading.endRecord();
      index++;
      if (flatObject) {
        long until = takeover == null ? Long.MAX_VALUE : takeover.next();
        index = pass(item, states, index, until);
      }
      if (takeover != null) {
        index = takeover.behind(index);
      }
    }
    if (takeover != null) {
      takeover.end();
    }
    report.at(node);
    report.list(offset, line, column);
    for (var state : states) {
      state.ended(index, report);
    }
    judge(plan, index, kept);
    if (owner == null) {
      for (var state : states) {
        state.closed(null, report);
      }
    }
  }

  /** An item behind those that may come. */
  private Node unforeseen(Node node, long index) {
    int foreseen = node.array.tuple.length;
    if (index == foreseen) {
      report.at(node);
      report.report(program.rules().items(), "additional", "limit", (long) foreseen);
    }
    return Node.ANY;
  }

  /** The list ended: it may have too few items or too many, or not the one that it should. */
  private void judge(ArrayPlan plan, long items, KeptItems kept) {
    if (items < plan.minimum || items > plan.maximum) {
      boolean few = items < plan.minimum;
      report.report(
          program.rules().items(),
          report.list(),
          null,
          few ? "few" : "many",
          "count",
          items,
          "limit",
          few ? plan.minimum : plan.maximum);
    }
    if (plan.contains != null && !kept.contained()) {
      report.report(program.rules().contains(), report.list(), null, "");
    }
  }

  private static ListState[] states(ArrayPlan plan, Frame owner, int property) {
    if (!plan.hasRules()) {
      return NO_STATES;
    }
    return owner == null ? plan.newStates() : owner.lists(property);
  }

  private void tell(ListState[] states, Node item, Token token, long index) {
    boolean isObject =
        token == Token.START_OBJECT && item.object != null && (item.types & Value.OBJECT) != 0;
    for (var state : states) {
      if (isObject) {
        state.item(reading.closed(), report);
      } else if (token != Token.START_OBJECT && token != Token.START_ARRAY) {
        state.scalar(checker.lastScalar(), index, report);
      }
    }
  }

  // ---- the short way

  /**
   * Passes items behind one that was read.
   *
   * @return number of the item that is next then
   */
  private long pass(Node item, ListState[] states, long index, long until) {
    var own = reading.closed();
    if (!(reading.cursor() instanceof Utf8Cursor bytes) || own.plan() != item.object) {
      return index;
    }
    path.item(index);
    report.at(item);
    long next = quietItems.pass(bytes, own, states, index, until);
    path.up();
    return next;
  }

  /** An item was passed by the short way, and its values are in its frame: it closes. */
  void passed(Frame own, ListState[] states, long index) {
    path.nextItem(index);
    boolean isRecord = own.plan().record != null;
    if (isRecord) {
      reading.recordBegins();
    }
    if (own.plan().rules().length > 0) {
      report.frame(own);
      own.close(report);
      report.frame(reading.innermost());
    }
    if (isRecord) {
      reading.recordCloses(own);
    }
    for (var state : states) {
      state.item(own, report);
    }
    reading.endRecord();
  }

  // ---- reading a list in parts

  /** Null where all items are read here: only lists of records at the top are read in parts. */
  private Takeover takeover(ArrayPlan plan, ListState[] states) {
    return ahead != null
            && reading.cursor() == document
            && document instanceof Utf8Cursor bytes
            && path.depth() <= 1
            && reading.depth() == path.depth()
            && !report.muted()
            && report.run().totals() == null
            && Takeover.suits(program, plan, states)
        ? new Takeover(ahead, bytes, program, reading, plan, states)
        : null;
  }

  /**
   * Reads items of a list that another checker has open, until one ends at a place or behind it.
   *
   * @param at stands behind an item
   * @param violations where those that are found go
   * @throws NotApartException if something cannot be judged here
   */
  ListPart part(
      RecordList list, Utf8Cursor at, long to, BooleanSupplier wanted, PartViolations violations) {
    var states = list.plan.newStates();
    var item = list.plan.items;
    boolean flat = item.isFlat();
    long index = 0;
    while (at.reached() < to && at.next() != Token.END_ARRAY) {
      var token = at.token();
      if (token != Token.START_OBJECT || !wanted.getAsBoolean()) {
        throw new NotApartException();
      }
      path.item(index);
      if (flat) {
        checker.members(item, item.object);
      } else {
        checker.value(item, null, -1);
      }
      tell(states, item, token, index);
      path.up();
      reading.endRecord();
      index++;
      if (flat) {
        index = pass(item, states, index, Math.min(to, at.reached() + PART_STEP));
      }
      at.rest();
    }
    // Each is a record, and in none is another.
    if (reading.records() != index || report.recordHasFindings()) {
      throw new NotApartException();
    }
    return new ListPart(
        at.passage(),
        states,
        report.run().take(),
        violations,
        report.node(),
        index,
        reading.records());
  }
}
