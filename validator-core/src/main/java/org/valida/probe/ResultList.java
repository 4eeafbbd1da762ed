package org.valida.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.valida.Valida;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/** The results as they come, with the declarations of their rules. */
final class ResultList {

  private final List<CheckResult> results = new ArrayList<>();

  List<CheckResult> all() {
    return List.copyOf(results);
  }

  void pass(String rule, String method) {
    add(rule, method, new Outcome.Pass());
  }

  void skip(String rule, String method, Phrase reason) {
    add(rule, method, new Outcome.Skip(reason));
  }

  void fail(
      String rule,
      String method,
      Map<String, Phrase> arguments,
      String curl,
      List<Violation> violations) {
    var severity = Valida.rules().rule(rule).severity();
    add(rule, method, new Outcome.Fail(severity, arguments, curl, violations));
  }

  /** As the rule's severity says, or as a warning. */
  void fail(
      String rule,
      String method,
      Map<String, Phrase> arguments,
      String curl,
      List<Violation> violations,
      boolean lenient) {
    if (lenient) {
      add(rule, method, new Outcome.Fail(Severity.WARNING, arguments, curl, violations));
    } else {
      fail(rule, method, arguments, curl, violations);
    }
  }

  private void add(String rule, String method, Outcome outcome) {
    results.add(new CheckResult(Valida.rules().rule(rule), method, outcome));
  }
}
