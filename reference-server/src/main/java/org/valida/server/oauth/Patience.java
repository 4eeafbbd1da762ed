package org.valida.server.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long an attempt to log in has to wait: the more of them failed from the same address, the
 * longer. Attempts count from their beginning, so that many at once gain nothing. Of at most
 * {@value #ADDRESSES} addresses something is remembered, for fifteen minutes after the last
 * attempt.
 */
final class Patience {

  private static final int FREE = 3;
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final int DOUBLINGS = 5;
  private static final int ADDRESSES = 10_000;
  private static final Duration MEMORY = Duration.ofMinutes(15);

  private record Attempts(int count, Instant last) {}

  private final Clock clock;
  private final Map<String, Attempts> byAddress = new LinkedHashMap<>();

  Patience(Clock clock) {
    this.clock = clock;
  }

  /** An attempt begins: how long it has to wait for its answer. */
  synchronized Duration attempt(String address) {
    var now = clock.instant();
    byAddress.values().removeIf(attempts -> attempts.last().plus(MEMORY).isBefore(now));
    var before = byAddress.remove(address);
    if (byAddress.size() >= ADDRESSES) {
      byAddress.remove(byAddress.keySet().iterator().next());
    }
    int count = before == null ? 1 : before.count() + 1;
    byAddress.put(address, new Attempts(count, now));
    return count <= FREE
        ? Duration.ZERO
        : FIRST.multipliedBy(1L << Math.min(count - FREE - 1, DOUBLINGS));
  }

  /** An attempt succeeded: those before it are forgotten. */
  synchronized void succeeded(String address) {
    byAddress.remove(address);
  }
}
