package org.valida.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run makes of a baseline.
 *
 * @param baseline what is accepted from now on
 * @param added entries that were not in it
 * @param removed entries that no longer are
 * @param expired entries in it that accept nothing any more
 */
public record Update(Baseline baseline, long added, long removed, long expired) {

  /**
   * What entries that are new, or had expired, are given.
   *
   * @param today the day that expiry goes by
   */
  public record Terms(LocalDate today, Optional<String> reason, Optional<LocalDate> expires) {}

  /**
   * Accepts what was found. Entries that are found again keep their reason and expiry; an entry
   * that has expired stays so unless the terms give it another day. Entries of files that were not
   * read, or not to their end, stay.
   */
  public static Update accepting(Baseline before, Findings findings, IdentityKey key, Terms terms) {
    var entries = new HashMap<Group, Entry>();
    var known = new HashMap<Group, Entry>();
    for (var entry : before.entries()) {
      known.put(entry.group(), entry);
      if (!findings.wasReadInFull(entry.group().file())) {
        entries.put(entry.group(), entry);
      }
    }
    findings
        .found()
        .forEach(
            (group, count) ->
                entries.merge(
                    group,
                    accepted(group, count, known.get(group), terms),
                    (kept, now) -> kept.count() > now.count() ? kept : now));
    return of(before, entries, key, terms.today());
  }

  private static Entry accepted(Group group, long count, Entry before, Terms terms) {
    if (before == null) {
      return new Entry(group, count, terms.reason(), terms.expires());
    }
    if (!before.isExpired(terms.today())) {
      return before.withCount(count);
    }
    return new Entry(
        group, count, terms.reason().or(before::reason), terms.expires().or(before::expires));
  }

  /**
   * Accepts no more than before: entries of files that were read go where nothing matches them any
   * more, and their counts fall to what was found; entries of files that are gone go too.
   */
  public static Update pruning(
      Baseline before, Findings findings, FileNames names, IdentityKey key, LocalDate today) {
    var entries = new HashMap<Group, Entry>();
    for (var entry : before.entries()) {
      var group = entry.group();
      long count = findings.count(group);
      if (!findings.wasReadInFull(group.file())) {
        if (findings.wasRead(group.file()) || !names.isGone(group.file())) {
          entries.put(group, entry);
        }
      } else if (count > 0) {
        entries.put(group, entry.withCount(Math.min(count, entry.count())));
      }
    }
    return of(before, entries, key, today);
  }

  private static Update of(
      Baseline before, Map<Group, Entry> entries, IdentityKey key, LocalDate today) {
    long kept = before.entries().stream().filter(e -> entries.containsKey(e.group())).count();
    List<Entry> ordered = new ArrayList<>(entries.values());
    ordered.sort((a, b) -> a.group().compareTo(b.group()));
    boolean hashed = ordered.stream().anyMatch(entry -> entry.group().isHashed());
    var sign = hashed ? Optional.of(key.sign()) : Optional.<String>empty();
    return new Update(
        new Baseline(sign, ordered),
        ordered.size() - kept,
        before.entries().size() - kept,
        ordered.stream().filter(entry -> entry.isExpired(today)).count());
  }
}
