package org.valida.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.schema.ValueRule.Outcome;
import org.valida.text.PatternBudgetException;
import org.valida.violation.NearestName;
import org.valida.violation.Violation;

/**
 * Runs a {@link Program} over documents, one at a time, in one pass. What it must remember lives in
 * the frames of the objects that are open and goes with them. Only a value under {@code anyOf},
 * {@code oneOf}, {@code not}, {@code if}, {@code enum}, {@code const}, {@code contains} or {@code
 * uniqueItems} that is itself an object or array is kept, to be read again.
 *
 * <p>Reusable for many documents, by one thread.
 */
public final class Checker {

  /** Bytes of a part after which it is asked whether it is still wanted. */
  private static final int PART_STEP = 1 << 16;

  private final Program program;
  private final Limits limits;
  private final Report report;
  private final Path path = new Path();
  private final List<Frame> pool = new ArrayList<>();
  private final Value value = new Value();
  private final KeySet.Digest digest = new KeySet.Digest();
  private final SeveralSchemas several;
  private final QuietMembers quiet;
  private final QuietValue.Bounds bounds;
  private final QuietItems quietItems;
  private JsonCursor cursor;

  /** Who reads parts of this document ahead, null if nobody does. */
  private ReadAhead ahead;

  private JsonCursor document;

  /** A record that closed, while the rules of its list may still speak of it. */
  private Frame ended;

  private Frame frame;
  private int depth;
  private long records;

  /**
   * @param handler takes the violations, record by record
   * @param run the memory that this run's documents share
   */
  public Checker(Program program, Settings settings, RunMemory run, Consumer<Violation> handler) {
    this.program = program;
    this.limits = settings.limits();
    this.report = new Report(program, settings, run, path, handler);
    this.quiet = new QuietMembers(limits);
    this.bounds = new QuietValue.Bounds(settings.today());
    this.quietItems = new QuietItems(this, quiet);
    this.several = new SeveralSchemas(this, program, report, path, limits);
  }

  /**
   * Checks one document to its end, or to where it cannot be read any further.
   *
   * @param input how reports name it
   * @return the records that were read
   */
  public long check(JsonCursor document, String input) {
    return check(document, input, null);
  }

  /**
   * As {@link #check(JsonCursor, String)}, while others read parts of the document ahead; what is
   * found is the same.
   *
   * @param parts who does; null if nobody does
   */
  public long check(JsonCursor payload, String input, ReadAhead parts) {
    ahead = parts;
    document = payload;
    cursor = payload;
    frame = null;
    ended = null;
    depth = 0;
    records = 0;
    path.clear();
    report.begin(payload, input);
    boolean begun = false;
    try {
      cursor.next();
      begun = true;
      reportByteOrderMark();
      value(program.root(), null, -1);
      cursor.next();
    } catch (JsonStop stop) {
      if (!begun) {
        reportByteOrderMark();
      }
      report.stop(stop);
    } catch (PatternBudgetException e) {
      report.stop(limit(Limits.Kind.PATTERN, e.budget()));
    }
    endRecord();
    report.end();
    return program.countsRecords() ? records : 1;
  }

  private void reportByteOrderMark() {
    if (cursor.byteOrderMark()) {
      report.document(program.rules().bom(), "");
    }
  }

  // ---- values

  void value(Node node, Frame owner, int property) {
    var slot = owner == null ? null : owner.slotOfProperty(property);
    switch (cursor.token()) {
      case START_OBJECT -> {
        keepContainer(slot, node, Value.OBJECT);
        object(node);
      }
      case START_ARRAY -> {
        keepContainer(slot, node, Value.ARRAY);
        array(node, owner, property);
      }
      default -> scalar(node, slot);
    }
  }

  private void keepContainer(Slot slot, Node node, int type) {
    if (slot != null) {
      value.read(cursor);
      slot.keep(value, (node.types & type) != 0 ? Slot.State.READ : Slot.State.BROKEN);
    }
  }

  void scalar(Node node, Slot slot) {
    if (node == Node.ANY) {
      return;
    }
    value.read(cursor);
    report.at(node);
    var state =
        switch (judge(node)) {
          case PASS, DONE -> Slot.State.READ;
          case ABSENT -> Slot.State.BLANK;
          case BROKEN -> Slot.State.BROKEN;
        };
    if (slot != null) {
      slot.keep(value, state);
    }
    if (node.allOf.length > 0
        || node.anyOf.length > 0
        || node.oneOf.length > 0
        || node.not != null
        || node.condition != null) {
      for (var branch : node.allOf) {
        scalar(branch, null);
      }
      several.combinations(node, this::scalarHolds);
    }
  }

  private boolean scalarHolds(Node node) {
    int before = report.mute();
    scalar(node, null);
    return report.unmute(before);
  }

  private Outcome judge(Node node) {
    if (node.never) {
      report.report(program.rules().never(), "");
      return Outcome.BROKEN;
    }
    for (var rule : node.form) {
      var outcome = rule.judge(value, report);
      if (outcome != Outcome.PASS) {
        return outcome;
      }
    }
    if (!Keywords.hold(node, value, report, program.rules())) {
      return Outcome.BROKEN;
    }
    value.reportForm(report);
    for (var rule : node.meaning) {
      var outcome = rule.judge(value, report);
      if (outcome != Outcome.PASS) {
        return outcome;
      }
    }
    return Outcome.PASS;
  }

  /** Reports that an object or array stands where none may. */
  boolean wrongContainer(Node node, int type) {
    if (!node.never && (node.types & type) != 0) {
      return false;
    }
    value.read(cursor);
    report.at(node);
    judge(node);
    return true;
  }

  // ---- objects

  private void object(Node node) {
    if (wrongContainer(node, Value.OBJECT)) {
      walk();
      return;
    }
    if (node.plain()) {
      if (node.object == null) {
        members(node, program.anyObject());
      } else if (node.object.simple()) {
        members(node, node.object);
      } else {
        several.object(new Node[] {node});
      }
    } else {
      several.together(node);
    }
  }

  /** The fast way through an object: one schema, members known by name. */
  private void members(Node node, ObjectPlan plan) {
    var own = open(plan);
    boolean lowercase = program.lowercaseNames();
    long count = quiet.pass(cursor, own);
    while (cursor.next() == Token.NAME) {
      count++;
      int property = property(plan, own.expected());
      if (property >= 0) {
        boolean again = own.hasSeen(property);
        if (again) {
          report.at(plan.child(property));
          report.name(
              program.rules().duplicateName(),
              plan.name(property),
              "",
              "name",
              plan.name(property));
        }
        own.came(property);
        path.member(plan.name(property));
        cursor.next();
        value(plan.child(property), own, property);
        if (again) {
          own.spoil(property);
        }
        path.up();
      } else {
        stranger(node, plan, own, lowercase);
      }
      count += quiet.pass(cursor, own);
    }
    close(node, plan, own, count);
  }

  private int property(ObjectPlan plan, int guess) {
    if (!cursor.escaped()) {
      return plan.find(cursor.buffer(), cursor.start(), cursor.end(), guess);
    }
    byte[] name = cursor.text().getBytes(StandardCharsets.UTF_8);
    return plan.find(name, 0, name.length, guess);
  }

  /** A member whose name is none of the schema's own. */
  private void stranger(Node node, ObjectPlan plan, Frame own, boolean lowercase) {
    boolean repeated = isRepeated(own);
    report.at(node);
    if (repeated) {
      report.name(
          program.rules().duplicateName(),
          report.nameShown(cursor.text(), plan),
          "",
          "name",
          report.nameShown(cursor.text(), plan));
    }
    if (plan.additional == Node.ANY
        && plan.stranger == null
        && plan.aliases.isEmpty()
        && !lowercase) {
      unjudged(report.nameShown(cursor.text(), plan));
      return;
    }
    var name = cursor.text();
    var alias = plan.aliases.get(name);
    if (alias != null) {
      report.at(plan.child(alias.property()));
      report.name(alias.rule(), name, "", "name", name, "suggestion", plan.name(alias.property()));
      knownAs(plan, own, alias.property(), name);
      return;
    }
    if (lowercase && !name.equals(name.toLowerCase(java.util.Locale.ROOT))) {
      int property = plan.propertyFolded(name);
      var rule = program.rules().notLowercase();
      if (property >= 0) {
        report.at(plan.child(property));
        report.name(rule, name, "", "name", name, "lowercase", plan.name(property));
        knownAs(plan, own, property, name);
      } else {
        report.name(
            rule,
            name,
            "unknown",
            "name",
            name,
            "lowercase",
            name.toLowerCase(java.util.Locale.ROOT));
        unjudged(name);
      }
      return;
    }
    var shown = report.nameShown(name, plan);
    if (plan.stranger != null && !repeated) {
      var near = NearestName.of(name, plan.nameSet()).orElse("");
      boolean envelope = near.isEmpty() && Envelope.isName(name);
      if (envelope) {
        report.sawEnvelope(shown);
      }
      var variant = !near.isEmpty() ? "near" : envelope ? "envelope" : "";
      report.name(plan.stranger, shown, variant, "name", shown, "suggestion", near);
    }
    path.member(shown);
    cursor.next();
    value(plan.additional == null ? Node.ANY : plan.additional, null, -1);
    path.up();
  }

  private void knownAs(ObjectPlan plan, Frame own, int property, String name) {
    own.present[property >> 6] |= 1L << property;
    path.member(name);
    cursor.next();
    value(plan.child(property), own, property);
    path.up();
  }

  private void unjudged(String name) {
    path.member(name);
    cursor.next();
    value(Node.ANY, null, -1);
    path.up();
  }

  boolean isRepeated(Frame own) {
    digest.start();
    if (cursor.escaped()) {
      byte[] name = cursor.text().getBytes(StandardCharsets.UTF_8);
      digest.add(name, 0, name.length);
    } else {
      digest.add(cursor.buffer(), cursor.start(), cursor.end());
    }
    boolean repeated = own.strangers.add(digest.finish(), 0) >= 0;
    if (own.strangers.size() > limits.members()) {
      throw limit(Limits.Kind.MEMBERS, limits.members());
    }
    return repeated;
  }

  private JsonStop limit(Limits.Kind kind, long maximum) {
    return new JsonStop(
        JsonStop.Kind.LIMIT,
        kind.label(),
        Long.toString(maximum),
        cursor.offset(),
        cursor.line(),
        cursor.column());
  }

  Frame open(ObjectPlan plan) {
    while (pool.size() <= depth) {
      pool.add(null);
    }
    var own = pool.get(depth);
    if (own == null || own.plan() != plan) {
      own = new Frame(plan, bounds);
      pool.set(depth, own);
    }
    own.open(frame, path.depth(), path.index(), cursor.offset(), cursor.line(), cursor.column());
    frame = own;
    report.frame(own);
    if (plan.record != null) {
      report.beginRecord();
    }
    depth++;
    return own;
  }

  private void close(Node node, ObjectPlan plan, Frame own, long count) {
    if (!plan.complete(own.present)) {
      report.at(node);
      missing(plan, own);
    }
    if (count < plan.minimum || count > plan.maximum) {
      report.at(node);
      plan.reportCount(report, program.rules().properties(), own, count);
    }
    report.at(node);
    own.close(report);
    leave(own);
    if (plan.record != null && !report.muted()) {
      records++;
      ended = own;
    }
  }

  /** The object is closed: the one around it is the innermost again. */
  void leave(Frame own) {
    depth--;
    frame = own.parent();
    report.frame(frame);
  }

  /** What the document is read with at the moment: the payload, or a value that is read again. */
  JsonCursor cursor() {
    return cursor;
  }

  private void missing(ObjectPlan plan, Frame own) {
    for (var name : plan.required) {
      int property = plan.property(name);
      if (property >= 0
          ? (own.present[property >> 6] & 1L << property) == 0
          : !own.strangerSeen(name, digest)) {
        var envelope = report.envelopeOf(own);
        report.report(
            program.rules().required(),
            own,
            envelope.isEmpty() ? "" : "envelope",
            "name",
            name,
            "envelope",
            envelope);
      }
    }
  }

  // ---- arrays

  private void array(Node node, Frame owner, int property) {
    if (wrongContainer(node, Value.ARRAY)) {
      walk();
      return;
    }
    if (!node.plain()) {
      several.together(node);
    } else if (node.array == null) {
      walk();
    } else {
      items(node, node.array, owner, property);
    }
  }

  void items(Node node, ArrayPlan plan, Frame owner, int property) {
    long offset = cursor.offset();
    long line = cursor.line();
    long column = cursor.column();
    var states = states(plan, owner, property);
    boolean again = plan.unique || plan.contains != null;
    var seen = plan.unique ? new KeySet() : null;
    boolean contained = false;
    var flat = !again && plan.items != null && plan.items.isFlat() ? plan.items : null;
    var takeover = takeover(plan, states);
    long index = 0;
    while (cursor.next() != Token.END_ARRAY) {
      path.item(index);
      var item = plan.item(index);
      var token = cursor.token();
      if (item == null) {
        if (index == plan.tuple.length) {
          report.at(node);
          report.report(program.rules().items(), "additional", "limit", (long) plan.tuple.length);
        }
        item = Node.ANY;
      }
      if (item == flat && token == Token.START_OBJECT) {
        members(item, item.object);
      } else if (again) {
        contained |= itemTwice(node, plan, seen, index, item, contained);
      } else {
        value(item, null, -1);
      }
      if (states.length > 0) {
        tellStates(states, item, token, index);
      }
      path.up();
      endRecord();
      index++;
      if (item == flat && token == Token.START_OBJECT) {
        long until = takeover == null ? Long.MAX_VALUE : takeover.next();
        index = passItems(item, states, index, until);
      }
      if (takeover != null) {
        index = takeover.behind(index);
      }
    }
    if (takeover != null) {
      takeover.end();
    }
    report.at(node);
    if (states.length > 0) {
      report.list(offset, line, column);
      for (var state : states) {
        state.ended(index, report);
      }
    }
    if (index < plan.minimum || index > plan.maximum) {
      boolean few = index < plan.minimum;
      report.report(
          program.rules().items(),
          new Place(path.pointer(), offset, line, column),
          null,
          few ? "few" : "many",
          "count",
          index,
          "limit",
          few ? plan.minimum : plan.maximum);
    }
    if (plan.contains != null && !contained) {
      report.report(
          program.rules().contains(), new Place(path.pointer(), offset, line, column), null, "");
    }
    if (owner == null && states.length > 0) {
      for (var state : states) {
        state.closed(null, report);
      }
    }
  }

  /**
   * Passes items behind one that was read.
   *
   * @return number of the item that is next then
   */
  private long passItems(Node item, ListState[] states, long index, long until) {
    var own = pool.get(depth);
    if (!(cursor instanceof Utf8Cursor bytes) || own.plan() != item.object) {
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
      report.beginRecord();
    }
    if (own.plan().rules().length > 0) {
      report.frame(own);
      own.close(report);
      report.frame(frame);
    }
    if (isRecord && !report.muted()) {
      records++;
      ended = own;
    }
    for (var state : states) {
      state.item(own, report);
    }
    endRecord();
  }

  private void endRecord() {
    if (ended != null) {
      report.endRecord(ended);
      ended = null;
    }
  }

  private static final ListState[] NO_STATES = {};

  private ListState[] states(ArrayPlan plan, Frame owner, int property) {
    if (!plan.hasRules()) {
      return NO_STATES;
    }
    if (owner != null) {
      return owner.lists(property);
    }
    return plan.newStates();
  }

  private void tellStates(ListState[] states, Node item, Token token, long index) {
    boolean isObject =
        token == Token.START_OBJECT && item.object != null && (item.types & Value.OBJECT) != 0;
    for (var state : states) {
      if (isObject) {
        state.item(pool.get(depth), report);
      } else if (token != Token.START_OBJECT && token != Token.START_ARRAY) {
        state.scalar(value, index, report);
      }
    }
  }

  /**
   * An item of an array that asks for uniqueItems or contains; tells whether one is contained by
   * now.
   */
  private boolean itemTwice(
      Node node, ArrayPlan plan, KeySet seen, long index, Node item, boolean contained) {
    boolean container = cursor.token() == Token.START_OBJECT || cursor.token() == Token.START_ARRAY;
    long offset = cursor.offset();
    long line = cursor.line();
    long column = cursor.column();
    byte[] bytes = container ? cursor.capture(limits.captureBytes()) : null;
    boolean holds = contained;
    if (plan.contains != null && !contained) {
      holds =
          container
              ? holds(plan.contains, bytes, offset, line, column)
              : scalarHolds(plan.contains);
    }
    if (plan.unique) {
      var canonical = new StringBuilder();
      (container ? JsonValue.read(bytes, limits) : JsonValue.read(cursor)).canonical(canonical);
      byte[] key = canonical.toString().getBytes(StandardCharsets.UTF_8);
      long first = seen.add(digest.start().add(key, 0, key.length).finish(), index);
      if (seen.size() > limits.keys()) {
        throw limit(Limits.Kind.KEYS, limits.keys());
      }
      if (first >= 0) {
        report.at(node);
        report.report(
            program.rules().uniqueItems(),
            new Place(path.pointer(), offset, line, column),
            null,
            "",
            "first",
            first);
      }
    }
    if (container) {
      replay(bytes, offset, line, column, () -> value(item, null, -1));
    } else {
      value(item, null, -1);
    }
    return holds;
  }

  // ---- reading a list in parts

  /** Null where all items are read here: only lists of records at the top are read in parts. */
  private Takeover takeover(ArrayPlan plan, ListState[] states) {
    return ahead != null
            && cursor == document
            && cursor instanceof Utf8Cursor bytes
            && path.depth() <= 1
            && depth == path.depth()
            && !report.muted()
            && report.run().totals() == null
            && Takeover.suits(program, plan, states)
        ? new Takeover(ahead, bytes, this, report, plan, states)
        : null;
  }

  /** The list whose item was just read. */
  RecordList recordList(ArrayPlan plan) {
    return new RecordList(
        program,
        report.settings(),
        report.input(),
        plan,
        path.copy(),
        frame == null ? null : frame.still(),
        depth,
        ((Utf8Cursor) cursor).nesting());
  }

  /** Offset of the record that was just read. */
  long lastRecord() {
    return pool.get(depth).offset();
  }

  void addRecords(long more) {
    records += more;
  }

  /**
   * Reads items of a list that another checker has open, until one ends at a place or behind it.
   *
   * @param around the objects around the list, as {@link RecordList} has them, but no other thread
   * @param at stands behind an item
   * @param violations where those that are found go
   * @throws NotApartException if something cannot be judged here
   */
  ListPart part(
      RecordList list,
      Frame around,
      Utf8Cursor at,
      long to,
      BooleanSupplier wanted,
      RunMemory run,
      PartViolations violations) {
    ahead = null;
    cursor = at;
    frame = around;
    ended = null;
    depth = list.depth;
    records = 0;
    path.set(list.path);
    report.begin(at, list.input);
    report.frame(frame);
    var states = list.plan.newStates();
    var item = list.plan.items;
    boolean flat = item.isFlat();
    long index = 0;
    while (at.reached() < to && cursor.next() != Token.END_ARRAY) {
      var token = cursor.token();
      if (token != Token.START_OBJECT || !wanted.getAsBoolean()) {
        throw new NotApartException();
      }
      path.item(index);
      if (flat) {
        members(item, item.object);
      } else {
        value(item, null, -1);
      }
      tellStates(states, item, token, index);
      path.up();
      endRecord();
      index++;
      if (flat) {
        index = passItems(item, states, index, Math.min(to, at.reached() + PART_STEP));
      }
      at.rest();
    }
    if (records == 0 || report.recordHasFindings()) {
      throw new NotApartException();
    }
    return new ListPart(
        at.passage(), states, run.take(), violations, report.node(), index, records);
  }

  // ---- reading a value again

  boolean holds(Node node, byte[] bytes, long offset, long line, long column) {
    int before = report.mute();
    replay(bytes, offset, line, column, () -> value(node, null, -1));
    return report.unmute(before);
  }

  void replay(byte[] bytes, long offset, long line, long column, Runnable action) {
    var outer = cursor;
    var outerFrame = frame;
    cursor = Utf8Cursor.over(bytes, 0, bytes.length, limits, offset, line, column);
    report.cursor(cursor);
    cursor.next();
    action.run();
    cursor = outer;
    frame = outerFrame;
    report.cursor(cursor);
    report.frame(frame);
  }

  /** Reads a value that no schema judges, looking only for repeated names. */
  void walk() {
    if (cursor.token() == Token.START_OBJECT) {
      members(Node.ANY, program.anyObject());
    } else if (cursor.token() == Token.START_ARRAY) {
      long index = 0;
      while (cursor.next() != Token.END_ARRAY) {
        path.item(index++);
        value(Node.ANY, null, -1);
        path.up();
      }
    }
  }
}
