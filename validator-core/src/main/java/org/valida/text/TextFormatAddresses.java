package org.valida.text;

/** The textual forms of IP addresses. */
final class TextFormatAddresses {

  private TextFormatAddresses() {}

  /** Four decimal octets, {@code dotted-quad} of RFC 2673, clause 3.2; no leading zeros. */
  static boolean isIpv4(String text) {
    if (text.length() > 15) {
      return false;
    }
    var parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (var part : parts) {
      if (!isOctet(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOctet(String part) {
    if (part.isEmpty() || part.length() > 3 || part.length() > 1 && part.charAt(0) == '0') {
      return false;
    }
    var value = 0;
    for (var i = 0; i < part.length(); i++) {
      if (!EcmaScanner.isDigit(part.charAt(i))) {
        return false;
      }
      value = value * 10 + part.charAt(i) - '0';
    }
    return value <= 255;
  }

  /** RFC 4291, clause 2.2, in all its three forms; without zone or prefix length. */
  static boolean isIpv6(String text) {
    if (text.length() > 45) {
      return false;
    }
    var gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, true) == 8;
    }
    var before = groups(text.substring(0, gap), false);
    var after = groups(text.substring(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** How many groups of 16 bits the text holds; -1 if it is not made of such groups. */
  private static int groups(String text, boolean mayEndInIpv4) {
    if (text.isEmpty()) {
      return 0;
    }
    var parts = text.split(":", -1);
    var count = 0;
    for (var i = 0; i < parts.length; i++) {
      if (isGroup(parts[i])) {
        count++;
      } else if (mayEndInIpv4 && i == parts.length - 1 && isIpv4(parts[i])) {
        count += 2;
      } else {
        return -1;
      }
    }
    return count;
  }

  private static boolean isGroup(String part) {
    return !part.isEmpty()
        && part.length() <= 4
        && part.chars().allMatch(c -> EcmaScanner.hexDigit(c) >= 0);
  }
}
