package org.valida.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private final Patience patience =
      new Patience(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC));

  @Test
  void theMoreAttemptsTheLongerTheWaitUpToALimit() {
    var waits = new ArrayList<Long>();
    for (int i = 0; i < 11; i++) {
      waits.add(patience.attempt("10.0.0.1").toMillis());
    }

    assertThat(waits)
        .isEqualTo(List.of(0L, 0L, 0L, 250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 8_000L, 8_000L));
  }

  @Test
  void anotherAddressDoesNotWait() {
    for (int i = 0; i < 10; i++) {
      patience.attempt("10.0.0.1");
    }

    assertThat(patience.attempt("10.0.0.2")).isEqualTo(Duration.ZERO);
  }

  @Test
  void successForgetsWhatFailed() {
    for (int i = 0; i < 10; i++) {
      patience.attempt("10.0.0.1");
    }
    patience.succeeded("10.0.0.1");

    assertThat(patience.attempt("10.0.0.1")).isEqualTo(Duration.ZERO);
  }
}
