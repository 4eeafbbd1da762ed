package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WideSumsTest {

  @Test
  void areExactBeyondSixtyFourBits() {
    var random = new Random(64);
    var sums = new WideSums();
    for (int round = 0; round < 100; round++) {
      int count = 1 + random.nextInt(5);
      sums.clear(count);
      for (int sum = 0; sum < count; sum++) {
        var exact = BigDecimal.ZERO;
        for (int i = random.nextInt(50); i > 0; i--) {
          long amount = random.nextLong() >> random.nextInt(64);
          sums.add(sum, amount);
          exact = exact.add(BigDecimal.valueOf(amount, 2));
        }
        assertThat(sums.of(sum)).isEqualByComparingTo(exact);
        for (long near : new long[] {0, 1, -1, 1L << 32}) {
          long amount = exact.movePointRight(2).toBigInteger().longValue() + near;
          assertThat(sums.is(sum, amount))
              .isEqualTo(BigDecimal.valueOf(amount, 2).compareTo(exact) == 0);
        }
      }
    }
  }
}
