package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What a run is given besides its payloads. */
class SettingsTest {

  @Test
  void theDayIsThatOfBrasilia() {
    var zone = ZoneId.of("America/Sao_Paulo");
    var before = LocalDate.now(zone);
    var today = Settings.defaults().today();

    assertThat(today).isBetween(before, LocalDate.now(zone));
  }

  @Test
  void bytesThatNobodyCanGuessAreOthersEachTime() {
    var some = Unguessable.bytes(16);

    assertThat(some.remaining()).isEqualTo(16);
    assertThat(Unguessable.bytes(16)).isNotEqualTo(some);
  }

  private static final class Remembered implements RunMemory.Memory {
    private int inputs = 1;

    @Override
    public void ended(RunMemory.Reporter reporter) {}

    @Override
    public void absorb(RunMemory.Memory next) {
      inputs += ((Remembered) next).inputs;
    }
  }

  @Test
  void whatIsRememberedIsTakenOver() {
    var memory = new RunMemory(null);
    for (int i = 0; i < 3; i++) {
      var next = new RunMemory(null);
      next.memory(Remembered.class, Remembered::new);
      memory.absorb(next);
      assertThat(next.find(Remembered.class)).as("given away").isEmpty();
    }

    assertThat(memory.find(Remembered.class).orElseThrow().inputs).isEqualTo(3);
  }

  @Test
  void anErrorInASchemaSaysWhereIfThatIsKnown() {
    var known = new SchemaException("a.json", 3, 5, "no such type");

    assertThat(known.file()).isEqualTo("a.json");
    assertThat(known.located()).isEqualTo("a.json:3:5: no such type");
    assertThat(new SchemaException("a.json", 0, 0, "no such type").located())
        .isEqualTo("a.json: no such type");
  }

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
