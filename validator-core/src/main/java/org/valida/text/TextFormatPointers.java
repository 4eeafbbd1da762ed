package org.valida.text;

/** JSON pointers and relative ones. */
final class TextFormatPointers {

  private TextFormatPointers() {}

  /** RFC 6901, clause 3, in the form of a string: not as a fragment of a URI. */
  static boolean isPointer(String text) {
    return isPointer(text, 0);
  }

  /** draft-handrews-relative-json-pointer-01, clause 3: a count of levels, then # or a pointer. */
  static boolean isRelativePointer(String text) {
    var at = 0;
    while (at < text.length() && EcmaScanner.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == 0 || at > 1 && text.charAt(0) == '0') {
      return false;
    }
    return text.length() == at + 1 && text.charAt(at) == '#' || isPointer(text, at);
  }

  private static boolean isPointer(String text, int start) {
    if (start < text.length() && text.charAt(start) != '/') {
      return false;
    }
    for (var at = text.indexOf('~', start); at >= 0; at = text.indexOf('~', at + 1)) {
      var escaped = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (escaped != '0' && escaped != '1') {
        return false;
      }
    }
    return true;
  }
}
