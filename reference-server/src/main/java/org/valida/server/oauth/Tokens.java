package org.valida.server.oauth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens that were given out, as hashes, in memory: a restart ends them all. Of each kind at most
 * {@value #MOST} are valid at once; the oldest ends for one more.
 */
final class Tokens {

  static final Duration ACCESS = Duration.ofHours(1);
  static final Duration REFRESH = Duration.ofHours(24);
  private static final int MOST = 10_000;
  private static final int BYTES = 20;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final Map<Digest, Instant> access = new LinkedHashMap<>();
  private final Map<Digest, Instant> refresh = new LinkedHashMap<>();

  Tokens(Clock clock) {
    this.clock = clock;
  }

  /** Gives out a new pair. */
  synchronized Grant grant() {
    return new Grant(issue(access, ACCESS), ACCESS.toSeconds(), issue(refresh, REFRESH));
  }

  /** Whether it is an access token that has not expired. */
  synchronized boolean isValid(String token) {
    return isAlive(access.get(Digest.of(token)));
  }

  /** Takes a refresh token back, which ends it. Whether it was one that had not expired. */
  synchronized boolean redeem(String token) {
    return isAlive(refresh.remove(Digest.of(token)));
  }

  private boolean isAlive(Instant end) {
    return end != null && clock.instant().isBefore(end);
  }

  /** 160 random bits in hexadecimal, as in the sample of MCE 3. */
  private String issue(Map<Digest, Instant> tokens, Duration life) {
    var now = clock.instant();
    // All tokens of a kind live as long, so the first ones are the oldest.
    tokens.values().removeIf(end -> !now.isBefore(end));
    if (tokens.size() >= MOST) {
      tokens.remove(tokens.keySet().iterator().next());
    }
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var token = HexFormat.of().formatHex(bytes);
    tokens.put(Digest.of(token), now.plus(life));
    return token;
  }
}
