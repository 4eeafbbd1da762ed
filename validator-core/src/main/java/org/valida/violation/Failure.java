package org.valida.violation;

import java.util.Map;

/**
 * Trouble of the tool's own: an unreadable file, an unknown contract, a broken configuration. Never
 * a violation, and no violation is ever a failure. Its sentence is made late: text key {@code
 * failure.<kind>}.
 *
 * @param kind a stable word, such as {@code not-found} or {@code contract-unrecognised}
 * @param path the input it concerns, empty for the run as a whole
 * @param arguments what the sentence speaks of
 */
public record Failure(String kind, String path, Map<String, Object> arguments) {
  public Failure {
    arguments = Map.copyOf(arguments);
  }
}
