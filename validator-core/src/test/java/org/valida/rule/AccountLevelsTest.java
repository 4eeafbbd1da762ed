package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Levels told by products, beside what divisions tell. */
class AccountLevelsTest {

  private static final int[][] PLANS = {
    {1, 1, 2, 2, 2}, {1, 1, 1, 1, 1, 2, 2, 2}, {1, 1, 1, 1, 2, 1, 1}, {1}, {3, 1}
  };

  @Test
  void aUnitIsTheGreatestOfTheLevelsThatDividesTheCode() {
    var random = new Random(4);
    for (int[] plan : PLANS) {
      int due = AccountLevels.digits(plan);
      for (int digits = due; digits <= AccountLevels.MOST_DIGITS; digits++) {
        var levels = new AccountLevels(plan, digits);
        assertThat(levels.least()).isEqualTo(Math.max(1, power(digits - 1)));
        assertThat(levels.end()).isEqualTo(power(digits));
        for (int i = 0; i < 400; i++) {
          long code = code(digits, random);
          assertThat(levels.unit(code))
              .as("%d of %d", code, digits)
              .isEqualTo(unit(code, plan, digits));
          assertThat(levels.unit(-code)).isEqualTo(levels.unit(code));
          long other = code + random.nextLong(power(1 + random.nextInt(digits)));
          long unit = levels.unit(code);
          assertThat(levels.isAbove(code, other))
              .as("%d and %d", code, other)
              .isEqualTo(unit > 1 && other - code < unit);
          assertThat(levels.isAbove(code, Long.MAX_VALUE)).isFalse();
        }
      }
    }
  }

  private static long unit(long code, int[] plan, int digits) {
    int behind = digits;
    for (int group : plan) {
      behind -= group;
      if (code % power(behind) == 0) {
        return power(behind);
      }
    }
    return 1;
  }

  private static long code(int digits, Random random) {
    long unit = power(random.nextInt(digits));
    return random.nextLong(power(digits - 1), power(digits)) / unit * unit;
  }

  private static long power(int of) {
    return (long) Math.pow(10, of);
  }

  @Test
  void digitsAreTheCharactersThatWriteTheCode() {
    for (long code = 1; code <= AccountLevels.power(18); code *= 10) {
      for (long near : new long[] {code - 1, code, code + 1, -code}) {
        assertThat(AccountLevels.digits(near)).isEqualTo(Long.toString(near).length());
      }
    }
    assertThat(AccountLevels.digits(Long.MAX_VALUE)).isEqualTo(19);
  }

  @Test
  void levelsAreKnownByTheirPlanAndDigits() {
    var levels = new AccountLevels(PLANS[0], 8);

    assertThat(levels.isOf(PLANS[0], 8)).isTrue();
    assertThat(levels.isOf(PLANS[0], 9)).isFalse();
    assertThat(levels.isOf(PLANS[1], 8)).isFalse();
  }
}
