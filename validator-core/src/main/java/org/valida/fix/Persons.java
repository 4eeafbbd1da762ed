package org.valida.fix;

import java.util.Locale;
import java.util.Optional;
import org.valida.privacy.CheckDigits;

/** Repairs of CPF and NIS, made only where the check digits of the result agree. */
final class Persons {

  private static final int DIGITS = 11;

  /** With fewer digits a number is more likely something else than a CPF that lost its zeros. */
  private static final int LEAST = 8;

  private Persons() {}

  /**
   * The eleven digits as a text: without punctuation, out of a JSON number, and of a CPF with the
   * leading zeros that a spreadsheet dropped.
   *
   * <p>A NIS has to have its eleven digits. Its single check digit agrees with one wrong number in
   * ten, so that zeros before a number that lost a digit elsewhere would name another person.
   */
  static Optional<String> eleven(String token, Finding finding) {
    boolean number = !token.startsWith("\"");
    var written = number ? token : Texts.content(token).orElse("");
    var digits = written.replaceAll("[.\\-/\\s]", "");
    if (number && !token.matches("[0-9]+")
        || !digits.matches("[0-9]{" + LEAST + "," + DIGITS + "}")) {
      return Optional.empty();
    }
    long person = Long.parseLong(digits);
    // The attribute cpfNis takes either; that of a plain cpf is told by the check that follows.
    boolean cpf = !finding.rule().id().startsWith("nis") && CheckDigits.cpf(person);
    boolean nis = digits.length() == DIGITS && CheckDigits.nis(person);
    return cpf || nis
        ? Optional.of('"' + String.format(Locale.ROOT, "%0" + DIGITS + "d", person) + '"')
        : Optional.empty();
  }
}
