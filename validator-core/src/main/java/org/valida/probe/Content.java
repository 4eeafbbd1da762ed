package org.valida.probe;

import java.util.List;
import java.util.Optional;
import org.valida.violation.Violation;

/**
 * The payload of an answer, judged while it was read.
 *
 * @param rows its entes; empty where they could not be read
 * @param errors how many violations of severity error there are, {@code query-mismatch} apart
 * @param shown the first of them
 * @param outside the first {@code query-mismatch}: a row that the filters should have left out
 */
record Content(
    Optional<Rows> rows, long errors, List<Violation> shown, Optional<Violation> outside) {

  Content {
    shown = List.copyOf(shown);
  }
}
