package org.valida.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;

/** The least severity that makes a run fail. */
public enum FailOn {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  /** As users write them. */
  public static List<String> labels() {
    return Stream.of(values()).map(FailOn::label).toList();
  }

  public static Optional<FailOn> of(String label) {
    return Stream.of(values()).filter(value -> value.label().equals(label)).findFirst();
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The least that fails; empty if nothing does. */
  public Optional<Severity> severity() {
    return this == NEVER ? Optional.empty() : Optional.of(Severity.values()[ordinal()]);
  }

  /** Whether the run found something of this severity or above. */
  public boolean reachedBy(RunResult result) {
    return switch (this) {
      case ERROR -> result.errors() > 0;
      case WARNING -> result.errors() + result.warnings() > 0;
      case INFO -> result.errors() + result.warnings() + result.infos() > 0;
      case NEVER -> false;
    };
  }
}
