package org.valida.text;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of hosts: RFC 1034, clause 3.1, with digits first as RFC 1123, clause 2.1 allows; and the
 * international ones of RFC 5890 to 5893 (IDNA2008). A name has 1 to 253 characters in its ASCII
 * form, and no final dot.
 */
final class Hostnames {

  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;
  private static final String PREFIX = "xn--";

  private Hostnames() {}

  /** Labels of ASCII letters, digits and inner hyphens; {@code xn--} is not looked into. */
  static boolean isHostname(String text) {
    if (text.length() > MAX_NAME) {
      return false;
    }
    for (var label : text.split("\\.", -1)) {
      if (!isAsciiLabel(label)) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #isHostname}, where each label that begins with {@code xn--} must be an A-label. */
  static boolean isHostnameWithALabels(String text) {
    if (!isHostname(text)) {
      return false;
    }
    for (var label : text.split("\\.", -1)) {
      if (isPrefixed(label)) {
        var decoded = decoded(label);
        if (decoded.isEmpty()
            || HostnamesBidi.isRightToLeft(decoded.get())
                && !HostnamesBidi.isValid(decoded.get())) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Labels in ASCII, as A-labels or as U-labels, between dots or the three dots that RFC 3490,
   * clause 3.1 counts as such.
   */
  static boolean isIdnHostname(String text) {
    if (text.length() > 2 * MAX_NAME) {
      return false;
    }
    var labels = new ArrayList<String>();
    var length = -1;
    for (var label : text.split("[.\u3002\uFF0E\uFF61]", -1)) {
      var ascii = asciiOf(label);
      if (ascii.isEmpty() || ascii.get().length() > MAX_LABEL) {
        return false;
      }
      length += ascii.get().length() + 1;
      labels.add(isPrefixed(label) ? decoded(label).orElseThrow() : label);
    }
    return length <= MAX_NAME
        && (labels.stream().noneMatch(HostnamesBidi::isRightToLeft)
            || labels.stream().allMatch(HostnamesBidi::isValid));
  }

  /** The label's ASCII form; empty if the label is none of IDNA2008. */
  private static Optional<String> asciiOf(String label) {
    if (label.chars().allMatch(c -> c < 0x80)) {
      var valid = isPrefixed(label) ? decoded(label).isPresent() : !label.startsWith("--", 2);
      return valid && isAsciiLabel(label) ? Optional.of(label) : Optional.empty();
    }
    return HostnamesLabels.isULabel(label)
        ? Optional.of(PREFIX + HostnamesPunycode.encode(label))
        : Optional.empty();
  }

  /** The U-label of an A-label, which must be just what the U-label encodes to. */
  private static Optional<String> decoded(String label) {
    var encoded = label.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    return isAsciiLabel(label)
        ? HostnamesPunycode.decode(encoded)
            .filter(HostnamesLabels::isULabel)
            .filter(decoded -> HostnamesPunycode.encode(decoded).equals(encoded))
        : Optional.empty();
  }

  private static boolean isPrefixed(String label) {
    return label.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  private static boolean isAsciiLabel(String label) {
    return !label.isEmpty()
        && label.length() <= MAX_LABEL
        && !label.startsWith("-")
        && !label.endsWith("-")
        && label.chars().allMatch(Hostnames::isLetterDigitHyphen);
  }

  static boolean isLetterDigitHyphen(int c) {
    return EcmaScanner.isLetter(c) || EcmaScanner.isDigit(c) || c == '-';
  }
}
