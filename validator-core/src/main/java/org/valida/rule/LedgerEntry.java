package org.valida.rule;

import java.util.Arrays;
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
    if (!isNamed(frame)) {
      return;
    }
    var ledger = scope.run().memory(Ledger.class, Ledger::new);
    var row = ledger.row();
    Arrays.fill(row.key, 0);
    for (int i = 0; i < key.length; i++) {
      var slot = frame.slot(key[i]);
      row.key[i] = isBlank(slot) ? 0 : slot.number();
    }
    row.period = ofPeriod.number();
    var listener = scope.run().totals();
    if (listener != null) {
      var shown = new StringBuilder();
      scope.recordKey(frame, shown);
      var label = shown.toString();
      list.totalsBySource()
          .forEach(
              (source, stages) ->
                  listener.totals(
                      scope.input(),
                      new Totals(
                          method.name(), label, source == 0 ? "" : source.toString(), stages)));
    }
    row.known = totals(frame, list, row.totals);
    ledger.enter(method, frame, scope);
  }

  /** Whether the record says whose it is and of which year. */
  private boolean isNamed(Frame frame) {
    for (int i = 0; i < key.length; i++) {
      var slot = frame.slot(key[i]);
      if (slot.state() == Slot.State.BROKEN
          || !isBlank(slot) && slot.meaning() == Value.Meaning.NONE
          || slot.isAbsent() && needed[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(Slot slot) {
    return slot.isAbsent() || slot.row().wholeState();
  }

  /** The totals; false where they cannot be told: a value is broken, or an item comes twice. */
  private boolean totals(Frame frame, Accounts.State list, long[] totals) {
    for (int unique : uniques) {
      if (frame.list(property, unique) instanceof UniqueItems.State state && state.repeated()) {
        return false;
      }
    }
    Arrays.fill(totals, 0);
    try {
      return list.totals(totals);
    } catch (ArithmeticException e) {
      return false;
    }
  }
}
