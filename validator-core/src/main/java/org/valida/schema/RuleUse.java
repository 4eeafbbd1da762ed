package org.valida.schema;

import org.valida.violation.Rule;
import org.valida.violation.Severity;

/** A rule as a contract uses it: perhaps with another severity than its default. */
public record RuleUse(Rule rule, Severity severity) {

  /** The rule with its default severity. */
  public static RuleUse of(Rule rule) {
    return new RuleUse(rule, rule.severity());
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
