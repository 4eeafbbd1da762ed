package org.valida.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.schema.Place;
import org.valida.schema.RunMemory;
import org.valida.schema.RunMemory.Reporter;
import org.valida.violation.Severity;

/**
 * The totals of every ente and period over all inputs of a run, compared when all were read, whatever their order: accumulated values never fall within a year, and
 * two methods that report the same expenses agree (MCE 6.4). Some 300 bytes per record.
 */
final class Ledger implements RunMemory.Memory {

  /**
   * One record.
   *
   * @param key ente and year; 0 for the município of a state row
   * @param totals by stage, in cents; null where they cannot be told
   * @param label names it to people
   */
  record Entry(
      LedgerEntry.Method method, List<Long> key, long period, long[] totals, String input, Place place, String label) {}

  private record Group(String method, List<Long> key) {}

  private record Row(String method, List<Long> key, long period) {}

  private record Report(Entry at, Runnable send) {}

  private final List<Entry> entries = new ArrayList<>();

  void enter(Entry entry) {
    entries.add(entry);
  }

  @Override
  public void ended(Reporter reporter) {
    var rows = new LinkedHashMap<Row, List<Entry>>();
    for (var entry : entries) {
      rows.computeIfAbsent(new Row(entry.method().name(), entry.key(), entry.period()), row -> new ArrayList<>(1)).add(entry);
    }
    var single = new HashMap<Row, Entry>();
    var years = new LinkedHashMap<Group, List<Entry>>();
    var reports = new ArrayList<Report>();
    rows.forEach(
        (row, same) -> {
          if (same.size() > 1) {
            repeated(same, reporter, reports);
            return;
          }
          single.put(row, same.get(0));
          years.computeIfAbsent(new Group(row.method(), row.key()), group -> new ArrayList<>(6)).add(same.get(0));
        });
    years.values().forEach(year -> decreases(year, reporter, reports));
    single.values().forEach(entry -> differences(entry, single, reporter, reports));
    var order = new HashMap<String, Integer>();
    entries.forEach(entry -> order.putIfAbsent(entry.input(), order.size()));
    reports.sort(
        Comparator.comparingInt((Report report) -> order.get(report.at().input()))
            .thenComparingLong(report -> report.at().place().offset()));
    reports.forEach(report -> report.send().run());
  }

  /** The same ente and period in several inputs; twice within one input is another rule's. */
  private static void repeated(List<Entry> same, Reporter reporter, List<Report> reports) {
    var first = same.get(0);
    for (var entry : same.subList(1, same.size())) {
      if (!entry.input().equals(first.input())) {
        reports.add(
            new Report(
                entry,
                () -> reporter.report(entry.input(), entry.method().repeated(), entry.place(), entry.label(), "", "key", entry.label())));
      }
    }
  }

  private static void decreases(List<Entry> year, Reporter reporter, List<Report> reports) {
    year.sort(Comparator.comparingLong(Entry::period));
    var stages = year.get(0).method().stages();
    var highest = new Entry[stages.size()];
    for (var entry : year) {
      if (entry.totals() == null) {
        continue;
      }
      int fallen = -1;
      for (int s = 0; s < stages.size(); s++) {
        if (highest[s] != null && entry.totals()[s] < highest[s].totals()[s]) {
          fallen = fallen < 0 || weighsMore(stages, s, fallen) ? s : fallen;
        }
      }
      if (fallen >= 0) {
        int stage = fallen;
        var earlier = highest[stage];
        reports.add(
            new Report(
                entry,
                () ->
                    reporter.report(
                        entry.input(),
                        stages.get(stage).decrease(),
                        entry.place(),
                        entry.label(),
                        "",
                        "stage",
                        stages.get(stage).name(),
                        "total",
                        Amounts.text(entry.totals()[stage]),
                        "earlierTotal",
                        Amounts.text(earlier.totals()[stage]),
                        "earlierPeriod",
                        earlier.period())));
      }
      for (int s = 0; s < stages.size(); s++) {
        if (highest[s] == null || entry.totals()[s] > highest[s].totals()[s]) {
          highest[s] = entry;
        }
      }
    }
  }

  private static boolean weighsMore(List<LedgerEntry.Stage> stages, int candidate, int chosen) {
    Severity one = stages.get(candidate).decrease().severity();
    return one.compareTo(stages.get(chosen).decrease().severity()) < 0;
  }

  private static void differences(Entry entry, Map<Row, Entry> single, Reporter reporter, List<Report> reports) {
    var method = entry.method();
    if (method.differs() == null || entry.totals() == null) {
      return;
    }
    var other = single.get(new Row(method.otherMethod(), entry.key(), entry.period()));
    if (other == null || other.totals() == null) {
      return;
    }
    for (int s = 0; s < method.stages().size(); s++) {
      var name = method.stages().get(s).name();
      int same = other.method().stages().stream().map(LedgerEntry.Stage::name).toList().indexOf(name);
      if (same >= 0 && entry.totals()[s] != other.totals()[same]) {
        long own = entry.totals()[s];
        long theirs = other.totals()[same];
        reports.add(
            new Report(
                entry,
                () ->
                    reporter.report(
                        entry.input(),
                        method.differs(),
                        entry.place(),
                        entry.label(),
                        "",
                        "stage",
                        name,
                        "total",
                        Amounts.text(own),
                        "otherTotal",
                        Amounts.text(theirs),
                        "difference",
                        Amounts.text(own - theirs))));
        return;
      }
    }
  }
}
