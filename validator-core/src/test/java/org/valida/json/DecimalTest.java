package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.00, 0",
    "0e99, 0",
    "1, 1",
    "1.0, 1",
    "10e-1, 1",
    "100, 1E2",
    "-1.50, -15E-1",
    "0.001, 1E-3",
    "12.5e1, 125",
    "9999999999999.99, 999999999999999E-2",
    "1e999999999, 1E999999999",
    "1E+05, 1E5",
    "10e99999999999999999999, 1E100000000000000000000"
  })
  void equalNumbersHaveOneNormalForm(String text, String normal) {
    assertThat(Decimal.of(text)).hasToString(normal);
    assertThat(Decimal.of(normal)).isEqualTo(Decimal.of(text)).hasSameHashCodeAs(Decimal.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0e9, 0",
    "1e2, 100",
    "-1.50, -1.5",
    "0.001, 0.001",
    "9999999999999.99, 9999999999999.99",
    "1e31, 10000000000000000000000000000000",
    "1e32, 1E32",
    "1e-31, 0.0000000000000000000000000000001",
    "1e-32, 1E-32",
    "-1e999999999, -1E999999999",
  })
  void isShownAsPeopleWriteIt(String text, String plain) {
    assertThat(Decimal.of(text).plain()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "1x", "1 ", "NaN", "1.5.2", "1e5e5",
        "\u0661"
      })
  void whatIsNoNumberIsNotRead(String text) {
    assertThatThrownBy(() -> Decimal.of(text)).isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, -0.0, 0",
    "1, 2, -1",
    "-1, -2, 1",
    "-1, 1, -1",
    "0, 0.1, -1",
    "0, -0.1, 1",
    "1.5, 1.50, 0",
    "1.5, 1.51, -1",
    "15, 1.5, 1",
    "9999999999999.991, 9999999999999.99, 1",
    "0.30000000000000004, 0.3, 1",
    "1e999999999, 9e999999998, 1",
    "1e-999999999, 0, 1",
    "-1e999999999, 0, -1",
    "1e99999999999999999999, 1e99999999999999999998, 1",
    "9007199254740993, 9007199254740992, 1"
  })
  void numbersAreComparedExactly(String left, String right, int sign) {
    assertThat(Integer.signum(Decimal.of(left).compareTo(Decimal.of(right)))).isEqualTo(sign);
    assertThat(Integer.signum(Decimal.of(right).compareTo(Decimal.of(left)))).isEqualTo(-sign);
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "-0.0, true",
    "7, true",
    "7.0, true",
    "1.5e1, true",
    "15e-1, false",
    "100e-2, true",
    "0.1, false",
    "1e999999999, true",
    "1e-999999999, false",
    "10e-1, true"
  })
  void anIntegerIsAValueWithoutFraction(String text, boolean integer) {
    assertThat(Decimal.of(text).isInteger()).isEqualTo(integer);
  }

  @ParameterizedTest
  @CsvSource({
    "0.29, 0.01, true",
    "1.15, 0.01, true",
    "1.155, 0.01, false",
    "0, 7, true",
    "14, 7, true",
    "-14, 7, true",
    "15, 7, false",
    "4.5, 1.5, true",
    "0.0075, 0.0001, true",
    "0.00751, 0.0001, false",
    "1e308, 0.123456789, false",
    "1e999999999, 1, true",
    "1e999999999, 3, false",
    "3e999999999, 3, true",
    "1e999999999, 1024, true",
    "1e-999999999, 1, false",
    "1, 1e-999999999, true",
    "1, 1e999999999, false",
    "1, 0.3, false",
    "7.5, 2.5, true",
    "1, 0.5, true",
    "1, 0.2, true",
    "1, 8, false",
    "10, 4, false",
    "100, 4, true",
    "25, 25, true",
    "625, 625, true",
    "375, 125, true",
    "50, 125, false",
    "5e-1, 25e-2, true",
    "9999999999999.99, 0.01, true"
  })
  void multiplesAreExact(String value, String divisor, boolean multiple) {
    assertThat(Decimal.of(value).isMultipleOf(Decimal.of(divisor))).isEqualTo(multiple);
  }

  @Test
  void nothingIsAMultipleOfZero() {
    var zero = Decimal.of("0");
    assertThatThrownBy(() -> zero.isMultipleOf(zero)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void theLongestNumbersTakeNoTime() {
    String digits = "9".repeat(990);
    var huge = Decimal.of("1e" + digits);
    var manyDigits = Decimal.of(digits + "e-5");
    for (int i = 0; i < 200; i++) {
      assertThat(huge.isMultipleOf(manyDigits)).isFalse();
      assertThat(huge).isGreaterThan(manyDigits);
      assertThat(manyDigits.isMultipleOf(Decimal.of("0.00001"))).isTrue();
    }
  }

  @Test
  void agreesWithBigDecimalWhereThatIsPossible() {
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      String left = number(random);
      String right = number(random);
      var a = Decimal.of(left);
      var b = Decimal.of(right);
      var x = new BigDecimal(left);
      var y = new BigDecimal(right);
      assertThat(a.compareTo(b)).as("%s, %s", left, right).isEqualTo(x.compareTo(y));
      assertThat(a.equals(b)).isEqualTo(x.compareTo(y) == 0);
      assertThat(new BigDecimal(a.toString())).isEqualByComparingTo(x);
      assertThat(a.isInteger()).isEqualTo(x.stripTrailingZeros().scale() <= 0);
      assertThat(a.signum()).isEqualTo(x.signum());
      if (y.signum() != 0) {
        assertThat(a.isMultipleOf(b))
            .as("%s, %s", left, right)
            .isEqualTo(x.remainder(y).signum() == 0);
      }
    }
  }

  private static String number(Random random) {
    var text = new StringBuilder(random.nextBoolean() ? "" : "-").append(random.nextInt(300));
    if (random.nextBoolean()) {
      text.append('.').append(random.nextInt(30)).append(random.nextBoolean() ? "" : "00");
    }
    return random.nextInt(3) > 0
        ? text.toString()
        : text.append('e').append(random.nextInt(9) - 4).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "15, 15",
    "-15, -15",
    "1.50e1, 15",
    "1e17, 100000000000000000",
    "999999999999999999, 999999999999999999"
  })
  void isALongWhereItIsWholeAndFits(String text, long whole) {
    assertThat(Decimal.of(text).whole()).hasValue(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "-1.5", "1e18", "1234567890123456789", "1e999999999", "1e40"})
  void isNoLongElse(String text) {
    assertThat(Decimal.of(text).whole()).isEmpty();
  }
}
