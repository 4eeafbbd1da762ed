package org.valida.violation;

import java.util.List;

/**
 * What a run over inputs came to.
 *
 * @param files in the order of the inputs
 * @param nanos time the run took
 * @param failures trouble that belongs to no single input that was read
 * @param notes what else is worth knowing
 */
public record RunResult(
    List<FileResult> files, long nanos, List<Failure> failures, List<Note> notes) {
  public RunResult {
    files = List.copyOf(files);
    failures = List.copyOf(failures);
    notes = List.copyOf(notes);
  }

  /** Without notes. */
  public RunResult(List<FileResult> files, long nanos, List<Failure> failures) {
    this(files, nanos, failures, List.of());
  }

  public long records() {
    long sum = 0;
    for (var file : files) {
      sum += file.records();
    }
    return sum;
  }

  public long bytes() {
    long sum = 0;
    for (var file : files) {
      sum += file.bytes();
    }
    return sum;
  }

  public long errors() {
    long sum = 0;
    for (var file : files) {
      sum += file.errors();
    }
    return sum;
  }

  public long warnings() {
    long sum = 0;
    for (var file : files) {
      sum += file.warnings();
    }
    return sum;
  }

  public long infos() {
    long sum = 0;
    for (var file : files) {
      sum += file.infos();
    }
    return sum;
  }

  /** Violations that are known and accepted. */
  public long suppressed() {
    long sum = 0;
    for (var file : files) {
      sum += file.suppressed();
    }
    return sum;
  }

  /** Error wins over invalid, invalid over valid; a run over nothing is an error. */
  public Verdict verdict() {
    if (files.isEmpty() || !failures.isEmpty()) {
      return Verdict.ERROR;
    }
    var worst = Verdict.VALID;
    for (var file : files) {
      if (file.verdict().compareTo(worst) > 0) {
        worst = file.verdict();
      }
    }
    return worst;
  }
}
