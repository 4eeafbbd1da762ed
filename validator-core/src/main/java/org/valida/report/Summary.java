package org.valida.report;

import java.util.ArrayList;
import org.valida.violation.RunResult;

/** The one line in which a run ends. */
public record Summary(RunResult result) {

  /** As reports for people have it, in {@code pt} or {@code en}. */
  public static String line(RunResult result, String language) {
    return new Summary(result).line(ReportPhrases.in(language));
  }

  /** How the line feels, for its colour. */
  enum Mood {
    CLEAN,
    WARNED,
    BROKEN
  }

  Mood worst() {
    if (result.errors() > 0 || unchecked() > 0 || checked() == 0) {
      return Mood.BROKEN;
    }
    return result.warnings() > 0 ? Mood.WARNED : Mood.CLEAN;
  }

  boolean somethingWrong() {
    return worst() != Mood.CLEAN;
  }

  String line(Phrases phrases) {
    if (checked() == 0) {
      return phrases.text("summary.nothing") + uncheckedPart(phrases);
    }
    return phrases.counted("files", checked())
        + ", "
        + phrases.counted("records", result.records())
        + ", "
        + phrases.counted("bytes", result.bytes())
        + ": "
        + found(phrases)
        + uncheckedPart(phrases);
  }

  String found(Phrases phrases) {
    var parts = new ArrayList<String>();
    if (result.errors() > 0) {
      parts.add(phrases.counted("errors", result.errors()));
    }
    if (result.warnings() > 0) {
      parts.add(phrases.counted("warnings", result.warnings()));
    }
    if (result.infos() > 0) {
      parts.add(phrases.counted("infos", result.infos()));
    }
    if (parts.isEmpty()) {
      parts.add(phrases.text("summary.clean"));
    }
    if (result.suppressed() > 0) {
      parts.add(phrases.counted("suppressed", result.suppressed()));
    }
    return String.join(", ", parts);
  }

  private String uncheckedPart(Phrases phrases) {
    return unchecked() == 0 ? "" : "; " + phrases.counted("unchecked", unchecked());
  }

  private long checked() {
    return result.files().stream().filter(file -> file.failure().isEmpty()).count();
  }

  private long unchecked() {
    return result.files().size() - checked() + result.failures().size();
  }
}
