package org.valida.baseline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/**
 * Counts the violations of a run by group, those suppressed too. The run must mask personal values:
 * names of unknown attributes stand in pointers.
 */
public final class Findings implements RunListener {

  private final FileNames names;
  private final Map<Group, Long> found = new HashMap<>();
  private final Map<Group, Long> suppressed = new HashMap<>();
  private final Set<String> read = new HashSet<>();
  private final Set<String> brokenOff = new HashSet<>();
  private long unacceptable;

  public Findings(FileNames names) {
    this.names = names;
  }

  @Override
  public void violation(String path, Violation violation) {
    if (violation.rule().endsReading()) {
      unacceptable++;
      brokenOff.add(names.of(path));
    } else {
      found.merge(Group.of(names.of(path), violation), 1L, Long::sum);
    }
  }

  @Override
  public void suppressed(String path, Violation violation) {
    var group = Group.of(names.of(path), violation);
    found.merge(group, 1L, Long::sum);
    suppressed.merge(group, 1L, Long::sum);
  }

  @Override
  public void ended(RunResult result) {
    result.files().stream()
        .filter(file -> file.failure().isEmpty())
        .map(FileResult::path)
        .map(names::of)
        .forEach(read::add);
  }

  /** How many violations each group has. */
  Map<Group, Long> found() {
    return found;
  }

  long count(Group group) {
    return found.getOrDefault(group, 0L);
  }

  boolean suppressedAny(Group group) {
    return suppressed.containsKey(group);
  }

  /** Whether the file was read, even if not to its end. */
  boolean wasRead(String file) {
    return read.contains(file);
  }

  /** Whether all violations of the file are known. */
  boolean wasReadInFull(String file) {
    return read.contains(file) && !brokenOff.contains(file);
  }

  /** Violations that no baseline accepts, since nobody saw what follows them. */
  public long unacceptable() {
    return unacceptable;
  }
}
