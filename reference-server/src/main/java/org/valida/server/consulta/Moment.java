package org.valida.server.consulta;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates and times as MCE 4.1 writes them. Those that end in Z are in UTC, the others in the time of
 * Brasília; all are handed on in UTC, to the second.
 */
public final class Moment {

  private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");
  private static final Pattern OF_THE_MANUAL =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}:[0-9]{2})(Z?)");

  /** The manual's, or with a fraction or an offset, about which Valida only warns. */
  private static final Pattern OF_A_PAYLOAD =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:[.,][0-9]+)?"
              + "(Z?|[+-][0-9]{2}(?::?[0-9]{2})?)");

  private Moment() {}

  /** A parameter's; empty if it is none. */
  static Optional<LocalDateTime> ofParameter(String text) {
    return read(OF_THE_MANUAL, text);
  }

  /** That of dat_consulta in a payload; empty if it is none. */
  public static Optional<LocalDateTime> ofPayload(String text) {
    return read(OF_A_PAYLOAD, text);
  }

  private static Optional<LocalDateTime> read(Pattern form, String text) {
    var match = form.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      var local = LocalDateTime.parse(match.group(1) + "T" + match.group(2));
      var zone = match.group(3).isEmpty() ? BRASILIA : ZoneOffset.of(match.group(3));
      return Optional.of(
          local
              .atZone(zone)
              .withZoneSameInstant(ZoneOffset.UTC)
              .toLocalDateTime()
              .truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
