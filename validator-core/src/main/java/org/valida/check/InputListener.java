package org.valida.check;

import org.valida.violation.Totals;
import org.valida.violation.Violation;

/** Takes what is found in one input, in the order in which it is found. */
interface InputListener {

  /** The contract is known, before anything is found; not told where there is none. */
  void contract(String id);

  void violation(Violation violation);

  void totals(Totals totals);
}
