package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which days there are, and which comes first, held against those of Java. */
class DateTextTest {

  private static final String CONTRACT = "sgp/profissionais-funcoes";

  private final List<String> records = new ArrayList<>();

  private void add(Object from, Object to) {
    records.add(
        """
        {"cpf": "45639494425", "inep": 35012345, "tipoVinculo": 1, "codigoFuncao": 1,
         "matriculaRede": "M%d", "cargaHorariaSemanal": 40, "dataIngresso": "%s", "dataFim": "%s"}
        """
            .formatted(records.size(), from, to));
  }

  private List<String> found() {
    return Judging.places(CONTRACT, records.toString());
  }

  @Test
  void aDayIsOneIfItsMonthHasIt() {
    var expected = new ArrayList<String>();
    for (int year : new int[] {1999, 2000, 2004, 2023, 2024, 2100}) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          boolean real =
              month >= 1
                  && month <= 12
                  && day >= 1
                  && day <= YearMonth.of(year, month).lengthOfMonth();
          if (!real) {
            expected.add("date-invalid /" + records.size() + "/dataFim");
          }
          add("1999-01-01", String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day));
        }
      }
    }

    assertThat(found()).isEqualTo(expected);
  }

  @Test
  void eachDayComesBehindTheOneBefore() {
    var expected = new ArrayList<String>();
    for (int year : new int[] {1903, 1999, 2001, 2023}) {
      for (var day = LocalDate.of(year, 2, 1);
          day.isBefore(LocalDate.of(year + 1, 4, 1));
          day = day.plusDays(1)) {
        add(day, day);
        expected.add("date-order /" + records.size());
        add(day, day.minusDays(1));
        add(day, day.plusDays(1));
      }
    }

    assertThat(found()).isEqualTo(expected);
  }
}
