package org.valida.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;

/** The rules for one U-label: RFC 5891, clauses 4.1 and 4.2; contexts by RFC 5892, appendix A. */
final class HostnamesLabels {

  private static final Set<UnicodeScript> JAPANESE =
      Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HAN);

  private HostnamesLabels() {}

  /**
   * Whether the label is a U-label; its length and the Bidi rule apart. A label of ASCII alone is
   * none.
   */
  static boolean isULabel(String label) {
    if (label.startsWith("-")
        || label.endsWith("-")
        || label.startsWith("--", 2)
        || label.chars().allMatch(c -> c < 0x80)
        || !Normalizer.isNormalized(label, Normalizer.Form.NFC)) {
      return false;
    }
    var codePoints = label.codePoints().toArray();
    if (isMark(codePoints[0])) {
      return false;
    }
    for (var i = 0; i < codePoints.length; i++) {
      var fits =
          switch (HostnamesCodePoints.statusOf(codePoints[i])) {
            case VALID -> true;
            case IN_CONTEXT -> fitsContext(codePoints, i);
            case DISALLOWED -> false;
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMark(int c) {
    var type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean fitsContext(int[] label, int at) {
    var before = at > 0 ? label[at - 1] : -1;
    var after = at + 1 < label.length ? label[at + 1] : -1;
    return switch (label[at]) {
      case 0x200C -> HostnamesJoining.isVirama(before) || HostnamesJoining.joins(label, at);
      case 0x200D -> HostnamesJoining.isVirama(before);
      case 0x00B7 -> before == 'l' && after == 'l';
      case 0x0375 -> after >= 0 && UnicodeScript.of(after) == UnicodeScript.GREEK;
      case 0x05F3, 0x05F4 -> before >= 0 && UnicodeScript.of(before) == UnicodeScript.HEBREW;
      case 0x30FB -> hasJapanese(label);
      default -> {
        var other = label[at] < 0x06F0 ? 0x06F0 : 0x0660;
        yield !hasBetween(label, other, other + 9);
      }
    };
  }

  private static boolean hasJapanese(int[] label) {
    for (var c : label) {
      if (c != 0x30FB && JAPANESE.contains(UnicodeScript.of(c))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasBetween(int[] label, int first, int last) {
    for (var c : label) {
      if (c >= first && c <= last) {
        return true;
      }
    }
    return false;
  }
}
