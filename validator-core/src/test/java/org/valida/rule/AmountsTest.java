package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        -1,
        9,
        10,
        99,
        -99,
        100,
        101,
        -100,
        123_450,
        -123_456,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void areWrittenWithTwoPlaces(long cents) {
    assertThat(Amounts.text(cents)).isEqualTo(BigDecimal.valueOf(cents, 2).toPlainString());
  }
}
