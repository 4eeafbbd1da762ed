package org.valida.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.valida.privacy.Mask;
import org.valida.schema.Frame;
import org.valida.schema.KeySet;
import org.valida.schema.ObjectRule;
import org.valida.schema.Place;
import org.valida.schema.RuleUse;
import org.valida.schema.RunMemory;
import org.valida.schema.Scope;
import org.valida.schema.Shift;
import org.valida.violation.RecordRef;

/**
 * Which persons some lotes of a run introduce, and which persons others refer to; compared when all
 * inputs were read, whatever their order. Some 14 bytes per reference, 30 to 37 per person
 * introduced.
 */
final class Register implements RunMemory.Memory {

  /** Numbers that a reference takes. */
  private static final int FIELDS = 5;

  private final Map<String, KeySet> sets = new HashMap<>();
  private final Map<String, References> references = new LinkedHashMap<>();
  private final KeySet.Digest key = new KeySet.Digest();

  /** The input whose record referred last, and its references. */
  private String latestInput = "";

  private References latest;

  /** {@code x-register}: the record introduces the person. */
  record Entry(String set, int attribute) implements ObjectRule {
    @Override
    public void closed(Frame frame, Scope scope) {
      var slot = frame.slot(attribute);
      if (slot.hasNumber()) {
        scope.run().memory(Register.class, Register::new).introduce(set, slot.number());
      }
    }
  }

  /**
   * {@code x-registered}: the record refers to a person that a record of the set should introduce.
   */
  record Reference(RuleUse rule, String set, int attribute) implements ObjectRule {
    @Override
    public void closed(Frame frame, Scope scope) {
      var slot = frame.slot(attribute);
      if (slot.hasNumber() && scope.on(rule)) {
        scope
            .run()
            .memory(Register.class, Register::new)
            .refer(rule, set, slot.number(), frame, scope);
      }
    }
  }

  /** The references of one input. */
  private static final class References {
    private final RuleUse rule;
    private final String set;
    private final String prefix;
    private final boolean masked;
    private final ByteLog log = new ByteLog();
    private int size;
    private long index;
    private long offset;
    private long line;

    References(RuleUse rule, String set, String prefix, boolean masked) {
      this.rule = rule;
      this.set = set;
      this.prefix = prefix;
      this.masked = masked;
    }

    References withoutAny() {
      return new References(rule, set, prefix, masked);
    }

    /** A place is told by its distance from the last one, which takes few bytes. */
    void add(long number, long atIndex, long atOffset, long atLine, long column) {
      log.begin(FIELDS);
      log.write(number);
      log.write(atIndex - index);
      log.write(atOffset - offset);
      log.write(atLine - line);
      log.write(column);
      index = atIndex;
      offset = atOffset;
      line = atLine;
      size++;
    }

    /** Tells all references in the order in which they came. */
    void tell(Reader reader) {
      var at = log.reader();
      long toldIndex = 0;
      long toldOffset = 0;
      long toldLine = 0;
      for (int left = size; left > 0; left--) {
        at.entry(FIELDS);
        long number = at.next();
        toldIndex += at.next();
        toldOffset += at.next();
        toldLine += at.next();
        reader.reference(number, toldIndex, toldOffset, toldLine, at.next());
      }
    }
  }

  /** Takes references. */
  @FunctionalInterface
  private interface Reader {
    void reference(long number, long index, long offset, long line, long column);
  }

  private void introduce(String set, long number) {
    sets.computeIfAbsent(set, name -> new KeySet()).add(key.start().add(number).finish(), 0);
  }

  private void refer(RuleUse rule, String set, long number, Frame frame, Scope scope) {
    if (latest == null || !latestInput.equals(scope.input())) {
      latestInput = scope.input();
      latest = references.computeIfAbsent(latestInput, none -> none(rule, set, frame, scope));
    }
    latest.add(number, frame.index(), frame.offset(), frame.line(), frame.column());
  }

  private static References none(RuleUse rule, String set, Frame frame, Scope scope) {
    var prefix = new StringBuilder();
    scope.pointerBefore(frame, prefix);
    return new References(rule, set, prefix.toString(), scope.masked());
  }

  @Override
  public void absorb(RunMemory.Memory next) {
    var other = (Register) next;
    other.references.keySet().removeIf(input -> takesWhole(input, other.references.get(input)));
    absorb(next, Shift.NONE);
  }

  /** What is the first of an input is taken as it is. */
  private boolean takesWhole(String input, References refers) {
    return references.putIfAbsent(input, refers) == null;
  }

  @Override
  public void absorb(RunMemory.Memory next, Shift shift) {
    var other = (Register) next;
    other.sets.forEach(
        (set, keys) -> {
          var known = sets.putIfAbsent(set, keys);
          if (known != null) {
            known.addAll(keys);
          }
        });
    other.references.forEach(
        (input, refers) -> {
          var known = references.computeIfAbsent(input, name -> refers.withoutAny());
          refers.tell(
              (number, index, offset, line, column) ->
                  known.add(
                      number,
                      index + shift.index(),
                      offset,
                      shift.line(line),
                      shift.column(line, column)));
        });
  }

  @Override
  public void ended(RunMemory.Reporter reporter) {
    references.forEach(
        (input, refers) -> {
          var known = sets.get(refers.set);
          if (known != null) {
            refers.tell(
                (number, index, offset, line, column) -> {
                  if (!known.contains(key.start().add(number).finish())) {
                    var place = new Place(refers.prefix + index, offset, line, column);
                    report(input, refers, number, index, place, reporter);
                  }
                });
          }
        });
  }

  private static void report(
      String input,
      References refers,
      long person,
      long index,
      Place place,
      RunMemory.Reporter reporter) {
    var number = String.format(java.util.Locale.ROOT, "%011d", person);
    reporter.report(
        input,
        refers.rule,
        place,
        RecordRef.placed(
            "#" + (index + 1) + " " + (refers.masked ? Mask.number(number) : number), index + 1),
        "");
  }
}
