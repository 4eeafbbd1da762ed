package org.valida.server.lote;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.valida.Contract;
import org.valida.Valida;
import org.valida.ViolationHandler;

/**
 * Checks with all rules at their default levels, by the day that it is in Brasília. A server may
 * run for many days, a {@link Valida} knows one. Thread-safe.
 */
public final class DailyCheck implements Checking {

  private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

  private record Day(LocalDate date, Valida valida) {}

  private final Clock clock;
  private Day day;

  public DailyCheck(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void check(Contract contract, InputStream payload, ViolationHandler handler)
      throws IOException {
    today().check(contract, payload, handler);
  }

  private synchronized Valida today() {
    var date = LocalDate.ofInstant(clock.instant(), BRASILIA);
    if (day == null || !day.date().equals(date)) {
      day = new Day(date, Valida.builder().today(date).build());
    }
    return day.valida();
  }
}
