package org.valida.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.caelum.stella.validation.CPFValidator;
import br.com.caelum.stella.validation.NITValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

  private static final int NUMBERS = 500_000;
  private static final long SEED = 11;

  @ParameterizedTest
  @ValueSource(longs = {52_998_224_725L, 11_144_477_735L, 191})
  void knowsACpf(long number) {
    assertThat(CheckDigits.cpf(number)).isTrue();
    assertThat(CheckDigits.cpf(number + 1)).isFalse();
    assertThat(CheckDigits.cpf(number + 10)).isFalse();
  }

  @Test
  void aRepeatedDigitIsNoCpf() {
    for (long digit = 0; digit <= 9; digit++) {
      assertThat(CheckDigits.cpf(digit * 11_111_111_111L)).isFalse();
      assertThat(CheckDigits.repeated(digit * 11_111_111_111L)).isTrue();
    }
    assertThat(CheckDigits.repeated(11_111_111_112L)).isFalse();
  }

  @Test
  void theDigitsOfANumberAreJudgedAsTheNumber() {
    var random = new Random(SEED);
    for (int i = 0; i < NUMBERS; i++) {
      long number = random.nextLong(100_000_000_000L);
      assertThat(ofDigits(number)).as("%d", number).isEqualTo(CheckDigits.cpf(number));
      for (long last = 0; last < 100 && i < 500; last++) {
        long right = number / 100 * 100 + last;
        assertThat(ofDigits(right)).as("%d", right).isEqualTo(CheckDigits.cpf(right));
      }
    }
    for (long digit = 0; digit <= 9; digit++) {
      assertThat(ofDigits(digit * 11_111_111_111L)).isFalse();
    }
  }

  private static boolean ofDigits(long number) {
    var text = String.format(Locale.ROOT, "%011d", number);
    long eight = 0;
    for (int i = 7; i >= 0; i--) {
      eight = eight << 8 | text.charAt(i) - '0';
    }
    return CheckDigits.cpf(
        eight, text.charAt(8) - '0', text.charAt(9) - '0', text.charAt(10) - '0');
  }

  @Test
  void allZerosIsNoNis() {
    assertThat(CheckDigits.nis(0)).isFalse();
    assertThat(CheckDigits.nis(12_056_412_545L)).isTrue();
    assertThat(CheckDigits.nis(12_056_412_547L)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 100_000_000_000L, Long.MAX_VALUE})
  void whatHasNotElevenDigitsIsNeither(long number) {
    assertThat(CheckDigits.cpf(number)).isFalse();
    assertThat(CheckDigits.nis(number)).isFalse();
  }

  @Test
  void agreesWithCaelumStellaOnHalfAMillionCpf() {
    var stella = new CPFValidator(false);
    assertThat(
            disagreements(CheckDigits::cpf, text -> stella.invalidMessagesFor(text).isEmpty(), 2))
        .isEmpty();
  }

  @Test
  void agreesWithCaelumStellaOnHalfAMillionNisApartFromAllZeros() {
    var stella = new NITValidator(false);
    assertThat(stella.invalidMessagesFor("00000000000")).isEmpty();
    assertThat(
            disagreements(CheckDigits::nis, text -> stella.invalidMessagesFor(text).isEmpty(), 1))
        .isEmpty();
  }

  /** Half of the numbers are random, half end with the check digits that we take for right. */
  private static List<String> disagreements(
      LongPredicate ours, Predicate<String> theirs, int checkDigits) {
    var random = new Random(SEED);
    var disagreements = new ArrayList<String>();
    long end = checkDigits == 2 ? 100 : 10;
    int valid = 0;
    for (int i = 0; i < NUMBERS; i++) {
      long number = 1 + random.nextLong(99_999_999_999L);
      if (i % 2 == 0) {
        number = completed(number / end * end, end, ours);
      }
      boolean own = ours.test(number);
      valid += own ? 1 : 0;
      var text = String.format(java.util.Locale.ROOT, "%011d", number);
      if (own != theirs.test(text)) {
        disagreements.add(text);
      }
    }
    assertThat(valid).isGreaterThan(NUMBERS / 2 - 10);
    return disagreements;
  }

  private static long completed(long base, long end, LongPredicate isRight) {
    for (long last = 0; last < end; last++) {
      if (isRight.test(base + last)) {
        return base + last;
      }
    }
    return base;
  }
}
