package org.valida.contract;

import java.util.Map;

/**
 * How a contract is told from the content.
 *
 * @param records where its records stand: a JSON Pointer to the list, empty for the document itself
 * @param assumed whether it wins a tie
 * @param types members that must be there with that JSON type
 */
public record Recognition(String records, boolean assumed, Map<String, String> types) {
  public Recognition {
    types = Map.copyOf(types);
  }
}
