package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettingsTest {

  /** Through midnights with summer time, without it, and when it begins and ends. */
  @Test
  void theDayInBrasiliaIsThatOfItsZone() {
    for (var start :
        new String[] {"2018-02-16T12:00:00Z", "2018-11-02T12:00:00Z", "2026-11-20T12:00:00Z"}) {
      var first = Instant.parse(start);
      for (int minutes = 0; minutes < 4 * 24 * 60; minutes += 7) {
        var now = first.plus(Duration.ofMinutes(minutes));

        assertThat(Settings.dayInBrasilia(now))
            .as("%s", now)
            .isEqualTo(LocalDate.ofInstant(now, ZoneId.of("America/Sao_Paulo")));
      }
    }
  }
}
