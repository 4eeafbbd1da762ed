package org.valida.fix;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs of days. {@code DD/MM/AAAA} is how Brazil writes them; what is doubtful is a file in
 * which another day can only be {@code MM/DD/AAAA}.
 */
final class Dates {

  private static final Pattern SLASHED = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
  private static final Pattern WITH_TIME =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}.*");
  private static final int MONTHS = 12;

  private Dates() {}

  /** {@code DD/MM/AAAA} as {@code AAAA-MM-DD}, if there is such a day. */
  static Optional<String> iso(String token) {
    return slashed(token)
        .filter(date -> isPadded(date) || number(date, 1) > MONTHS)
        .flatMap(Dates::dayFirst);
  }

  /**
   * Also {@code D/M/AAAA}, which other countries write with the month first, and a day with a time.
   */
  static Optional<String> guessed(String token) {
    var text = Texts.content(token).orElse("");
    var withTime = WITH_TIME.matcher(text);
    if (withTime.matches()) {
      return real(withTime.group(1));
    }
    return slashed(token).flatMap(Dates::dayFirst);
  }

  /** Whether it is a day, and one only with the month in front. */
  static boolean isMonthFirst(String token) {
    return slashed(token)
        .filter(date -> number(date, 1) <= MONTHS && number(date, 2) > MONTHS)
        .isPresent();
  }

  /** Whether it is one day with the day in front, and another with the month in front. */
  static boolean isEither(String token) {
    return slashed(token)
        .filter(
            date ->
                number(date, 1) <= MONTHS
                    && number(date, 2) <= MONTHS
                    && number(date, 1) != number(date, 2))
        .isPresent();
  }

  private static Optional<Matcher> slashed(String token) {
    var matcher = SLASHED.matcher(Texts.content(token).orElse(""));
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  private static boolean isPadded(Matcher date) {
    return date.group(1).length() == 2 && date.group(2).length() == 2;
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  private static Optional<String> dayFirst(Matcher date) {
    try {
      return Optional.of(
          '"' + LocalDate.of(number(date, 3), number(date, 2), number(date, 1)).toString() + '"');
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> real(String day) {
    try {
      return Optional.of('"' + LocalDate.parse(day).toString() + '"');
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
