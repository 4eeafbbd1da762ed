package org.valida.fix;

import org.valida.violation.Rule;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * What a repair has to know of a violation.
 *
 * @param offset of the value or name that it is about, in bytes
 * @param pointer of the value or name
 * @param argument what the contract says should stand there, such as the right name; may be empty
 * @param record number of its ente or record, 0 for none
 * @param error whether it is an error: then rules that build on the value were silent
 */
record Finding(
    Rule rule,
    String variant,
    long offset,
    String pointer,
    String argument,
    long record,
    boolean error) {

  static Finding of(Violation violation, Remedy remedy) {
    return new Finding(
        violation.rule(),
        violation.variant(),
        violation.offset(),
        violation.pointer(),
        String.valueOf(violation.arguments().getOrDefault(remedy.argument(), "")),
        violation.record().number(),
        violation.severity() == Severity.ERROR);
  }
}
