package org.valida.check;

import org.valida.violation.Totals;
import org.valida.violation.Violation;

/** Takes what is found in one input, in the order in which it is found. */
interface InputListener {

  void violation(Violation violation);

  void totals(Totals totals);
}
