package org.valida.rule;

import java.util.Arrays;
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
import org.valida.violation.RecordRef;

/**
 * Which persons some lotes of a run introduce, and which persons others refer to; compared when all
 * inputs were read, whatever their order. 40 bytes per reference, 36 to 72 per person introduced.
 */
final class Register implements RunMemory.Memory {

  private final Map<String, KeySet> sets = new HashMap<>();
  private final Map<String, References> references = new LinkedHashMap<>();
  private final KeySet.Digest key = new KeySet.Digest();

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
    private long[] fields = new long[5 * 16];
    private int size;

    References(RuleUse rule, String set, String prefix, boolean masked) {
      this.rule = rule;
      this.set = set;
      this.prefix = prefix;
      this.masked = masked;
    }

    void add(long number, Frame frame) {
      if (size + 5 > fields.length) {
        fields = Arrays.copyOf(fields, fields.length * 2);
      }
      fields[size++] = number;
      fields[size++] = frame.index();
      fields[size++] = frame.offset();
      fields[size++] = frame.line();
      fields[size++] = frame.column();
    }

    void addAll(References other) {
      fields = Arrays.copyOf(fields, Math.max(fields.length, size + other.size));
      System.arraycopy(other.fields, 0, fields, size, other.size);
      size += other.size;
    }
  }

  private void introduce(String set, long number) {
    sets.computeIfAbsent(set, name -> new KeySet()).add(key.start().add(number).finish(), 0);
  }

  private void refer(RuleUse rule, String set, long number, Frame frame, Scope scope) {
    references
        .computeIfAbsent(
            scope.input(),
            input -> {
              var pointer = scope.pointer(frame);
              return new References(
                  rule, set, pointer.substring(0, pointer.lastIndexOf('/') + 1), scope.masked());
            })
        .add(number, frame);
  }

  @Override
  public void absorb(RunMemory.Memory next) {
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
          var known = references.putIfAbsent(input, refers);
          if (known != null) {
            known.addAll(refers);
          }
        });
  }

  @Override
  public void ended(RunMemory.Reporter reporter) {
    references.forEach(
        (input, refers) -> {
          var known = sets.get(refers.set);
          for (int at = 0; known != null && at < refers.size; at += 5) {
            if (!known.contains(key.start().add(refers.fields[at]).finish())) {
              report(input, refers, at, reporter);
            }
          }
        });
  }

  private static void report(String input, References refers, int at, RunMemory.Reporter reporter) {
    long index = refers.fields[at + 1];
    var place =
        new Place(
            refers.prefix + index,
            refers.fields[at + 2],
            refers.fields[at + 3],
            refers.fields[at + 4]);
    var number = String.format(java.util.Locale.ROOT, "%011d", refers.fields[at]);
    reporter.report(
        input,
        refers.rule,
        place,
        RecordRef.placed(
            "#" + (index + 1) + " " + (refers.masked ? Mask.number(number) : number), index + 1),
        "");
  }
}
