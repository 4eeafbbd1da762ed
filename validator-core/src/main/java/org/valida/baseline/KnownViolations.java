package org.valida.baseline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.valida.violation.Suppression;
import org.valida.violation.Violation;

/** Suppresses what a baseline accepts, for one run. */
final class KnownViolations implements Suppression {

  private final Baseline baseline;
  private final FileNames names;
  private final LocalDate today;
  private final Map<Group, Long> left = new HashMap<>();

  KnownViolations(Baseline baseline, FileNames names, LocalDate today) {
    this.baseline = baseline;
    this.names = names;
    this.today = today;
    for (var entry : baseline.entries()) {
      if (!entry.isExpired(today)) {
        left.put(entry.group(), entry.count());
      }
    }
  }

  @Override
  public Suppression forRun() {
    return new KnownViolations(baseline, names, today);
  }

  @Override
  public boolean suppresses(String path, Violation violation) {
    if (violation.rule().endsReading()) {
      return false;
    }
    var group = Group.of(names.of(path), violation);
    var count = left.getOrDefault(group, 0L);
    if (count == 0) {
      return false;
    }
    left.put(group, count - 1);
    return true;
  }
}
