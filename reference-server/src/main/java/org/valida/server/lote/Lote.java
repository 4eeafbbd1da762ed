package org.valida.server.lote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A lote that was taken, without its records: of them only what errors name is kept.
 *
 * @param account whose key sent it
 * @param sent when it came
 */
public record Lote(
    UUID id, String account, Subject subject, Instant sent, Status status, List<LoteError> errors) {

  public Lote {
    errors = List.copyOf(errors);
  }

  static Lote sent(String account, Subject subject, Instant now) {
    return new Lote(UUID.randomUUID(), account, subject, now, Status.SENT, List.of());
  }

  Lote underWay() {
    return new Lote(id, account, subject, sent, Status.UNDER_WAY, errors);
  }

  Lote ended(List<LoteError> found) {
    var end = found.isEmpty() ? Status.SUCCEEDED : Status.FAILED;
    return new Lote(id, account, subject, sent, end, found);
  }

  /** About how many bytes of memory it takes. */
  long weight() {
    return 500 + errors.stream().mapToLong(LoteError::weight).sum();
  }
}
