package org.valida.rule;

import java.util.ArrayList;
import java.util.List;
import org.valida.schema.Frame;
import org.valida.schema.Place;
import org.valida.schema.RunMemory;
import org.valida.schema.Scope;
import org.valida.schema.Shift;
import org.valida.violation.RecordRef;

/**
 * The totals of every ente and period over all inputs of a run, compared when all were read,
 * whatever their order: accumulated values never fall within a year, and two methods that report
 * the same expenses agree (MCE 6.4).
 */
final class Ledger implements RunMemory.Memory {

  /** What a row has to say once all are known; {@code other} is the row it is compared with. */
  private record Finding(int row, Kind kind, int stage, int other) {}

  private enum Kind {
    REPEATED,
    DECREASE,
    DIFFERENCE
  }

  private record Input(String name, String prefix) {}

  private static final int NONE = -1;

  private final LedgerRows rows = new LedgerRows();
  private final LedgerRows.Row row = new LedgerRows.Row();
  private final List<LedgerEntry.Method> methods = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private String latestPrefix = "";
  private final List<Finding> findings = new ArrayList<>();
  private int[] order = {};

  /** The row to be filled and entered next. */
  LedgerRows.Row row() {
    return row;
  }

  /** Enters the row; of it only the key, the period and the totals are given. */
  void enter(LedgerEntry.Method method, Frame frame, Scope scope) {
    row.method = number(method);
    row.input = input(frame, scope);
    row.index = frame.index();
    row.offset = frame.offset();
    row.line = frame.line();
    row.column = frame.column();
    row.label.setLength(0);
    scope.recordKey(frame, row.label);
    rows.add(row);
  }

  private int number(LedgerEntry.Method method) {
    for (int i = 0; i < methods.size(); i++) {
      if (methods.get(i).name().equals(method.name())) {
        return i;
      }
    }
    methods.add(method);
    return methods.size() - 1;
  }

  private int input(Frame frame, Scope scope) {
    if (!isLast(scope.input())) {
      var pointer = scope.pointer(frame);
      inputs.add(
          new Input(scope.input(), prefix(pointer.substring(0, pointer.lastIndexOf('/') + 1))));
    }
    return inputs.size() - 1;
  }

  /** Many inputs have their records in the same place, and need but one text for it. */
  private String prefix(String prefix) {
    if (!prefix.equals(latestPrefix)) {
      latestPrefix = prefix;
    }
    return latestPrefix;
  }

  private boolean isLast(String input) {
    return !inputs.isEmpty() && inputs.get(inputs.size() - 1).name().equals(input);
  }

  @Override
  public void absorb(RunMemory.Memory next) {
    var other = (Ledger) next;
    var places = new int[other.inputs.size()];
    for (int i = 0; i < places.length; i++) {
      inputs.add(other.inputs.get(i));
      places[i] = inputs.size() - 1;
    }
    rows.addAll(other.rows, numbers(other), places, Shift.NONE);
  }

  /** An ente that comes twice in one input must not seem to come in two. */
  @Override
  public void absorb(RunMemory.Memory part, Shift shift) {
    var other = (Ledger) part;
    var places = new int[other.inputs.size()];
    for (int i = 0; i < places.length; i++) {
      if (!isLast(other.inputs.get(i).name())) {
        inputs.add(other.inputs.get(i));
      }
      places[i] = inputs.size() - 1;
    }
    rows.addAll(other.rows, numbers(other), places, shift);
  }

  private int[] numbers(Ledger other) {
    return other.methods.stream().mapToInt(this::number).toArray();
  }

  @Override
  public void ended(RunMemory.Reporter reporter) {
    order = IntSort.ascending(rows.size(), rows::compare);
    int start = 0;
    while (start < order.length) {
      int end = start + 1;
      while (end < order.length && sameYear(order[start], order[end])) {
        end++;
      }
      year(start, end);
      start = end;
    }
    if (findings.isEmpty()) {
      return;
    }
    findings.sort(
        (a, b) ->
            a.row() != b.row() ? Integer.compare(a.row(), b.row()) : a.kind().compareTo(b.kind()));
    findings.forEach(finding -> report(finding, reporter));
  }

  private boolean sameYear(int one, int other) {
    return rows.method(one) == rows.method(other) && rows.compareKeys(one, other) == 0;
  }

  private boolean samePeriod(int one, int other) {
    return sameYear(one, other) && rows.period(one) == rows.period(other);
  }

  /** Whether the row at that place of the order is the only one of its ente and period. */
  private boolean single(int at) {
    return (at == 0 || !samePeriod(order[at - 1], order[at]))
        && (at == order.length - 1 || !samePeriod(order[at], order[at + 1]));
  }

  /** The rows of one method, ente and year, by period. */
  private void year(int start, int end) {
    var stages = methods.get(rows.method(order[start])).stages();
    var highest = new int[stages.size()];
    java.util.Arrays.fill(highest, NONE);
    int first = start;
    for (int at = start; at < end; at++) {
      int row = order[at];
      first = samePeriod(order[first], row) ? first : at;
      if (!single(at)) {
        repeated(first, at);
      } else if (rows.known(row)) {
        decrease(row, stages, highest);
        difference(row);
      }
    }
  }

  /**
   * The same ente and period in several inputs; twice within one input is another rule's.
   *
   * @param first where the rows of this period begin
   */
  private void repeated(int first, int at) {
    if (first < at && rows.input(order[first]) != rows.input(order[at])) {
      findings.add(new Finding(order[at], Kind.REPEATED, 0, order[first]));
    }
  }

  private void decrease(int row, List<LedgerEntry.Stage> stages, int[] highest) {
    int fallen = NONE;
    for (int s = 0; s < highest.length; s++) {
      if (highest[s] != NONE
          && rows.total(row, s) < rows.total(highest[s], s)
          && (fallen == NONE || stages.get(s).weighsMoreThan(stages.get(fallen)))) {
        fallen = s;
      }
    }
    if (fallen != NONE) {
      findings.add(new Finding(row, Kind.DECREASE, fallen, highest[fallen]));
    }
    for (int s = 0; s < highest.length; s++) {
      if (highest[s] == NONE || rows.total(row, s) > rows.total(highest[s], s)) {
        highest[s] = row;
      }
    }
  }

  private void difference(int row) {
    var method = methods.get(rows.method(row));
    int other = method.differs() == null ? NONE : rowOf(method.otherMethod(), row);
    if (other == NONE || !rows.known(other)) {
      return;
    }
    var theirs = methods.get(rows.method(other)).stageNames();
    for (int s = 0; s < method.stages().size(); s++) {
      int same = theirs.indexOf(method.stages().get(s).name());
      if (same >= 0 && rows.total(row, s) != rows.total(other, same)) {
        findings.add(new Finding(row, Kind.DIFFERENCE, s, other));
        return;
      }
    }
  }

  /** The single row of another method for the same ente and period. */
  private int rowOf(String method, int row) {
    int number = NONE;
    for (int i = 0; i < methods.size(); i++) {
      number = methods.get(i).name().equals(method) ? i : number;
    }
    int low = 0;
    int high = order.length - 1;
    while (number != NONE && low <= high) {
      int middle = (low + high) >>> 1;
      int there = order[middle];
      int compared = Integer.compare(rows.method(there), number);
      compared = compared != 0 ? compared : rows.compareKeys(there, row);
      compared = compared != 0 ? compared : Long.compare(rows.period(there), rows.period(row));
      if (compared == 0) {
        return single(middle) ? there : NONE;
      }
      if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }

  private void report(Finding finding, RunMemory.Reporter reporter) {
    int row = finding.row();
    int other = finding.other();
    var input = inputs.get(rows.input(row));
    var place =
        new Place(
            input.prefix() + rows.index(row), rows.offset(row), rows.line(row), rows.column(row));
    var method = methods.get(rows.method(row));
    var label = rows.label(row);
    var record = RecordRef.named(label, rows.index(row) + 1);
    var stage = method.stages().get(finding.stage());
    switch (finding.kind()) {
      case REPEATED ->
          reporter.report(input.name(), method.repeated(), place, record, "", "key", label);
      case DECREASE ->
          reporter.report(
              input.name(),
              stage.decrease(),
              place,
              record,
              "",
              "stage",
              stage.name(),
              "total",
              Amounts.text(rows.total(row, finding.stage())),
              "earlierTotal",
              Amounts.text(rows.total(other, finding.stage())),
              "earlierPeriod",
              rows.period(other));
      case DIFFERENCE -> {
        long own = rows.total(row, finding.stage());
        long theirs =
            rows.total(other, methods.get(rows.method(other)).stageNames().indexOf(stage.name()));
        reporter.report(
            input.name(),
            method.differs(),
            place,
            record,
            "",
            "stage",
            stage.name(),
            "total",
            Amounts.text(own),
            "otherTotal",
            Amounts.text(theirs),
            "difference",
            Amounts.text(own - theirs));
      }
    }
  }
}
