package org.valida.fix;

import java.util.Optional;

/**
 * How the violations of one rule are repaired.
 *
 * @param argument of the violation that the repair needs, empty for none
 * @param cure makes what should stand in the place of a token
 */
record Remedy(String argument, Cure cure) {

  /** Makes a repair out of a token as it is written, quotes included. */
  interface Cure {
    /** What should be written instead; empty where there is no one answer. */
    Optional<String> of(String token, Finding finding);
  }

  static Remedy by(Cure cure) {
    return new Remedy("", cure);
  }

  /** This remedy, and the other where it has no answer. */
  Remedy or(Cure other) {
    return new Remedy(
        argument, (token, finding) -> cure.of(token, finding).or(() -> other.of(token, finding)));
  }
}
