package org.valida.violation;

import java.util.Locale;
import java.util.Optional;

/** What a user sets a rule to. */
public enum Level {
  ERROR,
  WARNING,
  INFO,
  OFF;

  /** The level of that name as users write it, in lower case. */
  public static Optional<Level> of(String label) {
    for (var level : values()) {
      if (level.label().equals(label)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity it gives to a violation; empty for off. */
  public Optional<Severity> severity() {
    return this == OFF ? Optional.empty() : Optional.of(Severity.values()[ordinal()]);
  }
}
