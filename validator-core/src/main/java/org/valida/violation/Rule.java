package org.valida.violation;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The declaration of a rule: what users configure, read and look up.
 *
 * @param id the public name, never reused or renamed without an alias
 * @param severity the default; a contract or a user may change it
 * @param group {@code json}, {@code schema}, {@code mce}, {@code sgp}, {@code roundtrip} or {@code
 *     probe}
 * @param clauseText the clause of the contract text that it comes from, such as {@code MCE 6.1};
 *     empty where there is none
 * @param repair whether {@code valida fix} has one safe repair for it
 */
public record Rule(String id, Severity severity, String group, String clauseText, boolean repair) {

  private static final Set<String> END_READING =
      Set.of("json-syntax", "json-encoding", "json-limit");

  public Rule {
    Objects.requireNonNull(id);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(group);
    Objects.requireNonNull(clauseText);
  }

  /**
   * Whether a violation of it ends the reading. A document whose rest nobody saw is never called
   * valid, so such a rule can neither be turned off nor be accepted by a baseline.
   */
  public boolean endsReading() {
    return END_READING.contains(id);
  }

  /** The clause, if the rule comes from one. */
  public Optional<String> clause() {
    return clauseText.isEmpty() ? Optional.empty() : Optional.of(clauseText);
  }
}
