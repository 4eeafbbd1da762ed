package org.valida.probe;

import java.util.List;
import java.util.Map;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/** What became of a check. */
public sealed interface Outcome {

  /** The service does what the rule asks for. */
  record Pass() implements Outcome {}

  /**
   * Nothing could be judged.
   *
   * @param reason why not
   */
  record Skip(Phrase reason) implements Outcome {}

  /**
   * The service does something else.
   *
   * @param severity the rule's own, or less where the manual is of two minds
   * @param arguments of the rule's message, by name
   * @param curl the line that repeats the request, without secrets; empty where there was none
   * @param violations of the payload, the first of them
   */
  record Fail(
      Severity severity, Map<String, Phrase> arguments, String curl, List<Violation> violations)
      implements Outcome {

    public Fail {
      arguments = Map.copyOf(arguments);
      violations = List.copyOf(violations);
    }
  }
}
