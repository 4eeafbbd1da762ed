package org.valida.check;

import org.valida.violation.Failure;

/**
 * How the reading of one input ended.
 *
 * @param contractOrNull the contract it was checked against
 * @param failureOrNull why it could not be checked
 */
record Outcome(String contractOrNull, long records, long bytes, Failure failureOrNull) {}
