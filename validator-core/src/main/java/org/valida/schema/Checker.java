package org.valida.schema;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.schema.ValueRule.Outcome;
import org.valida.text.PatternBudgetException;
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

  private final Program program;
  private final Reading reading;
  private final Report report;
  private final Path path;
  private final Value value = new Value();
  private final QuietMembers quiet;
  private final Strangers strangers;
  private final Lists lists;
  private final SeveralSchemas several;

  /**
   * @param handler takes the violations, record by record
   * @param run the memory that this run's documents share
   */
  public Checker(Program program, Settings settings, RunMemory run, Consumer<Violation> handler) {
    this.program = program;
    this.path = new Path();
    this.report = new Report(program, settings, run, path, handler);
    this.reading = new Reading(path, report, settings);
    this.quiet = new QuietMembers(settings.limits());
    this.strangers = new Strangers(this, program, reading);
    this.lists = new Lists(this, program, reading, quiet);
    this.several = new SeveralSchemas(this, program, reading, strangers, lists);
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
  public long check(JsonCursor document, String input, ReadAhead parts) {
    reading.begin(document, input);
    lists.begin(document, parts);
    boolean begun = false;
    try {
      document.next();
      begun = true;
      reportByteOrderMark();
      value(program.root(), null, -1);
      document.next();
    } catch (JsonStop stop) {
      if (!begun) {
        reportByteOrderMark();
      }
      report.stop(stop);
    } catch (PatternBudgetException e) {
      report.stop(reading.limit(Limits.Kind.PATTERN, e.budget()));
    }
    reading.endRecord();
    report.end();
    return program.countsRecords() ? reading.records() : 1;
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
      PartViolations violations) {
    reading.begin(at, list, around);
    lists.begin(at, null);
    return lists.part(list, at, to, wanted, violations);
  }

  private void reportByteOrderMark() {
    if (reading.cursor().byteOrderMark()) {
      report.document(program.rules().bom(), "");
    }
  }

  // ---- values

  void value(Node node, Frame owner, int property) {
    var slot = owner == null ? null : owner.slotOfProperty(property);
    switch (reading.cursor().token()) {
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
      value.read(reading.cursor());
      slot.keep(value, (node.types & type) != 0 ? Slot.State.READ : Slot.State.BROKEN);
    }
  }

  void scalar(Node node, Slot slot) {
    if (node == Node.ANY) {
      return;
    }
    value.read(reading.cursor());
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

  /** Whether a schema holds for the scalar at hand. */
  boolean scalarHolds(Node node) {
    int before = report.mute();
    scalar(node, null);
    return report.unmute(before);
  }

  /** The scalar that was read last. */
  Value lastScalar() {
    return value;
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
    value.read(reading.cursor());
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
  void members(Node node, ObjectPlan plan) {
    var own = reading.open(plan);
    if (plan.record != null) {
      reading.recordBegins();
    }
    var cursor = reading.cursor();
    long count = quiet.pass(cursor, own);
    while (cursor.next() == Token.NAME) {
      count++;
      int property = property(cursor, plan, own.expected());
      if (property >= 0) {
        boolean again = own.hasSeen(property);
        if (again) {
          var name = plan.name(property);
          report.at(plan.child(property));
          report.name(program.rules().duplicateName(), name, "", "name", name);
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
        strangers.member(node, plan, own);
      }
      count += quiet.pass(cursor, own);
    }
    close(node, plan, own, count);
  }

  private static int property(JsonCursor cursor, ObjectPlan plan, int guess) {
    if (!cursor.escaped()) {
      return plan.find(cursor.buffer(), cursor.start(), cursor.end(), guess);
    }
    byte[] name = cursor.text().getBytes(StandardCharsets.UTF_8);
    return plan.find(name, 0, name.length, guess);
  }

  private void close(Node node, ObjectPlan plan, Frame own, long count) {
    if (!plan.complete(own.present)) {
      report.at(node);
      strangers.missing(plan, own);
    }
    if (count < plan.minimum || count > plan.maximum) {
      report.at(node);
      plan.reportCount(report, program.rules().properties(), own, count);
    }
    report.at(node);
    own.close(report);
    reading.leave(own);
    if (plan.record != null) {
      reading.recordCloses(own);
    }
  }

  // ---- arrays

  private void array(Node node, Frame owner, int property) {
    if (wrongContainer(node, Value.ARRAY)) {
      walk();
    } else if (!node.plain()) {
      several.together(node);
    } else if (node.array == null) {
      walk();
    } else {
      lists.read(node, owner, property);
    }
  }

  // ---- reading a value again

  /** Whether a schema holds for a value that was kept. */
  boolean holds(Node node, byte[] bytes, long offset, long line, long column) {
    int before = report.mute();
    reading.again(bytes, offset, line, column, () -> value(node, null, -1));
    return report.unmute(before);
  }

  /** Reads a value that no schema judges, looking only for repeated names. */
  void walk() {
    var cursor = reading.cursor();
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
