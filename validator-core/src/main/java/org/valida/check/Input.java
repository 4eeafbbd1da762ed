package org.valida.check;

import java.util.Map;
import java.util.Optional;
import org.valida.violation.Level;

/**
 * An input, and what the user says of it.
 *
 * @param contract the contract that was named for it
 */
record Input(Source source, Map<String, Level> levels, Optional<String> contract) {}
