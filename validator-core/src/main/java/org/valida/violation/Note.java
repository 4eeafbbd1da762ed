package org.valida.violation;

import java.util.Locale;
import java.util.Map;

/**
 * Something worth knowing about a run that is neither a violation nor a failure. Its sentence is
 * made late.
 *
 * @param kind what it is about
 * @param path the file it concerns, empty for the run as a whole
 * @param arguments what the sentence speaks of: texts, whole numbers, lists of texts
 */
public record Note(Kind kind, String path, Map<String, Object> arguments) {

  /** What notes are about. */
  public enum Kind {
    /** Rules that a configuration turns off which nobody named; {@code rules} lists them. */
    RULES_OFF(false, false),
    /** Entries of a baseline that accept nothing any more; {@code count}. */
    BASELINE_EXPIRED(false, false),
    /** Entries of a baseline that match nothing any more; {@code count}. */
    BASELINE_STALE(false, true),
    /** The baseline identifies records of lotes by another key. */
    BASELINE_KEY(true, false),
    /** No input is an answer that the query could be compared with. */
    QUERY_UNUSED(true, false),
    /** No input is a lote that the server's errors could be joined to. */
    ERRORS_UNUSED(true, false),
    /** The file is no answer of a consulta method, so it has no round trip. */
    NO_CONSULTA(true, false);

    private final boolean warning;
    private final boolean detail;

    Kind(boolean warning, boolean detail) {
      this.warning = warning;
      this.detail = detail;
    }

    /** A stable word, such as {@code rules-off}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the user asked for something that had no effect. */
    public boolean isWarning() {
      return warning;
    }

    /** Whether only those care who want to know everything. */
    public boolean isDetail() {
      return detail;
    }
  }

  public Note {
    arguments = Map.copyOf(arguments);
  }
}
