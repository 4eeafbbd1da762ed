/**
 * Programs that do with another library what {@code valida check} does, as far as it can: one
 * payload, one schema, all errors. Each says {@code valid}, or {@code invalid} and how many errors,
 * and ends with 0 or 1.
 */
package org.valida.bench.peer;
