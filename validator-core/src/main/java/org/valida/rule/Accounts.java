package org.valida.rule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.schema.Frame;
import org.valida.schema.ListRule;
import org.valida.schema.ListState;
import org.valida.schema.Place;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Slot;

/**
 * {@code x-accounts}: a list of accounts of a plan that also has synthetic ones (MCE 6.4). Its
 * hierarchy is worked out when the object that holds the list closes, for the year that decides the
 * era may come after the list. Remembers 8 numbers of 8 bytes for each account of the open list.
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
    private int size;
    private long[] codes = new long[64];
    private long[] sources = new long[64];
    private long[][] amounts = new long[values.length][64];
    private boolean[] known = new boolean[64];
    private long[] offsets = new long[64];
    private long[] lines = new long[64];
    private long[] columns = new long[64];
    private long[] indexes = new long[64];
    private final StringBuilder prefix = new StringBuilder();
    private boolean unplaced;
    private boolean repeated;
    private boolean[] hasParent = {};
    private final AccountTree tree = new AccountTree();
    private long[][] sums = new long[values.length][0];
    private boolean[] sound = {};
    private boolean totalled;

    @Override
    public void reset() {
      size = 0;
      unplaced = false;
      repeated = false;
      totalled = false;
    }

    @Override
    public void item(Frame item, Scope scope) {
      grow();
      if (size == 0) {
        prefix.setLength(0);
        scope.pointerBefore(item, prefix);
      }
      codes[size] = number(item, code);
      sources[size] = number(item, within);
      boolean complete = true;
      for (int i = 0; i < values.length; i++) {
        var slot = item.slot(values[i]);
        complete &= slot.hasNumber();
        amounts[i][size] = slot.hasNumber() ? slot.number() : 0;
      }
      known[size] = complete;
      offsets[size] = item.offset();
      lines[size] = item.line();
      columns[size] = item.column();
      indexes[size] = item.index();
      size++;
      scope.checkKeys(size);
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

    private void grow() {
      if (size < codes.length) {
        return;
      }
      int more = size * 2;
      codes = Arrays.copyOf(codes, more);
      sources = Arrays.copyOf(sources, more);
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] = Arrays.copyOf(amounts[i], more);
      }
      known = Arrays.copyOf(known, more);
      offsets = Arrays.copyOf(offsets, more);
      lines = Arrays.copyOf(lines, more);
      columns = Arrays.copyOf(columns, more);
      indexes = Arrays.copyOf(indexes, more);
    }

    @Override
    public void closed(Frame owner, Scope scope) {
      makeRoom();
      if (code == NONE) {
        totalled = true;
        return;
      }
      var inYear = owner == null ? null : owner.find(year);
      var era = inYear == null || !inYear.hasNumber() ? null : era(inYear.number());
      if (era == null || unplaced) {
        return;
      }
      if (!tree.grow(codes, sources, size, era.groups())) {
        return;
      }
      totalled = true;
      repeated = tree.repeats();
      for (int i = 0; i < size; i++) {
        hasParent[i] = tree.parent(i) >= 0;
      }
      judge(era, owner, scope);
    }

    private void makeRoom() {
      if (hasParent.length < size) {
        hasParent = new boolean[codes.length];
        sound = new boolean[codes.length];
        sums = new long[values.length][codes.length];
      }
      Arrays.fill(hasParent, 0, size, false);
    }

    private Era era(long inYear) {
      for (var era : eras) {
        if (inYear >= era.from() && inYear <= era.to()) {
          return era;
        }
      }
      return null;
    }

    private void judge(Era era, Frame owner, Scope scope) {
      boolean any = false;
      for (int i = 0; i < size; i++) {
        any |= hasParent[i];
      }
      if (era.missing() != null && tree.hasSeveral() && !any) {
        scope.report(era.missing(), owner, "");
      }
      if (!any) {
        return;
      }
      if (era.unexpected() != null) {
        for (int i = 0; i < size; i++) {
          if (tree.children(i) > 0) {
            scope.report(
                era.unexpected(),
                place(i),
                null,
                "",
                "code",
                codes[i],
                "children",
                (long) tree.children(i));
          }
        }
      }
      if (era.sum() != null) {
        sums(era.sum(), scope);
      }
    }

    private void sums(RuleUse rule, Scope scope) {
      for (var sum : sums) {
        Arrays.fill(sum, 0, size, 0);
      }
      Arrays.fill(sound, 0, size, true);
      for (int i = 0; i < size; i++) {
        int parent = tree.parent(i);
        if (parent < 0) {
          continue;
        }
        sound[parent] &= known[i] && !tree.isRepeated(i);
        for (int v = 0; v < values.length; v++) {
          sums[v][parent] += amounts[v][i];
        }
      }
      for (int i = 0; i < size; i++) {
        if (tree.children(i) > 0 && sound[i] && known[i] && !tree.isRepeated(i)) {
          compare(i, rule, scope);
        }
      }
    }

    private void compare(int account, RuleUse rule, Scope scope) {
      for (int v = 0; v < values.length; v++) {
        long own = amounts[v][account];
        long sum = sums[v][account];
        if (own != sum) {
          scope.report(
              rule,
              place(account),
              null,
              "",
              "code",
              codes[account],
              "stage",
              valueNames.get(v),
              "total",
              Amounts.text(own),
              "sum",
              Amounts.text(sum),
              "difference",
              Amounts.text(own - sum));
          return;
        }
      }
    }

    private Place place(int account) {
      return new Place(
          prefix.toString() + indexes[account], offsets[account], lines[account], columns[account]);
    }

    /**
     * Adds up the accounts without an ancestor, by value.
     *
     * @param totals to add to
     * @return false where that cannot be told
     * @throws ArithmeticException if a total is too great
     */
    boolean totals(long[] totals) {
      if (!totalled || repeated || size == 0) {
        return false;
      }
      for (int i = 0; i < size; i++) {
        if (!known[i]) {
          return false;
        }
        for (int v = 0; v < values.length && !hasParent[i]; v++) {
          totals[v] = Math.addExact(totals[v], amounts[v][i]);
        }
      }
      return true;
    }

    /** The same by source of funds; {@code 0} where there is none. */
    Map<Long, Map<String, BigDecimal>> totalsBySource() {
      var totals = new LinkedHashMap<Long, Map<String, BigDecimal>>();
      for (int i = 0; totalled && i < size; i++) {
        if (hasParent[i]) {
          continue;
        }
        var stages = totals.computeIfAbsent(sources[i], source -> new LinkedHashMap<>());
        for (int v = 0; v < values.length; v++) {
          stages.merge(valueNames.get(v), BigDecimal.valueOf(amounts[v][i], 2), BigDecimal::add);
        }
      }
      return totals;
    }
  }
}
