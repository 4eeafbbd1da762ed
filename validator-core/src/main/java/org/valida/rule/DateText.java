package org.valida.rule;

import java.time.LocalDate;
import org.valida.schema.QuietText;
import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;
import org.valida.text.Digits;

/**
 * {@code x-date}: a day written {@code AAAA-MM-DD}.
 *
 * @param implausible for a day that no person or enrolment has, such as 1900-01-01 or 9999-12-31,
 *     which systems write for "not known"; may be null
 * @param future for a day later than today and {@code futureYears} more; may be null
 */
record DateText(
    RuleUse format, RuleUse invalid, RuleUse implausible, RuleUse future, long futureYears)
    implements ValueRule {

  private static final long NOT_WRITTEN = Long.MIN_VALUE;
  private static final long NO_DAY = Long.MIN_VALUE + 1;

  private static final long HIGH_BITS = 0x8080808080808080L;

  /** What two hyphens are as digits, in the fifth byte and the eighth. */
  private static final long HYPHENS = 0x1D00001D00000000L;

  /** Brings a digit beyond 9, and anything but 0 in the place of a hyphen, to the high bit. */
  private static final long BEYOND = 0x7F76767F76767676L;

  /** Days from the first of March of the year 0 to 1970-01-01. */
  private static final int DAYS_TO_1970 = 719_468;

  private static final long FIRST_PLAUSIBLE = LocalDate.of(1900, 1, 2).toEpochDay();
  private static final long LAST_PLAUSIBLE = LocalDate.of(2199, 12, 31).toEpochDay();

  @Override
  public boolean quiet(QuietValue quiet) {
    quiet.noNumbers();
    return quiet.texts(DateText::read, Value.Meaning.DAY, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
  }

  private static long read(byte[] bytes, int from, int to) {
    if (to - from != 10) {
      return QuietText.SPEAKS;
    }
    // Where a digit is due it becomes 0 to 9, where a hyphen is due 0; anything else is carried
    // into the high bit of its byte.
    long word = Digits.word(bytes, from) ^ HYPHENS;
    int tens = bytes[from + 8] - '0';
    int ones = bytes[from + 9] - '0';
    if (((word + BEYOND | word) & HIGH_BITS) != 0 || tens < 0 || tens > 9 || ones < 0 || ones > 9) {
      return QuietText.SPEAKS;
    }
    int year = (int) Digits.number(word, 4);
    int month = (int) (word >>> 40 & 0xFF) * 10 + (int) (word >>> 48 & 0xFF);
    int day = tens * 10 + ones;
    return isDay(year, month, day) ? epochDay(year, month, day) : QuietText.SPEAKS;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.STRING) {
      scope.report(format, value.type() == Value.INTEGER ? "number" : "");
      return Outcome.BROKEN;
    }
    long day = day(value.bytes(), value.from(), value.to());
    if (day == NOT_WRITTEN) {
      scope.report(format, hint(value.text()));
      return Outcome.BROKEN;
    }
    if (day == NO_DAY) {
      scope.report(invalid, "");
      return Outcome.BROKEN;
    }
    value.means(Value.Meaning.DAY, day);
    return Outcome.PASS;
  }

  /**
   * The day that ten bytes write, counted from 1970-01-01; {@link #NOT_WRITTEN} or {@link #NO_DAY}
   * where they write none.
   */
  private static long day(byte[] bytes, int at, int end) {
    if (end - at != 10 || bytes[at + 4] != '-' || bytes[at + 7] != '-') {
      return NOT_WRITTEN;
    }
    int year = digits(bytes, at, 4);
    int month = digits(bytes, at + 5, 2);
    int day = digits(bytes, at + 8, 2);
    if (year < 0 || month < 0 || day < 0) {
      return NOT_WRITTEN;
    }
    return isDay(year, month, day) ? epochDay(year, month, day) : NO_DAY;
  }

  private static boolean isDay(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysOf(year, month));
  }

  private static int daysOf(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    // 31 days have the odd months before August and the even ones from it on.
    return 30 + (month + (month >> 3) & 1);
  }

  /**
   * As {@link LocalDate#toEpochDay}, without the date. Years begin in March, so leap days end them.
   */
  private static long epochDay(int year, int month, int day) {
    boolean early = month <= 2;
    int y = early ? year - 1 : year;
    int months = early ? month + 9 : month - 3;
    int centuries = Math.floorDiv(y, 100);
    int leapDays = (y >> 2) - centuries + (centuries >> 2);
    return 365L * y + leapDays + (153 * months + 2) / 5 + day - 1 - DAYS_TO_1970;
  }

  private static int digits(byte[] bytes, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static String hint(String text) {
    if (text.matches("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}.*")) {
      return "br";
    }
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].*")) {
      return "datetime";
    }
    if (text.matches("[0-9]{9,13}")) {
      return "epoch";
    }
    return text.matches("[0-9]{8}") ? "number" : "";
  }

  /** The part that judges the meaning of a day that could be read. */
  ValueRule meaning() {
    return new Plausible();
  }

  private final class Plausible implements ValueRule {

    @Override
    public boolean quiet(QuietValue quiet) {
      if (implausible != null) {
        quiet.between(FIRST_PLAUSIBLE, LAST_PLAUSIBLE);
      }
      if (future != null) {
        quiet.untilToday();
      }
      return true;
    }

    @Override
    public Outcome judge(Value value, Scope scope) {
      if (value.meaning() != Value.Meaning.DAY) {
        return Outcome.PASS;
      }
      var today = scope.settings().today();
      if (implausible != null && value.number() < FIRST_PLAUSIBLE) {
        return doubted(value, scope, implausible);
      }
      if (future != null
          && value.number() > today.toEpochDay()
          && value.number() > today.plusYears(futureYears).toEpochDay()) {
        return doubted(value, scope, future, "today", today.toString());
      }
      if (implausible != null && value.number() > LAST_PLAUSIBLE) {
        return doubted(value, scope, implausible);
      }
      return Outcome.PASS;
    }

    private Outcome doubted(Value value, Scope scope, RuleUse rule, Object... arguments) {
      value.doubt();
      return Meanings.report(value, scope, rule, "", arguments);
    }
  }
}
