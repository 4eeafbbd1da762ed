package org.valida.privacy;

/** How personal values are shown: enough to find the record, not enough to know the person. */
public final class Mask {

  /** What a hidden value shows as. */
  public static final String HIDDEN = "***";

  // Eleven digits, with the punctuation of a CPF or a NIS or without: how many digits make a group,
  // and what may stand behind it.
  private static final int[] CPF_GROUPS = {3, 3, 3, 2};
  private static final String[] CPF_MARKS = {".- ", ".- ", ".- "};
  private static final int[] NIS_GROUPS = {3, 5, 2, 1};
  private static final String[] NIS_MARKS = {".", ".", "-"};

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
    var masked = new StringBuilder(text.length());
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      if (!isDigit(text, at)) {
        at++;
        continue;
      }
      int end = numberEnd(text, at);
      if (end < 0) {
        // A number begins where no digit stands before it.
        at = endOfDigits(text, at);
        continue;
      }
      var number = text.substring(at, end);
      if (isPersonal(number)) {
        masked.append(text, copied, at).append(number(number));
        copied = end;
      }
      at = end;
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static boolean isPersonal(String number) {
    long digits = 0;
    for (int i = 0; i < number.length(); i++) {
      if (isDigit(number, i)) {
        digits = digits * 10 + number.charAt(i) - '0';
      }
    }
    return CheckDigits.cpf(digits) || CheckDigits.nis(digits);
  }

  /** Where a number of eleven digits ends that begins at a place, which none continues; or -1. */
  private static int numberEnd(String text, int from) {
    int end = groupsEnd(text, from, CPF_GROUPS, CPF_MARKS);
    return end >= 0 ? end : groupsEnd(text, from, NIS_GROUPS, NIS_MARKS);
  }

  private static int groupsEnd(String text, int from, int[] groups, String[] marks) {
    int at = from;
    for (int group = 0; group < groups.length; group++) {
      for (int left = groups[group]; left > 0; left--, at++) {
        if (!isDigit(text, at)) {
          return -1;
        }
      }
      if (group < marks.length
          && at < text.length()
          && marks[group].indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    return isDigit(text, at) ? -1 : at;
  }

  private static int endOfDigits(String text, int from) {
    int at = from;
    while (isDigit(text, at)) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean mayHoldNumber(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text, i) && ++digits == 11) {
        return true;
      }
    }
    return false;
  }
}
