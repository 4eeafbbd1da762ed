package org.valida.schema;

import java.util.Arrays;
import org.valida.json.MemberLead;

/**
 * How an item of a list is printed: which members it has, in which order, and all bytes around
 * their values, from behind the item before it to its closing brace. Programs print the items of a
 * list alike, so the next item is mostly read by comparing these bytes and judging the values
 * between them, without a look at any grammar.
 *
 * <p>Learned from an item that is right, with values of which nobody has anything to say. Belongs
 * to one {@link Frame}.
 */
final class ItemLayout {

  /** One member, and the bytes that lead to its value. */
  static final class Step {
    private final ItemLayout layout;
    private final Step before;
    private final MemberLead lead = new MemberLead();
    private final int property;
    private final QuietMember member;
    private final Slot slot;

    /** Lines that end between the item before and the value. */
    private int lines;

    // Where the value stands in the item that was read last.
    private int at;
    private int end;

    private Step(ItemLayout layout, Step before, int property, Frame own) {
      this.layout = layout;
      this.before = before;
      this.property = property;
      this.member = own.plan().quiet(property);
      this.slot = own.target(property);
      if (member.readsTexts()) {
        slot.knowTexts();
      }
    }

    long offset() {
      return layout.base + at;
    }

    long line() {
      return layout.line + lines;
    }

    long column() {
      if (lead.lines() > 0) {
        return lead.length() - lead.lineStart() + 1L;
      }
      return before == null ? layout.column + at - layout.from : before.column() + at - before.at;
    }

    int written() {
      return end - at;
    }
  }

  private static final Step[] NO_STEPS = {};

  private Step[] steps = NO_STEPS;
  private final MemberLead closing = new MemberLead();
  private final long[] seen;

  /** Where the brace stands in the first lead, how many lines end before it, and where. */
  private int brace;

  private int braceLines;
  private int braceLineStart;

  // The item that was read last: where the item before it ended.
  private int from;
  private long base;
  private long line;
  private long column;
  private int end;

  private ItemLayout(ObjectPlan plan) {
    seen = new long[plan.words()];
  }

  /** Whether an item may follow. */
  static boolean mayBegin(byte[] bytes, int from) {
    int comma = blank(bytes, from);
    return bytes[comma] == ',' && bytes[blank(bytes, comma + 1)] == '{';
  }

  /**
   * Reads an item, and how it is printed.
   *
   * @param bytes the reading window, with zeros behind its end
   * @param from behind the item before, where one {@link #mayBegin}
   * @param own takes the values
   * @return null if the item does not stand in the window as a whole, is not right, or somebody may
   *     have something to say of it
   */
  static ItemLayout learn(byte[] bytes, int from, Frame own) {
    var learned = new ItemLayout(own.plan());
    return learned.learns(bytes, from, own) ? learned : null;
  }

  private boolean learns(byte[] bytes, int begin, Frame own) {
    int open = blank(bytes, blank(bytes, begin) + 1);
    beginsWith(bytes, begin, open);
    int leadFrom = begin;
    int at = blank(bytes, open + 1);
    while (true) {
      var step = bytes[at] == '"' ? step(bytes, at + 1, own) : null;
      int value = step == null ? -1 : behindColon(bytes, at + 2 + step.member.nameLength());
      if (value < 0 || !step.lead.learn(bytes, leadFrom, value)) {
        return false;
      }
      step.lines = (step.before == null ? 0 : step.before.lines) + step.lead.lines();
      step.at = value;
      step.end = step.member.read(bytes, value, step.slot, own);
      if (step.end < 0) {
        return false;
      }
      add(step);
      leadFrom = step.end;
      at = blank(bytes, leadFrom);
      if (bytes[at] != ',') {
        break;
      }
      at = blank(bytes, at + 1);
    }
    from = begin;
    end = at + 1;
    return bytes[at] == '}'
        && closing.learn(bytes, leadFrom, end)
        && own.plan().complete(seen)
        && own.plan().allows(steps.length);
  }

  private void beginsWith(byte[] bytes, int begin, int open) {
    var lead = new MemberLead();
    lead.learn(bytes, begin, open);
    brace = open - begin;
    braceLines = lead.lines();
    braceLineStart = lead.lineStart();
  }

  /** The member whose name stands at an index; null if it is none, or came before. */
  private Step step(byte[] bytes, int name, Frame own) {
    var before = steps.length == 0 ? null : steps[steps.length - 1];
    var plan = own.plan();
    int property = plan.quiet(bytes, name, before == null ? 0 : before.property + 1);
    return property < 0 || (seen[property >> 6] & 1L << property) != 0
        ? null
        : new Step(this, before, property, own);
  }

  private void add(Step step) {
    steps = Arrays.copyOf(steps, steps.length + 1);
    steps[steps.length - 1] = step;
    seen[step.property >> 6] |= 1L << step.property;
  }

  private static int behindColon(byte[] bytes, int behindName) {
    int colon = blank(bytes, behindName);
    return bytes[colon] == ':' ? blank(bytes, colon + 1) : -1;
  }

  private static int blank(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t') {
      at++;
    }
    return at;
  }

  /**
   * Reads the next item if it is printed this way and nobody has anything to say of it.
   *
   * @return false if it is not; then slots of the frame hold nothing that may be used
   */
  boolean reads(byte[] bytes, int begin, Frame own) {
    int at = begin;
    for (var step : steps) {
      if (!step.lead.stands(bytes, at)) {
        return false;
      }
      at += step.lead.length();
      step.at = at;
      at = step.member.read(bytes, at, step.slot, own);
      if (at < 0) {
        return false;
      }
      step.end = at;
    }
    if (!closing.stands(bytes, at)) {
      return false;
    }
    from = begin;
    end = at + closing.length();
    return true;
  }

  /** The slots tell from here on where the values of this layout stand. */
  void install(Frame own) {
    own.install(seen);
    for (var step : steps) {
      step.slot.stands(step);
    }
  }

  /**
   * Where the item stands that was read last.
   *
   * @param atBase offset of the window's first byte
   * @param atLine the line on which the item before it ended, and the column behind that
   */
  void stands(Frame own, long index, long atBase, long atLine, long atColumn) {
    base = atBase;
    line = atLine;
    column = atColumn;
    own.openAgain(
        index,
        atBase + from + brace,
        atLine + braceLines,
        braceLines > 0 ? brace - braceLineStart + 1L : atColumn + brace);
  }

  /** Index behind the closing brace of the item that was read last. */
  int end() {
    return end;
  }

  /** How many lines end in an item and before it. */
  int lines() {
    return steps[steps.length - 1].lines + closing.lines();
  }

  /** Index of the first byte of the line on which the item ends that was read last. */
  int lineStart() {
    if (closing.lines() > 0) {
      return end - closing.length() + closing.lineStart();
    }
    for (int i = steps.length - 1; i >= 0; i--) {
      var step = steps[i];
      if (step.lead.lines() > 0) {
        return step.at - step.lead.length() + step.lead.lineStart();
      }
    }
    return from;
  }
}
