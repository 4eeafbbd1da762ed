package org.valida.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * The exact value of a number as JSON writes it. Nothing goes through binary floating point, and
 * nothing is ever written out: an exponent stays an exponent, so 1e999999999 costs no more than 10.
 *
 * <p>Equal values are equal objects, however they were written: 1, 1.0, 10e-1. Minus zero is zero.
 */
public final class Decimal implements Comparable<Decimal> {

  /** Any whole number of as many digits fits in a long. */
  private static final int LONG_DIGITS = 18;

  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final Decimal ZERO = new Decimal(0, "", BigInteger.ZERO);

  /**
   * The value is sign × digits × 10^exponent; the digits neither begin nor end with a zero, and
   * zero has none.
   */
  private final int sign;

  private final String digits;
  private final BigInteger exponent;

  private Decimal(int sign, String digits, BigInteger exponent) {
    this.sign = sign;
    this.digits = digits;
    this.exponent = exponent;
  }

  /**
   * The value of a number's text.
   *
   * @throws NumberFormatException if the text is not a number of JSON
   */
  public static Decimal of(String text) {
    int p = text.startsWith("-") ? 1 : 0;
    int whole = p;
    int point = endOfDigits(text, whole);
    boolean zeroFirst = point - whole > 1 && text.charAt(whole) == '0';
    if (point == whole || zeroFirst) {
      throw notANumber(text);
    }
    p = point;
    int fraction = p;
    if (p < text.length() && text.charAt(p) == '.') {
      fraction = p + 1;
      p = endOfDigits(text, fraction);
      if (p == fraction) {
        throw notANumber(text);
      }
    }
    String all = text.substring(whole, point) + text.substring(fraction, p);
    int decimals = p - fraction;
    var exponent = BigInteger.ZERO;
    if (p < text.length()) {
      exponent = exponent(text, p);
    }
    int from = 0;
    int to = all.length();
    while (from < to && all.charAt(from) == '0') {
      from++;
    }
    if (from == to) {
      return ZERO;
    }
    while (all.charAt(to - 1) == '0') {
      to--;
    }
    long moved = (long) all.length() - to - decimals;
    return new Decimal(
        text.charAt(0) == '-' ? -1 : 1,
        all.substring(from, to),
        exponent.add(BigInteger.valueOf(moved)));
  }

  /**
   * The value of the number on which a cursor stands, or of any bytes that are one.
   *
   * @throws NumberFormatException if the bytes are not a number of JSON
   */
  public static Decimal of(byte[] bytes, int start, int end) {
    return of(new String(bytes, start, end - start, ISO_8859_1));
  }

  private static BigInteger exponent(String text, int e) {
    int p = e + 1;
    boolean signed = p < text.length() && (text.charAt(p) == '+' || text.charAt(p) == '-');
    int from = signed ? p + 1 : p;
    boolean good = (text.charAt(e) | 0x20) == 'e' && from < text.length();
    if (!good || endOfDigits(text, from) != text.length()) {
      throw notANumber(text);
    }
    var magnitude = new BigInteger(text.substring(from));
    return text.charAt(p) == '-' ? magnitude.negate() : magnitude;
  }

  private static int endOfDigits(String text, int from) {
    int p = from;
    while (p < text.length() && text.charAt(p) >= '0' && text.charAt(p) <= '9') {
      p++;
    }
    return p;
  }

  private static NumberFormatException notANumber(String text) {
    return new NumberFormatException("not a number of JSON: " + Diagnosis.shown(text));
  }

  /** -1, 0 or 1. */
  public int signum() {
    return sign;
  }

  /**
   * Whether the value has no fraction, however it is written: 1.0 and 15e1 are integers, 15e-1 is
   * not.
   */
  public boolean isInteger() {
    return exponent.signum() >= 0;
  }

  /**
   * Whether this is the divisor times an integer, exactly.
   *
   * @throws ArithmeticException if the divisor is zero
   */
  public boolean isMultipleOf(Decimal divisor) {
    if (divisor.sign == 0) {
      throw new ArithmeticException("no number is a multiple of zero");
    }
    if (sign == 0) {
      return true;
    }
    // This over the divisor is a × 10^k / (2^twos × 5^fives × rest). The power of ten has no prime
    // but 2 and 5, so the rest must
    // divide a, and enough twos and fives must be in a and the power together. No power is ever
    // computed that is larger than a.
    var a = new BigInteger(digits);
    var rest = new BigInteger(divisor.digits);
    var k = exponent.subtract(divisor.exponent);
    int twos = rest.getLowestSetBit();
    rest = rest.shiftRight(twos);
    int fives = 0;
    for (var parts = rest.divideAndRemainder(FIVE);
        parts[1].signum() == 0;
        parts = rest.divideAndRemainder(FIVE)) {
      rest = parts[0];
      fives++;
    }
    return hasTwos(a, BigInteger.valueOf(twos).subtract(k))
        && hasFives(a, BigInteger.valueOf(fives).subtract(k))
        && a.mod(rest).signum() == 0;
  }

  private static boolean hasTwos(BigInteger a, BigInteger count) {
    return count.compareTo(BigInteger.valueOf(a.getLowestSetBit())) <= 0;
  }

  private static boolean hasFives(BigInteger a, BigInteger count) {
    if (count.signum() <= 0) {
      return true;
    }
    // 5^n is longer than 2n bits.
    return count.compareTo(BigInteger.valueOf(a.bitLength() / 2)) <= 0
        && a.mod(FIVE.pow(count.intValue())).signum() == 0;
  }

  @Override
  public int compareTo(Decimal other) {
    if (sign != other.sign) {
      return Integer.compare(sign, other.sign);
    }
    int magnitude = magnitude().compareTo(other.magnitude());
    return sign * Integer.signum(magnitude != 0 ? magnitude : digits.compareTo(other.digits));
  }

  /**
   * Places before the decimal point: the numbers 0.digits × 10^magnitude are in the order of their
   * magnitudes, then digits.
   */
  private BigInteger magnitude() {
    return exponent.add(BigInteger.valueOf(digits.length()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decimal that
        && sign == that.sign
        && digits.equals(that.digits)
        && exponent.equals(that.exponent);
  }

  @Override
  public int hashCode() {
    return sign * (31 * digits.hashCode() + exponent.hashCode());
  }

  /**
   * As people write it, such as -1.5 and 100: {@link #toString} where that would take more than
   * thirty zeros or decimals.
   */
  public String plain() {
    var whole = whole();
    if (whole.isPresent()) {
      return Long.toString(whole.getAsLong());
    }
    if (exponent.abs().bitLength() > 5) {
      return toString();
    }
    return new BigDecimal(toString()).toPlainString();
  }

  /**
   * The number if it is whole and has at most 18 digits. By hand: on Java 25, to load {@link
   * BigDecimal} takes a start longer than all else.
   */
  public OptionalLong whole() {
    if (sign == 0) {
      return OptionalLong.of(0);
    }
    if (exponent.signum() < 0 || exponent.bitLength() > 5) {
      return OptionalLong.empty();
    }
    int zeros = exponent.intValue();
    if (digits.length() + zeros > LONG_DIGITS) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(digits);
    for (int i = 0; i < zeros; i++) {
      number *= 10;
    }
    return OptionalLong.of(sign < 0 ? -number : number);
  }

  /**
   * The normal form, itself a number of JSON and the same for equal values: 0, 15, -15E-1 for -1.5,
   * 1E2 for 100.
   */
  @Override
  public String toString() {
    if (sign == 0) {
      return "0";
    }
    return (sign < 0 ? "-" : "") + digits + (exponent.signum() == 0 ? "" : "E" + exponent);
  }
}
