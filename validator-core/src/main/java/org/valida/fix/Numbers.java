package org.valida.fix;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Repairs of numbers, exact: nothing passes through a double. */
final class Numbers {

  /** More digits than any number of a contract has. */
  private static final int MOST_DIGITS = 18;

  private static final Pattern PLAIN = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?");
  private static final Pattern GROUPED =
      Pattern.compile("-?(?:[0-9]{1,3}(?:[.][0-9]{3})+|[0-9]+),[0-9]{1,2}");

  private Numbers() {}

  /** A text of digits as the number. */
  static Optional<String> unquoted(String token) {
    return Texts.content(token)
        .filter(content -> content.matches("[0-9]{1," + MOST_DIGITS + "}"))
        .map(digits -> Long.toString(Long.parseLong(digits)));
  }

  /** A whole number written with a fraction of zeros or an exponent. */
  static Optional<String> whole(String token) {
    return exact(token).filter(number -> number.scale() <= 0).map(BigDecimal::toPlainString);
  }

  /** Without the zeros behind the second decimal. */
  static Optional<String> cents(String token) {
    int point = token.indexOf('.');
    int end = token.length();
    while (point > 0 && end > point + 3 && token.charAt(end - 1) == '0') {
      end--;
    }
    return PLAIN.matcher(token).matches() && end < token.length()
        ? Optional.of(token.substring(0, end))
        : Optional.empty();
  }

  /** An exponent written out, with two decimals at least. */
  static Optional<String> expanded(String token) {
    return exact(token).map(number -> number.setScale(Math.max(2, number.scale())).toPlainString());
  }

  /** An amount that stands in quotes, also as Portuguese writes it: {@code "1.234,56"}. */
  static Optional<String> amount(String token) {
    return Texts.content(token)
        .map(String::strip)
        .map(text -> text.startsWith("R$") ? text.substring(2).strip() : text)
        .map(
            text ->
                GROUPED.matcher(text).matches()
                    ? text.replace(".", "").replace(',', '.').replaceFirst("^(-?)0+(?=[0-9])", "$1")
                    : text)
        .filter(text -> PLAIN.matcher(text).matches());
  }

  /** The number without needless digits; empty if it is none, or too long for any contract. */
  private static Optional<BigDecimal> exact(String token) {
    if (token.isEmpty() || token.startsWith("\"")) {
      return Optional.empty();
    }
    int mark = token.replace('E', 'e').indexOf('e');
    try {
      if (new BigDecimal(mark < 0 ? token : token.substring(0, mark)).signum() == 0) {
        // Zero is zero whatever its exponent, which may be too great to hold.
        return Optional.of(BigDecimal.ZERO);
      }
      var number = new BigDecimal(token).stripTrailingZeros();
      boolean fits =
          number.scale() <= MOST_DIGITS
              && (long) number.precision() - number.scale() <= MOST_DIGITS;
      return fits ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
