package org.valida.rule;

import java.util.List;
import org.valida.schema.Frame;
import org.valida.schema.ObjectRule;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Slot;
import org.valida.schema.Value;
import org.valida.violation.Totals;

/** {@code x-ledger}: enters the totals of a record into the {@link Ledger} of the run. */
final class LedgerEntry implements ObjectRule {

  /**
   * A value that accumulates over the periods of a year.
   *
   * @param decrease the rule when it falls
   */
  record Stage(String name, RuleUse decrease) {
    boolean weighsMoreThan(Stage other) {
      return decrease.severity().compareTo(other.decrease.severity()) < 0;
    }
  }

  /**
   * How the entries of a method are compared.
   *
   * @param repeated when an ente and period comes in two inputs
   * @param differs when the totals differ from those of {@code otherMethod}; may be null
   */
  record Method(
      String name, List<Stage> stages, RuleUse repeated, RuleUse differs, String otherMethod) {
    List<String> stageNames() {
      return stages.stream().map(Stage::name).toList();
    }
  }

  private final Method method;
  private final int[] key;
  private final boolean[] needed;
  private final int period;
  private final int property;
  private final int accounts;
  private final List<Integer> uniques;

  /**
   * @param key slots that name the ente and the year
   * @param needed whether each of them must be there; without one that need not, the record is that
   *     of the whole state
   * @param property the list among the record's properties
   * @param accounts the number of the {@link Accounts} among the list's rules
   * @param uniques the numbers of the {@link UniqueItems} among them
   */
  LedgerEntry(
      Method method,
      int[] key,
      boolean[] needed,
      int period,
      int property,
      int accounts,
      List<Integer> uniques) {
    this.method = method;
    this.key = key;
    this.needed = needed;
    this.period = period;
    this.property = property;
    this.accounts = accounts;
    this.uniques = List.copyOf(uniques);
  }

  @Override
  public void closed(Frame frame, Scope scope) {
    if (!(frame.list(property, accounts) instanceof Accounts.State list)) {
      return;
    }
    var ofPeriod = frame.slot(period);
    if (!ofPeriod.hasNumber()) {
      return;
    }
    var parts = new long[key.length];
    for (int i = 0; i < key.length; i++) {
      var slot = frame.slot(key[i]);
      if (slot.state() == Slot.State.BROKEN) {
        return;
      }
      boolean blank = slot.isAbsent() || slot.row().wholeState();
      if (!blank && slot.meaning() == Value.Meaning.NONE || slot.isAbsent() && needed[i]) {
        return;
      }
      parts[i] = blank ? 0 : slot.number();
    }
    var listener = scope.run().totals();
    if (listener != null) {
      var label = scope.recordKey(frame);
      list.totalsBySource()
          .forEach(
              (source, stages) ->
                  listener.totals(
                      scope.input(),
                      new Totals(
                          method.name(), label, source == 0 ? "" : source.toString(), stages)));
    }
    scope
        .run()
        .memory(Ledger.class, Ledger::new)
        .enter(method, parts, ofPeriod.number(), totals(frame, list), frame, scope);
  }

  /** The totals, null where they cannot be told: a value is broken, or an item comes twice. */
  private long[] totals(Frame frame, Accounts.State list) {
    for (int unique : uniques) {
      if (frame.list(property, unique) instanceof UniqueItems.State state && state.repeated()) {
        return null;
      }
    }
    try {
      return list.totals();
    } catch (ArithmeticException e) {
      return null;
    }
  }
}
