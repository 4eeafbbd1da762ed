package org.valida.report;

import java.util.HashMap;
import org.valida.violation.Note;

/** Says a note in one sentence. */
public final class NoteText {

  private final Phrases phrases;

  private NoteText(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * @param language {@code pt}; anything else is {@code en}
   */
  public static NoteText of(String language) {
    return new NoteText(ReportPhrases.in(language));
  }

  /** The sentence, safe to print. */
  public String line(Note note) {
    var parts = new HashMap<String, Object>(note.arguments());
    parts.put("path", note.path());
    var key = "note." + note.kind().label();
    return parts.remove("count") instanceof Long count
        ? phrases.counted(key, count, parts)
        : phrases.text(key, parts);
  }
}
