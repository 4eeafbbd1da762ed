package org.valida.violation;

import java.util.Objects;
import java.util.Optional;

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
  public Rule {
    Objects.requireNonNull(id);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(group);
    Objects.requireNonNull(clauseText);
  }

  /** The clause, if the rule comes from one. */
  public Optional<String> clause() {
    return clauseText.isEmpty() ? Optional.empty() : Optional.of(clauseText);
  }
}
