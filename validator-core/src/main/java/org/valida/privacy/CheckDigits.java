package org.valida.privacy;

/**
 * Check digits of the two numbers that identify people in these payloads: CPF (Cadastro de Pessoas
 * Físicas) and NIS (Número de Identificação Social, the same as PIS/PASEP). Both have eleven digits
 * and are computed modulo 11.
 */
public final class CheckDigits {

  private static final int[] NIS_WEIGHTS = {3, 2, 9, 8, 7, 6, 5, 4, 3, 2};

  // Four lanes of 16 bits, and weights of the digits in them: the first digit's is the highest.
  private static final long LANES = 0x00FF00FF00FF00FFL;
  private static final long LANE_ONES = 0x0001000100010001L;
  private static final long EVEN = 10L << 48 | 8L << 32 | 6L << 16 | 4L;
  private static final long ODD = 9L << 48 | 7L << 32 | 5L << 16 | 3L;

  /** The check digit of a CPF that each sum of weighted digits asks for. */
  private static final byte[] CPF_DIGITS = cpfDigits();

  private CheckDigits() {}

  private static byte[] cpfDigits() {
    // Nine digits with the weights 11 to 3, and the first check digit with 2.
    var digits = new byte[9 * (11 + 10 + 9 + 8 + 7 + 6 + 5 + 4 + 3 + 2) + 1];
    for (int sum = 0; sum < digits.length; sum++) {
      digits[sum] = (byte) (sum * 10 % 11 % 10);
    }
    return digits;
  }

  /**
   * Whether the number, below 10^11 and read with leading zeros, is a CPF. One digit repeated is
   * none, though the digits agree.
   */
  public static boolean cpf(long number) {
    if (number < 0 || number >= 100_000_000_000L || repeated(number)) {
      return false;
    }
    long rest = number / 100;
    int first = 0;
    int second = 0;
    for (int weight = 2; weight <= 10; weight++) {
      int digit = (int) (rest % 10);
      first += digit * weight;
      second += digit * (weight + 1);
      rest /= 10;
    }
    int one = first * 10 % 11 % 10;
    int two = (second + one * 2) * 10 % 11 % 10;
    return number % 100 == one * 10L + two;
  }

  /**
   * As {@link #cpf(long)}, of the digits themselves.
   *
   * @param eight the first eight, one in each byte from the lowest on
   * @param ninth 0 to 9, likewise the others
   */
  public static boolean cpf(long eight, int ninth, int tenth, int eleventh) {
    long even = eight & LANES;
    long odd = eight >>> Byte.SIZE & LANES;
    // In the highest 16 bits of a product with four weights stands the sum of four digits by them.
    int first = (int) (even * EVEN >>> 48) + (int) (odd * ODD >>> 48) + ninth * 2;
    int second = first + (int) (even * LANE_ONES >>> 48) + (int) (odd * LANE_ONES >>> 48) + ninth;
    int one = CPF_DIGITS[first];
    int two = CPF_DIGITS[second + one * 2];
    return tenth == one
        && eleventh == two
        && !(eight == (eight & 0xFF) * 0x0101010101010101L
            && ninth == (eight & 0xFF)
            && tenth == ninth
            && eleventh == ninth);
  }

  /** Whether the number, below 10^11 and read with leading zeros, is a NIS. All zeros is none. */
  public static boolean nis(long number) {
    if (number <= 0 || number >= 100_000_000_000L) {
      return false;
    }
    long rest = number / 10;
    int sum = 0;
    for (int i = NIS_WEIGHTS.length - 1; i >= 0; i--) {
      sum += (int) (rest % 10) * NIS_WEIGHTS[i];
      rest /= 10;
    }
    int digit = 11 - sum % 11;
    return number % 10 == (digit >= 10 ? 0 : digit);
  }

  /** Whether all eleven digits are the same one. */
  public static boolean repeated(long number) {
    return number % 11_111_111_111L == 0;
  }
}
