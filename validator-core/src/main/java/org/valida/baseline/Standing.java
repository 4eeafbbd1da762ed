package org.valida.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.valida.violation.Note;

/**
 * How a baseline stands after a run that went by it.
 *
 * @param shown how messages name its file
 */
public record Standing(Baseline baseline, String shown, Findings findings) {

  /**
   * What is worth saying of its entries for the files that were read: whether they have expired,
   * match nothing any more, or cannot match without another key.
   */
  public List<Note> notes(IdentityKey key, LocalDate today) {
    var notes = new ArrayList<Note>();
    boolean otherKey = baseline.needsOtherKey(key);
    if (otherKey && count(entry -> entry.group().isHashed()) > 0) {
      notes.add(new Note(Note.Kind.BASELINE_KEY, shown, Map.of()));
    }
    add(notes, Note.Kind.BASELINE_EXPIRED, count(entry -> entry.isExpired(today)));
    add(
        notes,
        Note.Kind.BASELINE_STALE,
        count(
            entry ->
                !entry.isExpired(today)
                    && !(otherKey && entry.group().isHashed())
                    && findings.wasReadInFull(entry.group().file())
                    && !findings.suppressedAny(entry.group())));
    return notes;
  }

  private void add(List<Note> notes, Note.Kind kind, long count) {
    if (count > 0) {
      notes.add(new Note(kind, shown, Map.of("count", count)));
    }
  }

  private long count(Predicate<Entry> which) {
    return baseline.entries().stream()
        .filter(entry -> findings.wasRead(entry.group().file()))
        .filter(which)
        .count();
  }
}
