package org.valida.text;

/** URIs by RFC 3986, appendix A, and IRIs by RFC 3987, clause 2.2. */
final class Uris {

  private static final String MARKS = "-._~!$&'()*+,;=";

  private Uris() {}

  /** With a scheme. */
  static boolean isUri(String text) {
    return schemeEnd(text) > 0 && isReference(text, false);
  }

  static boolean isUriReference(String text) {
    return isReference(text, false);
  }

  /** With a scheme. */
  static boolean isIri(String text) {
    return schemeEnd(text) > 0 && isReference(text, true);
  }

  static boolean isIriReference(String text) {
    return isReference(text, true);
  }

  private static boolean isReference(String text, boolean international) {
    var scheme = schemeEnd(text);
    if (scheme < 0) {
      return false;
    }
    var hash = text.indexOf('#');
    var beforeHash = hash < 0 ? text.length() : hash;
    var mark = text.indexOf('?');
    var pathEnd = mark < 0 || mark > beforeHash ? beforeHash : mark;
    var start = scheme == 0 ? 0 : scheme + 1;
    if (text.startsWith("//", start)) {
      var slash = text.indexOf('/', start + 2);
      var end = slash < 0 || slash > pathEnd ? pathEnd : slash;
      if (!isAuthority(text.substring(start + 2, end), international)) {
        return false;
      }
      start = end;
    }
    return isMadeOf(text.substring(start, pathEnd), ":@/", international, false)
        && isMadeOf(text.substring(pathEnd, beforeHash), ":@/?", international, true)
        && (hash < 0 || isMadeOf(text.substring(hash + 1), ":@/?", international, false));
  }

  /**
   * The index of the colon after the scheme, 0 if there is no scheme; -1 if a colon stands where
   * only a scheme may have one, in the first segment.
   */
  private static int schemeEnd(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return 0;
      }
      if (c == ':') {
        return isScheme(text.substring(0, i)) ? i : -1;
      }
    }
    return 0;
  }

  private static boolean isScheme(String text) {
    return !text.isEmpty()
        && EcmaScanner.isLetter(text.charAt(0))
        && text.chars()
            .allMatch(
                c -> EcmaScanner.isLetter(c) || EcmaScanner.isDigit(c) || "+-.".indexOf(c) >= 0);
  }

  private static boolean isAuthority(String text, boolean international) {
    var at = text.indexOf('@');
    if (at >= 0 && !isMadeOf(text.substring(0, at), ":", international, false)) {
      return false;
    }
    var rest = text.substring(at + 1);
    if (rest.startsWith("[")) {
      var close = rest.indexOf(']');
      return close > 0 && isLiteral(rest.substring(1, close)) && isPort(rest.substring(close + 1));
    }
    var colon = rest.indexOf(':');
    var end = colon < 0 ? rest.length() : colon;
    return isMadeOf(rest.substring(0, end), "", international, false)
        && isPort(rest.substring(end));
  }

  /** {@code IP-literal} without its brackets. */
  private static boolean isLiteral(String text) {
    if (!text.startsWith("v") && !text.startsWith("V")) {
      return TextFormatAddresses.isIpv6(text);
    }
    var dot = text.indexOf('.');
    return dot > 1
        && dot < text.length() - 1
        && text.substring(1, dot).chars().allMatch(c -> EcmaScanner.hexDigit(c) >= 0)
        && text.indexOf('%') < 0
        && isMadeOf(text.substring(dot + 1), ":", false, false);
  }

  /** Nothing, or a colon and any number of digits. */
  private static boolean isPort(String text) {
    return text.isEmpty()
        || text.charAt(0) == ':' && text.substring(1).chars().allMatch(EcmaScanner::isDigit);
  }

  /** Whether the text is made of unreserved characters, sub-delimiters, escapes and the others. */
  private static boolean isMadeOf(
      String text, String others, boolean international, boolean privateToo) {
    for (var i = 0; i < text.length(); ) {
      var c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '%') {
        if (!isEscape(text, i - 1)) {
          return false;
        }
        i += 2;
      } else if (!EcmaScanner.isLetter(c)
          && !EcmaScanner.isDigit(c)
          && MARKS.indexOf(c) < 0
          && others.indexOf(c) < 0
          && !(international && (isUcsChar(c) || privateToo && isPrivate(c)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a percent sign and two hexadecimal digits stand there. */
  static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && text.charAt(at) == '%'
        && EcmaScanner.hexDigit(text.charAt(at + 1)) >= 0
        && EcmaScanner.hexDigit(text.charAt(at + 2)) >= 0;
  }

  /** {@code ucschar} of RFC 3987. */
  static boolean isUcsChar(int c) {
    return c >= 0xA0 && c <= 0xD7FF
        || c >= 0xF900 && c <= 0xFDCF
        || c >= 0xFDF0 && c <= 0xFFEF
        || c >= 0x10000 && c <= 0xEFFFD && (c & 0xFFFF) <= 0xFFFD && (c < 0xE0000 || c > 0xE0FFF);
  }

  /** {@code iprivate} of RFC 3987. */
  static boolean isPrivate(int c) {
    return c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000 && (c & 0xFFFF) <= 0xFFFD;
  }
}
