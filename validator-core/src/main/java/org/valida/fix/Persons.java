package org.valida.fix;

import java.util.Locale;
import java.util.Optional;
import org.valida.privacy.CheckDigits;

/** Repairs of CPF and NIS, made only where the check digits of the result agree. */
final class Persons {

  private static final int DIGITS = 11;

  /** One lost zero in four numbers or so; three lost ones are rarer than a wrong number. */
  private static final int LEAST = 8;

  private Persons() {}

  /**
   * The eleven digits as a text: without punctuation, out of a JSON number, and with the leading
   * zeros that a spreadsheet dropped.
   */
  static Optional<String> eleven(String token, Finding finding) {
    var written = token.startsWith("\"") ? Texts.content(token).orElse("") : token;
    var digits = written.replaceAll("[.\\-/\\s]", "");
    boolean number = !token.startsWith("\"");
    if (number && !token.matches("[0-9]+")
        || !digits.matches("[0-9]{" + LEAST + "," + DIGITS + "}")) {
      return Optional.empty();
    }
    long person = Long.parseLong(digits);
    // The attribute cpfNis takes either; that of a plain cpf is told by the check that follows.
    boolean agrees =
        CheckDigits.nis(person)
            || !finding.rule().id().startsWith("nis") && CheckDigits.cpf(person);
    return agrees
        ? Optional.of('"' + String.format(Locale.ROOT, "%0" + DIGITS + "d", person) + '"')
        : Optional.empty();
  }
}
