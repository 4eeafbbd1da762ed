package org.valida.privacy;

import java.util.regex.Pattern;

/** How personal values are shown: enough to find the record, not enough to know the person. */
public final class Mask {

  /** What a hidden value shows as. */
  public static final String HIDDEN = "***";

  /**
   * Eleven digits, with the punctuation of a CPF or a NIS or without, not part of a longer number.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])[0-9]{3}[.\\- ]?[0-9]{3}[.\\- ]?[0-9]{3}[.\\- ]?[0-9]{2}(?![0-9])|(?<![0-9])[0-9]{3}[.]?[0-9]{5}[.]?[0-9]{2}-?[0-9](?![0-9])");

  private Mask() {}

  /** What kind of personal value an attribute holds. */
  public enum Kind {
    CPF,
    NIS,
    NAME,
    OTHER
  }

  /** The value of an attribute of that kind, masked. */
  public static String value(Kind kind, String text) {
    return switch (kind) {
      case CPF, NIS -> number(text);
      case NAME -> initials(text);
      case OTHER -> HIDDEN;
    };
  }

  /**
   * {@code ***.456.789-**} for eleven digits, with or without punctuation; hidden where it has
   * another length.
   */
  public static String number(String text) {
    var digits = new StringBuilder(11);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != '.' && c != '-' && c != ' ') {
        return HIDDEN;
      }
    }
    if (digits.length() != 11) {
      return HIDDEN;
    }
    return "***." + digits.substring(3, 6) + "." + digits.substring(6, 9) + "-**";
  }

  /**
   * The first letter of each word, as in {@code M. S.}; hidden where a word does not begin with a
   * letter.
   */
  public static String initials(String text) {
    var initials = new StringBuilder();
    for (var word : text.strip().split("\\s+", -1)) {
      if (word.isEmpty() || !Character.isLetter(word.codePointAt(0)) || initials.length() > 24) {
        return HIDDEN;
      }
      if (initials.length() > 0) {
        initials.append(' ');
      }
      initials.appendCodePoint(word.codePointAt(0)).append('.');
    }
    return initials.length() < 5 ? HIDDEN : initials.toString();
  }

  /** The text with everything masked in it that validates as CPF or NIS. */
  public static String free(String text) {
    if (!mayHoldNumber(text)) {
      return text;
    }
    return NUMBER
        .matcher(text)
        .replaceAll(
            match -> {
              var digits = match.group().replaceAll("[^0-9]", "");
              long number = Long.parseLong(digits);
              return CheckDigits.cpf(number) || CheckDigits.nis(number)
                  ? number(digits)
                  : java.util.regex.Matcher.quoteReplacement(match.group());
            });
  }

  private static boolean mayHoldNumber(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && ++digits == 11) {
        return true;
      }
    }
    return false;
  }
}
