package org.valida;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.valida.violation.FileResult;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/**
 * What was found in one payload.
 *
 * @param result counts, contract and verdict
 * @param violations all of them, record by record in the order of their offsets
 */
public record Report(FileResult result, List<Violation> violations) {

  public Report {
    violations = List.copyOf(violations);
  }

  static Report of(FileResult result, List<Violation> violations) throws IOException {
    var failure = result.failure();
    if (failure.isPresent()) {
      if (failure.get().kind().startsWith("contract-")) {
        throw new UnknownContractException(failure.get());
      }
      throw new IOException(
          failure.get().path()
              + ": "
              + failure.get().arguments().getOrDefault("reason", failure.get().kind()));
    }
    return new Report(result, violations);
  }

  /** Whether there is no violation of severity error. */
  public boolean isValid() {
    return result.verdict() == Verdict.VALID;
  }

  /**
   * The contract it was checked against; empty where the text broke off before one could be told.
   */
  public Optional<Contract> contract() {
    return result.contract().map(Contract::of);
  }

  public Verdict verdict() {
    return result.verdict();
  }
}
