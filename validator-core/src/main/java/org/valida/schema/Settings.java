package org.valida.schema;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.valida.json.Limits;
import org.valida.violation.Level;

/**
 * How payloads are judged: everything that may change a violation, nothing about how it is shown.
 *
 * @param levels rule id to the level the user gave it
 * @param today the day that rules about the future go by
 * @param query the request that the payloads answer
 * @param maxRecords limit on a lote's records, 0 for none
 * @param limits see {@link Limits}
 * @param identityKey of the hash that tells the records of lotes apart in a baseline; empty where
 *     only their place does
 * @param showPersonal whether CPF, NIS and names stay as written
 */
public record Settings(
    Map<String, Level> levels,
    LocalDate today,
    Optional<Query> query,
    long maxRecords,
    Limits limits,
    String identityKey,
    boolean showPersonal) {

  public Settings {
    levels = Map.copyOf(levels);
  }

  /**
   * No level changed, masked, by the documented limits, on the day it is in Brasília whatever the
   * machine's zone.
   */
  public static Settings defaults() {
    return new Settings(
        Map.of(), todayInBrasilia(), Optional.empty(), 0, Limits.defaults(), "", false);
  }

  /** These settings with other levels. */
  public Settings withLevels(Map<String, Level> other) {
    return new Settings(other, today, query, maxRecords, limits, identityKey, showPersonal);
  }

  private static final long SECONDS_OF_HOUR = 3_600;
  private static final long SECONDS_OF_DAY = 24 * SECONDS_OF_HOUR;

  /** The day it is in Brasília, by the rules of its zone: they have changed before. */
  public static LocalDate todayInBrasilia() {
    return dayInBrasilia(Instant.now());
  }

  /**
   * The table of time zones takes longer to load than a small payload to judge, so it is asked only
   * where it matters: from 22 to 1 o'clock, more or less. Brasília was never less than two and
   * never more than four hours behind UTC.
   */
  static LocalDate dayInBrasilia(Instant now) {
    long earliest = Math.floorDiv(now.getEpochSecond() - 4 * SECONDS_OF_HOUR, SECONDS_OF_DAY);
    long latest = Math.floorDiv(now.getEpochSecond() - SECONDS_OF_HOUR, SECONDS_OF_DAY);
    return earliest == latest
        ? LocalDate.ofEpochDay(earliest)
        : LocalDate.ofInstant(now, ZoneId.of("America/Sao_Paulo"));
  }
}
