package org.valida.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The properties that {@code \p{...}} may name: those of ECMA-262, clause 22.2.1, with their
 * aliases, spelled exactly so. Members come from the running Java's version of Unicode.
 */
final class EcmaProperties {

  private static final Map<String, IntPredicate> BINARY =
      Map.ofEntries(
          Map.entry("Any", c -> true),
          Map.entry("ASCII", c -> c < 0x80),
          Map.entry("Assigned", Character::isDefined),
          Map.entry("Alphabetic", Character::isAlphabetic),
          Map.entry("Alpha", Character::isAlphabetic),
          Map.entry("Lowercase", Character::isLowerCase),
          Map.entry("Lower", Character::isLowerCase),
          Map.entry("Uppercase", Character::isUpperCase),
          Map.entry("Upper", Character::isUpperCase),
          Map.entry("Ideographic", Character::isIdeographic),
          Map.entry("Ideo", Character::isIdeographic),
          Map.entry("Bidi_Mirrored", Character::isMirrored),
          Map.entry("Bidi_M", Character::isMirrored),
          Map.entry("Noncharacter_Code_Point", c -> (c & 0xFFFE) == 0xFFFE || isArabicGap(c)),
          Map.entry("NChar", c -> (c & 0xFFFE) == 0xFFFE || isArabicGap(c)));

  private static final Map<String, String> LISTED =
      Map.ofEntries(
          Map.entry("ASCII_Hex_Digit", "30-39 41-46 61-66"),
          Map.entry("AHex", "30-39 41-46 61-66"),
          Map.entry("Hex_Digit", "30-39 41-46 61-66 FF10-FF19 FF21-FF26 FF41-FF46"),
          Map.entry("Hex", "30-39 41-46 61-66 FF10-FF19 FF21-FF26 FF41-FF46"),
          Map.entry("Join_Control", "200C-200D"),
          Map.entry("Join_C", "200C-200D"),
          Map.entry("Regional_Indicator", "1F1E6-1F1FF"),
          Map.entry("RI", "1F1E6-1F1FF"),
          Map.entry("Pattern_White_Space", "9-D 20 85 200E-200F 2028-2029"),
          Map.entry("Pat_WS", "9-D 20 85 200E-200F 2028-2029"),
          Map.entry("White_Space", "9-D 20 85 A0 1680 2000-200A 2028-2029 202F 205F 3000"),
          Map.entry("space", "9-D 20 85 A0 1680 2000-200A 2028-2029 202F 205F 3000"));

  /** Binary properties of ECMA-262 for which Java 17 has no data. */
  private static final Set<String> WITHOUT_DATA =
      Set.of(
          ("Bidi_Control Bidi_C Case_Ignorable CI Cased Changes_When_Casefolded CWCF"
                  + " Changes_When_Casemapped CWCM Changes_When_Lowercased CWL"
                  + " Changes_When_NFKC_Casefolded CWKCF Changes_When_Titlecased CWT"
                  + " Changes_When_Uppercased CWU Dash Default_Ignorable_Code_Point DI Deprecated"
                  + " Dep Diacritic Dia Emoji Emoji_Component EComp Emoji_Modifier EMod"
                  + " Emoji_Modifier_Base EBase Emoji_Presentation EPres Extended_Pictographic"
                  + " ExtPict Extender Ext Grapheme_Base Gr_Base Grapheme_Extend Gr_Ext"
                  + " IDS_Binary_Operator IDSB IDS_Trinary_Operator IDST ID_Continue IDC ID_Start"
                  + " IDS Logical_Order_Exception LOE Math Pattern_Syntax Pat_Syn Quotation_Mark"
                  + " QMark Radical Sentence_Terminal STerm Soft_Dotted SD Terminal_Punctuation"
                  + " Term Unified_Ideograph UIdeo Variation_Selector VS XID_Continue XIDC"
                  + " XID_Start XIDS")
              .split(" "));

  /** Every script's members, found in one pass when the first is asked for. */
  private static final class Scripts {
    static final Map<Integer, EcmaSet> SETS =
        EcmaSet.partition(c -> Character.UnicodeScript.of(c).ordinal());
  }

  private EcmaProperties() {}

  /**
   * The set that the text between the braces names; empty if ECMA-262 knows no such property.
   *
   * @throws PatternUnsupportedException for a property that ECMA-262 knows and Java does not
   */
  static Optional<EcmaSet> named(String text) {
    var equals = text.indexOf('=');
    if (equals < 0) {
      return EcmaCategories.named(text).or(() -> binary(text));
    }
    var value = text.substring(equals + 1);
    return switch (text.substring(0, equals)) {
      case "General_Category", "gc" -> EcmaCategories.named(value);
      case "Script", "sc" -> script(value);
      case "Script_Extensions", "scx" -> {
        if (script(value).isPresent()) {
          throw unsupported(text);
        }
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static Optional<EcmaSet> binary(String name) {
    if (WITHOUT_DATA.contains(name)) {
      throw unsupported(name);
    }
    var listed = LISTED.get(name);
    return listed != null
        ? Optional.of(EcmaSet.ofHex(listed))
        : Optional.ofNullable(BINARY.get(name)).map(EcmaSet::matching);
  }

  private static Optional<EcmaSet> script(String name) {
    Character.UnicodeScript script;
    try {
      script = Character.UnicodeScript.forName(name);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
    // forName takes any case; ECMA-262 takes Old_Italic and Ital only
    if (!name.equals(title(name)) && !name.equals("SignWriting")) {
      return Optional.empty();
    }
    return Optional.of(Scripts.SETS.getOrDefault(script.ordinal(), EcmaSet.NONE));
  }

  private static String title(String name) {
    var titled = new StringBuilder(name.toLowerCase(Locale.ROOT));
    for (var i = 0; i < titled.length(); i++) {
      if (i == 0 || titled.charAt(i - 1) == '_') {
        titled.setCharAt(i, Character.toUpperCase(titled.charAt(i)));
      }
    }
    return titled.toString();
  }

  private static boolean isArabicGap(int c) {
    return c >= 0xFDD0 && c <= 0xFDEF;
  }

  private static PatternUnsupportedException unsupported(String property) {
    return new PatternUnsupportedException(
        "The pattern uses \\p{" + property + "}, a property that is not known here.");
  }
}
