package org.valida.baseline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Violations that are accepted.
 *
 * @param group which
 * @param count how many of them, at least 1; more are new
 * @param reason why
 * @param expires the last day on which they are
 */
public record Entry(Group group, long count, Optional<String> reason, Optional<LocalDate> expires) {

  /** Whether they are no longer accepted on that day. */
  public boolean isExpired(LocalDate today) {
    return expires.filter(today::isAfter).isPresent();
  }

  Entry withCount(long other) {
    return new Entry(group, other, reason, expires);
  }
}
