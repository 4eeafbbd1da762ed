package org.valida.text;

/** URI templates of every level: the grammar of RFC 6570, clause 2. */
final class UrisTemplate {

  private static final String NOT_LITERAL = " \"%<>\\^`{|}";
  private static final String OPERATORS = "+#./;?&=,!@|";

  private UrisTemplate() {}

  static boolean isTemplate(String text) {
    for (var i = 0; i < text.length(); ) {
      var c = text.codePointAt(i);
      if (c == '{') {
        var end = text.indexOf('}', i);
        if (end < 0 || !isExpression(text.substring(i + 1, end))) {
          return false;
        }
        i = end + 1;
      } else if (Uris.isEscape(text, i)) {
        i += 3;
      } else if (isLiteral(c)) {
        i += Character.charCount(c);
      } else {
        return false;
      }
    }
    return true;
  }

  /** The apostrophe counts as one too, as in URIs, though the grammar of the RFC leaves it out. */
  private static boolean isLiteral(int c) {
    return c < 0x80
        ? c > ' ' && c < 0x7F && NOT_LITERAL.indexOf(c) < 0
        : Uris.isUcsChar(c) || Uris.isPrivate(c);
  }

  private static boolean isExpression(String text) {
    var start = !text.isEmpty() && OPERATORS.indexOf(text.charAt(0)) >= 0 ? 1 : 0;
    for (var variable : text.substring(start).split(",", -1)) {
      if (!isVariable(variable)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVariable(String text) {
    if (text.endsWith("*")) {
      return isName(text.substring(0, text.length() - 1));
    }
    var colon = text.indexOf(':');
    return colon < 0
        ? isName(text)
        : isName(text.substring(0, colon)) && isLength(text.substring(colon + 1));
  }

  /** {@code max-length}: 1 to 9999 without leading zero. */
  private static boolean isLength(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.charAt(0) != '0'
        && text.chars().allMatch(EcmaScanner::isDigit);
  }

  private static boolean isName(String text) {
    var afterDot = true;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '.' && !afterDot) {
        afterDot = true;
      } else if (EcmaScanner.isLetter(c) || EcmaScanner.isDigit(c) || c == '_') {
        afterDot = false;
      } else if (Uris.isEscape(text, i)) {
        afterDot = false;
        i += 2;
      } else {
        return false;
      }
    }
    return !afterDot;
  }
}
