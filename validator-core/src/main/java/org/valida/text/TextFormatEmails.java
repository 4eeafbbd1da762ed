package org.valida.text;

import java.nio.charset.StandardCharsets;

/**
 * Mail addresses as mail is sent to them: {@code Mailbox} of RFC 5321, clause 4.1.2, which is the
 * {@code addr-spec} of RFC 5322 without comments, folding and obsolete forms; and the extension of
 * RFC 6531, clause 3.3.
 */
final class TextFormatEmails {

  private static final int MAX_LOCAL_BYTES = 64;
  private static final int MAX_DOMAIN_BYTES = 255;
  private static final String ATOM_MARKS = "!#$%&'*+-/=?^_`{|}~";

  private TextFormatEmails() {}

  static boolean isEmail(String text) {
    return isMailbox(text, false);
  }

  /** Characters beyond ASCII may stand in both parts, composed or not. */
  static boolean isIdnEmail(String text) {
    return isMailbox(text, true);
  }

  private static boolean isMailbox(String text, boolean international) {
    if (text.length() > MAX_LOCAL_BYTES + 1 + MAX_DOMAIN_BYTES) {
      return false;
    }
    var at = text.startsWith("\"") ? quotedEnd(text, international) : atomsEnd(text, international);
    if (at <= 0 || at >= text.length() || text.charAt(at) != '@') {
      return false;
    }
    var domain = text.substring(at + 1);
    if (bytes(text.substring(0, at)) > MAX_LOCAL_BYTES || bytes(domain) > MAX_DOMAIN_BYTES) {
      return false;
    }
    if (domain.startsWith("[")) {
      return isLiteral(domain);
    }
    return international ? isIdnDomain(domain) : Hostnames.isHostname(domain);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Where the {@code Dot-string} at the beginning ends; -1 if there is none. */
  private static int atomsEnd(String text, boolean international) {
    var afterDot = true;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '.' && !afterDot) {
        afterDot = true;
      } else if (isAtomChar(c) || international && isBeyondAscii(text, i)) {
        afterDot = false;
      } else {
        return afterDot ? -1 : i;
      }
    }
    return -1;
  }

  /** Where the {@code Quoted-string} at the beginning ends; -1 if there is none. */
  private static int quotedEnd(String text, boolean international) {
    for (var i = 1; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c == '\\' && ++i < text.length()) {
        c = text.charAt(i);
        international &= c < 0x80;
      }
      if ((c < ' ' || c > '~') && !(international && isBeyondAscii(text, i))) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isAtomChar(char c) {
    return EcmaScanner.isLetter(c) || EcmaScanner.isDigit(c) || ATOM_MARKS.indexOf(c) >= 0;
  }

  /** Whether the unit belongs to a code point beyond ASCII; a surrogate alone is no character. */
  private static boolean isBeyondAscii(String text, int at) {
    var c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c >= 0x80;
  }

  /** RFC 5321, clause 4.1.3: an address in brackets. */
  private static boolean isLiteral(String domain) {
    if (!domain.endsWith("]")) {
      return false;
    }
    var address = domain.substring(1, domain.length() - 1);
    return address.regionMatches(true, 0, "IPv6:", 0, 5)
        ? TextFormatAddresses.isIpv6(address.substring(5))
        : TextFormatAddresses.isIpv4(address);
  }

  private static boolean isIdnDomain(String domain) {
    for (var label : domain.split("\\.", -1)) {
      if (label.isEmpty() || label.startsWith("-") || label.endsWith("-")) {
        return false;
      }
      for (var i = 0; i < label.length(); i++) {
        if (!Hostnames.isLetterDigitHyphen(label.charAt(i)) && !isBeyondAscii(label, i)) {
          return false;
        }
      }
    }
    return true;
  }
}
