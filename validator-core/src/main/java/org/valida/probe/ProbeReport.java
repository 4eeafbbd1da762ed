package org.valida.probe;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.valida.probe.Outcome.Fail;
import org.valida.probe.Outcome.Pass;
import org.valida.probe.Outcome.Skip;
import org.valida.violation.Severity;

/**
 * All that a probe found.
 *
 * @param base the address that was probed
 * @param year that was asked for (num_ano)
 * @param requests how many were sent
 * @param results in the order of the list, service first, then method by method
 * @param mask hides passwords, tokens and secret headers in a text that quotes the service; every
 *     text that a report writes goes through it
 */
public record ProbeReport(
    String base, int year, long requests, List<CheckResult> results, UnaryOperator<String> mask) {

  public ProbeReport {
    results = List.copyOf(results);
  }

  public long passed() {
    return count(Pass.class::isInstance);
  }

  public long skipped() {
    return count(Skip.class::isInstance);
  }

  /** Failures of exactly that severity. */
  public long failed(Severity severity) {
    return count(outcome -> outcome instanceof Fail fail && fail.severity() == severity);
  }

  /** Whether some check judged something; a list of skips says nothing about a service. */
  public boolean judgedSomething() {
    return skipped() < results.size();
  }

  private long count(Predicate<Outcome> which) {
    return results.stream().map(CheckResult::outcome).filter(which).count();
  }
}
