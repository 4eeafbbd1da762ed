package org.valida.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a report is written. */
public enum Format {
  TEXT(50),
  JSON(1000),
  NDJSON(0),
  SARIF(1000),
  JUNIT(1000),
  GITHUB(50),
  GITLAB(1000),
  CSV(0),
  MARKDOWN(50),
  HTML(1000);

  private final long shown;

  Format(long shown) {
    this.shown = shown;
  }

  /** How many violations per rule and file it shows unless told otherwise; 0 for all. */
  public long shown() {
    return shown;
  }

  /** As users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As users write them. */
  public static List<String> labels() {
    return Stream.of(values()).map(Format::label).toList();
  }

  public static Optional<Format> of(String label) {
    return Stream.of(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  /**
   * A format and where it goes.
   *
   * @param file as the user wrote it; empty for standard output
   */
  public record Target(Format format, Optional<String> file) {}
}
