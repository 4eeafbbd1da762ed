package org.valida.text;

/**
 * The dates and times of RFC 3339, clause 5.6, with its restrictions of clause 5.7: ASCII digits,
 * real days, and a second 60 only where UTC may have one.
 */
final class Timestamps {

  private static final int MINUTES_A_DAY = 24 * 60;

  private Timestamps() {}

  /** {@code full-date}: 2024-02-29. */
  static boolean isDate(String text) {
    return text.length() == 10 && dateAt(text);
  }

  /** {@code full-time}: 23:59:60.5+01:30, always with an offset. */
  static boolean isTime(String text) {
    return timeAt(text, 0) != null;
  }

  /**
   * {@code date-time}: a date, T or t, and a time. A leap second must fall on the last minute of a
   * month in UTC.
   */
  static boolean isDateTime(String text) {
    if (text.length() < 11 || !dateAt(text) || (text.charAt(10) | ' ') != 't') {
      return false;
    }
    var time = timeAt(text, 11);
    if (time == null || !time.leapSecond) {
      return time != null;
    }
    var day = number(text, 8, 2);
    return day == (time.dayBefore ? 1 : daysOf(number(text, 0, 4), number(text, 5, 2)));
  }

  /**
   * A valid time.
   *
   * @param dayBefore whether it is still the day before in UTC
   */
  private record Time(boolean leapSecond, boolean dayBefore) {}

  private static boolean dateAt(String text) {
    var year = number(text, 0, 4);
    var month = number(text, 5, 2);
    var day = number(text, 8, 2);
    return year >= 0
        && text.charAt(4) == '-'
        && month >= 1
        && month <= 12
        && text.charAt(7) == '-'
        && day >= 1
        && day <= daysOf(year, month);
  }

  private static int daysOf(int year, int month) {
    return switch (month) {
      case 4, 6, 9, 11 -> 30;
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      default -> 31;
    };
  }

  /** The time from that index to the end of the text; null if it is none. */
  private static Time timeAt(String text, int start) {
    var hour = number(text, start, 2);
    var minute = number(text, start + 3, 2);
    var second = number(text, start + 6, 2);
    if (hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 60
        || text.charAt(start + 2) != ':'
        || text.charAt(start + 5) != ':') {
      return null;
    }
    var at = start + 8;
    if (at < text.length() && text.charAt(at) == '.') {
      var digits = ++at;
      while (at < text.length() && EcmaScanner.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == digits) {
        return null;
      }
    }
    var offset = offset(text, at);
    if (offset == null) {
      return null;
    }
    var utc = hour * 60 + minute - offset;
    var leapSecond = second == 60;
    if (leapSecond && Math.floorMod(utc, MINUTES_A_DAY) != MINUTES_A_DAY - 1) {
      return null;
    }
    return new Time(leapSecond, utc < 0);
  }

  /** The minutes by which the local time is ahead of UTC; null if no offset ends the text here. */
  private static Integer offset(String text, int at) {
    var left = text.length() - at;
    if (left == 1 && (text.charAt(at) | ' ') == 'z') {
      return 0;
    }
    if (left != 6 || text.charAt(at + 3) != ':') {
      return null;
    }
    var hours = number(text, at + 1, 2);
    var minutes = number(text, at + 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
      return null;
    }
    return switch (text.charAt(at)) {
      case '+' -> hours * 60 + minutes;
      case '-' -> -hours * 60 - minutes;
      default -> null;
    };
  }

  /** The number written in that many ASCII digits; -1 if they do not stand there. */
  private static int number(String text, int at, int digits) {
    if (at + digits > text.length()) {
      return -1;
    }
    var value = 0;
    for (var i = at; i < at + digits; i++) {
      if (!EcmaScanner.isDigit(text.charAt(i))) {
        return -1;
      }
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }
}
