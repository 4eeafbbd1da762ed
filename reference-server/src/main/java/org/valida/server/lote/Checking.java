package org.valida.server.lote;

import java.io.IOException;
import java.io.InputStream;
import org.valida.Contract;
import org.valida.ViolationHandler;

/** How a lote is checked: as {@code valida check} does it. */
@FunctionalInterface
public interface Checking {
  /** Checks a payload to its end. */
  void check(Contract contract, InputStream payload, ViolationHandler handler) throws IOException;
}
