package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimestampsTest {

  @Test
  void everyDayIsADateAndNoOther() {
    for (var year : List.of(0, 1, 1900, 1999, 2000, 2023, 2024, 9999)) {
      for (var month = 0; month <= 13; month++) {
        for (var day = 0; day <= 32; day++) {
          var text = String.format("%04d-%02d-%02d", year, month, day);
          assertThat(Timestamps.isDate(text)).as(text).isEqualTo(exists(year, month, day));
        }
      }
    }
  }

  private static boolean exists(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }

  @Test
  void aDateHasTenCharactersAllInPlace() {
    assertThat(
            List.of(
                "",
                "2024-5-17",
                "2024-05-7",
                "24-05-17",
                "2024/05-17",
                "2024-05/17",
                "2024-05-17 ",
                " 2024-05-17",
                "2024-05-1٧",
                "20240517",
                "-024-05-17",
                "2024-05-17Z"))
        .noneMatch(Timestamps::isDate);
  }

  @Test
  void aTimeHasItsOffset() {
    assertThat(
            List.of(
                "00:00:00Z",
                "23:59:59z",
                "12:30:15.5Z",
                "12:30:15.000000001+00:00",
                "12:30:15-23:59",
                "12:30:15+23:59"))
        .allMatch(Timestamps::isTime);
    assertThat(List.of("12:30:15", "12:30:15.5", "12:30Z", "", "Z")).noneMatch(Timestamps::isTime);
  }

  @Test
  void aTimeIsWithinTheDayAndAllInPlace() {
    assertThat(
            List.of(
                "24:00:00Z",
                "12:60:00Z",
                "12:00:61Z",
                "1:00:00Z",
                "12-00:00Z",
                "12:00-00Z",
                "12:00:00.Z",
                "12:00:00,5Z",
                "12:00:00 Z",
                "12:00:00ZZ",
                "12:00:0٣Z",
                "12:00:00Y"))
        .noneMatch(Timestamps::isTime);
  }

  @Test
  void anOffsetIsWithinTheDayAndAllInPlace() {
    assertThat(
            List.of(
                "12:00:00+24:00",
                "12:00:00-00:60",
                "12:00:00+0100",
                "12:00:00+01",
                "12:00:00+1:00",
                "12:00:00 01:00",
                "12:00:00+01:00Z",
                "12:00:00+01-00",
                "12:00:00+a1:00"))
        .noneMatch(Timestamps::isTime);
  }

  @Test
  void aLeapSecondEndsADayOfUtc() {
    assertThat(
            List.of(
                "23:59:60Z", "20:59:60-03:00", "23:59:60.9Z", "00:59:60+01:00", "05:29:60+05:30"))
        .allMatch(Timestamps::isTime);
    assertThat(List.of("23:59:60-03:00", "20:59:60Z", "23:58:60Z", "00:00:60Z"))
        .noneMatch(Timestamps::isTime);
  }

  @Test
  void aDateTimeIsADateAndATime() {
    assertThat(List.of("2024-02-29T00:00:00Z", "2024-02-29t10:20:30.4-03:00"))
        .allMatch(Timestamps::isDateTime);
    assertThat(
            List.of(
                "2023-02-29T00:00:00Z",
                "2024-02-29 00:00:00Z",
                "2024-02-29T24:00:00Z",
                "2024-02-29",
                "2024-02-29T",
                "T00:00:00Z",
                "2024-02-29T00:00:00",
                ""))
        .noneMatch(Timestamps::isDateTime);
  }

  @Test
  void aLeapSecondEndsAMonthOfUtc() {
    assertThat(
            List.of(
                "2016-12-31T23:59:60Z",
                "2016-12-31T20:59:60-03:00",
                "2017-01-01T00:59:60+01:00",
                "2024-02-29T23:59:60Z",
                "2024-02-29T19:59:60-04:00",
                "2015-06-30T23:59:60.1Z"))
        .allMatch(Timestamps::isDateTime);
    assertThat(
            List.of(
                "2016-12-30T23:59:60Z",
                "2016-12-30T20:59:60-03:00",
                "2017-01-02T00:59:60+01:00",
                "2016-12-31T00:59:60+01:00",
                "2024-02-28T23:59:60Z"))
        .noneMatch(Timestamps::isDateTime);
  }
}
