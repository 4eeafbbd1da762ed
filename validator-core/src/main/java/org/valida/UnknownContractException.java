package org.valida;

import org.valida.violation.Failure;

/** The payload is well-formed JSON and fits no contract, or several equally: name the contract. */
public final class UnknownContractException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnknownContractException(Failure failure) {
    super(
        failure.kind().equals("contract-ambiguous")
            ? "several contracts fit "
                + failure.path()
                + ": "
                + failure.arguments().get("candidates")
            : "no contract fits " + failure.path());
  }
}
