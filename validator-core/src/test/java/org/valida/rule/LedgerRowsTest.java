package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.valida.schema.Shift;

class LedgerRowsTest {

  private static LedgerRows.Row row(int method, long key, long period, String label) {
    var row = new LedgerRows.Row();
    row.method = method;
    row.key[0] = key;
    row.key[3] = -key;
    row.period = period;
    row.input = 2;
    row.index = 40_000;
    row.offset = 5_000_000_000L;
    row.line = 300_000_000L;
    row.column = 17;
    row.known = true;
    row.totals[0] = -1;
    row.totals[3] = Long.MAX_VALUE;
    row.label.append(label);
    return row;
  }

  @Test
  void aRowIsReadAsItWasAdded() {
    var rows = new LedgerRows();
    rows.add(row(1, 7, 6, "RS 4314902 2024/6"));
    rows.add(row(0, 8, 5, "São Tomé \uD83D\uDE00 \uD83D"));

    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.method(0)).isEqualTo(1);
    assertThat(rows.period(0)).isEqualTo(6);
    assertThat(rows.input(0)).isEqualTo(2);
    assertThat(rows.index(0)).isEqualTo(40_000);
    assertThat(rows.offset(0)).isEqualTo(5_000_000_000L);
    assertThat(rows.line(0)).isEqualTo(300_000_000L);
    assertThat(rows.column(0)).isEqualTo(17);
    assertThat(rows.known(0)).isTrue();
    assertThat(rows.total(0, 0)).isEqualTo(-1);
    assertThat(rows.total(0, 3)).isEqualTo(Long.MAX_VALUE);
    assertThat(rows.label(0)).isEqualTo("RS 4314902 2024/6");
    assertThat(rows.label(1)).isEqualTo("São Tomé \uD83D\uDE00 \uD83D");
  }

  @Test
  void rowsAreOrderedByMethodKeyPeriodAndThenAsTheyCame() {
    var rows = new LedgerRows();
    rows.add(row(1, 7, 6, ""));
    rows.add(row(0, 9, 6, ""));
    rows.add(row(1, 7, 5, ""));
    rows.add(row(1, 7, 6, ""));
    rows.add(row(1, 6, 6, ""));

    assertThat(IntSort.ascending(rows.size(), rows::compare)).containsExactly(1, 4, 2, 0, 3);
    assertThat(rows.compareKeys(0, 3)).isZero();
  }

  @Test
  void rowsOfAnotherTableComeWithTheNumbersTheyHaveHere() {
    var rows = new LedgerRows();
    rows.add(row(0, 1, 1, "a"));
    var others = new LedgerRows();
    for (int i = 0; i < 5000; i++) {
      others.add(row(1, i, 2, "b" + i));
    }
    rows.addAll(others, new int[] {8, 9}, new int[] {3, 4, 5}, Shift.NONE);

    assertThat(rows.size()).isEqualTo(5001);
    assertThat(rows.method(0)).isZero();
    for (int i = 0; i < 5000; i++) {
      assertThat(rows.method(i + 1)).isEqualTo(9);
      assertThat(rows.input(i + 1)).isEqualTo(5);
      assertThat(rows.label(i + 1)).isEqualTo("b" + i);
    }
  }
}
