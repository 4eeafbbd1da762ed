package org.valida.rule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.schema.Frame;
import org.valida.schema.ListRule;
import org.valida.schema.ListState;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Slot;

/**
 * {@code x-accounts}: a list of accounts of a plan that also has synthetic ones (MCE 6.4). Its
 * hierarchy is worked out when the object that holds the list closes, for the year that decides the
 * era may come after the list. Remembers six numbers of 8 bytes for each account of the open list,
 * and its amounts.
 */
final class Accounts implements ListRule {

  /**
   * How accounts relate in a range of years.
   *
   * @param groups lengths of the parts of a code
   * @param sum at a synthetic account whose nearest descendants do not add up to it; may be null,
   *     likewise the others
   * @param missing at the record: several accounts and none has an ancestor
   * @param unexpected at an account that has descendants
   */
  record Era(long from, long to, int[] groups, RuleUse sum, RuleUse missing, RuleUse unexpected) {}

  /** No attribute. */
  static final int NONE = -1;

  private final int code;
  private final int within;
  private final int[] values;
  private final List<String> valueNames;
  private final String year;
  private final Era[] eras;

  /**
   * @param code slot of the account's code, {@link #NONE} where the list has no hierarchy
   * @param within slot that separates hierarchies, or {@link #NONE}
   * @param values slots of what adds up
   */
  Accounts(
      int code, int within, int[] values, List<String> valueNames, String year, List<Era> eras) {
    this.code = code;
    this.within = within;
    this.values = values;
    this.valueNames = List.copyOf(valueNames);
    this.year = year;
    this.eras = eras.toArray(Era[]::new);
  }

  @Override
  public ListState newState() {
    return new State();
  }

  /** The accounts of one list. */
  final class State implements ListState {
    private final AccountRows rows = new AccountRows(values);
    private final OrderlyAccounts orderly = new OrderlyAccounts(values.length);
    private final StringBuilder prefix = new StringBuilder();
    private boolean unplaced;
    private boolean totalled;
    private boolean proven;

    /** The year's, once the list was closed. */
    private Era era;

    /** The hierarchy of the list, where it had to be made. */
    private final AccountTree tree = new AccountTree();

    private boolean linked;
    private long[] codes = {};
    private long[] sources = {};
    private final WideSums sums = new WideSums();
    private boolean[] sound = {};

    @Override
    public void reset() {
      rows.clear();
      proven = false;
      unplaced = false;
      totalled = false;
      linked = false;
    }

    @Override
    public void item(Frame item, Scope scope) {
      if (rows.isEmpty()) {
        prefix.setLength(0);
        scope.pointerBefore(item, prefix);
      }
      rows.add(item, number(item, code), number(item, within));
      scope.checkKeys(rows.size());
    }

    private long number(Frame item, int slot) {
      if (slot == NONE) {
        return 0;
      }
      Slot read = item.slot(slot);
      if (!read.hasNumber()) {
        unplaced = true;
        return 0;
      }
      return read.number();
    }

    @Override
    public void closed(Frame owner, Scope scope) {
      if (code == NONE) {
        totalled = true;
        return;
      }
      era = era(owner);
      if (era == null || unplaced) {
        return;
      }
      proven = orderly.proves(rows, era);
      if (proven) {
        totalled = true;
      } else if (link()) {
        totalled = true;
        judge(owner, scope);
      }
    }

    private Era era(Frame owner) {
      var inYear = owner == null ? null : owner.find(year);
      if (inYear == null || !inYear.hasNumber()) {
        return null;
      }
      long number = inYear.number();
      for (var known : eras) {
        if (number >= known.from() && number <= known.to()) {
          return known;
        }
      }
      return null;
    }

    /** Makes the hierarchy; false if the plan is another one. */
    private boolean link() {
      int size = rows.size();
      if (codes.length < size) {
        int room = Math.max(64, Integer.highestOneBit(size) * 2);
        codes = new long[room];
        sources = new long[room];
      }
      for (int i = 0; i < size; i++) {
        codes[i] = rows.code(i);
        sources[i] = rows.source(i);
      }
      linked = tree.grow(codes, sources, size, era.groups());
      return linked;
    }

    private void judge(Frame owner, Scope scope) {
      boolean any = false;
      for (int i = 0; i < rows.size(); i++) {
        any |= tree.parent(i) >= 0;
      }
      if (era.missing() != null && tree.hasSeveral() && !any) {
        scope.report(era.missing(), owner, "");
      }
      if (!any) {
        return;
      }
      if (era.unexpected() != null) {
        unexpected(era.unexpected(), scope);
      }
      if (era.sum() != null) {
        sums(era.sum(), scope);
      }
    }

    private void unexpected(RuleUse rule, Scope scope) {
      for (int i = 0; i < rows.size(); i++) {
        if (tree.children(i) > 0) {
          scope.report(
              rule,
              rows.place(i, prefix),
              null,
              "",
              "code",
              rows.code(i),
              "children",
              (long) tree.children(i));
        }
      }
    }

    private void sums(RuleUse rule, Scope scope) {
      int size = rows.size();
      sums.clear(Math.multiplyExact(size, values.length));
      if (sound.length < size) {
        sound = new boolean[codes.length];
      }
      Arrays.fill(sound, 0, size, true);
      for (int i = 0; i < size; i++) {
        int parent = tree.parent(i);
        if (parent < 0) {
          continue;
        }
        sound[parent] &= rows.isComplete(i) && !tree.isRepeated(i);
        for (int v = 0; v < values.length; v++) {
          sums.add(parent * values.length + v, rows.amount(i, v));
        }
      }
      for (int i = 0; i < size; i++) {
        if (tree.children(i) > 0 && sound[i] && rows.isComplete(i) && !tree.isRepeated(i)) {
          compare(i, rule, scope);
        }
      }
    }

    private void compare(int account, RuleUse rule, Scope scope) {
      for (int v = 0; v < values.length; v++) {
        int sum = account * values.length + v;
        if (!sums.is(sum, rows.amount(account, v))) {
          var own = BigDecimal.valueOf(rows.amount(account, v), 2);
          var added = sums.of(sum);
          scope.report(
              rule,
              rows.place(account, prefix),
              null,
              "",
              "code",
              rows.code(account),
              "stage",
              valueNames.get(v),
              "total",
              own.toPlainString(),
              "sum",
              added.toPlainString(),
              "difference",
              own.subtract(added).toPlainString());
          return;
        }
      }
    }

    /**
     * Adds up the accounts without an ancestor, by value.
     *
     * @param totals to add to
     * @return false where that cannot be told
     * @throws ArithmeticException if a total is too great
     */
    boolean totals(long[] totals) {
      if (!totalled || rows.isEmpty() || linked && tree.repeats()) {
        return false;
      }
      if (proven) {
        for (int v = 0; v < values.length; v++) {
          totals[v] = Math.addExact(totals[v], orderly.total(v));
        }
        return true;
      }
      for (int i = 0; i < rows.size(); i++) {
        if (!rows.isComplete(i)) {
          return false;
        }
        for (int v = 0; v < values.length && !hasParent(i); v++) {
          totals[v] = Math.addExact(totals[v], rows.amount(i, v));
        }
      }
      return true;
    }

    private boolean hasParent(int account) {
      return linked && tree.parent(account) >= 0;
    }

    /** The same by source of funds; {@code 0} where there is none. */
    Map<Long, Map<String, BigDecimal>> totalsBySource() {
      var totals = new LinkedHashMap<Long, Map<String, BigDecimal>>();
      if (totalled && code != NONE && !linked) {
        link();
      }
      for (int i = 0; totalled && i < rows.size(); i++) {
        if (hasParent(i)) {
          continue;
        }
        var stages = totals.computeIfAbsent(rows.source(i), source -> new LinkedHashMap<>());
        for (int v = 0; v < values.length; v++) {
          stages.merge(
              valueNames.get(v), BigDecimal.valueOf(rows.amount(i, v), 2), BigDecimal::add);
        }
      }
      return totals;
    }
  }
}
