package org.valida.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Unicode's general categories under their names in ECMA-262: UAX 44, PropertyValueAliases.txt. */
final class EcmaCategories {

  private static final Map<String, EcmaSet> BY_NAME = new EcmaCategories().named();

  private final Map<Integer, EcmaSet> byType = EcmaSet.partition(Character::getType);
  private final Map<String, EcmaSet> sets = new HashMap<>();

  private EcmaCategories() {}

  static Optional<EcmaSet> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private Map<String, EcmaSet> named() {
    put(Character.UPPERCASE_LETTER, "Lu", "Uppercase_Letter");
    put(Character.LOWERCASE_LETTER, "Ll", "Lowercase_Letter");
    put(Character.TITLECASE_LETTER, "Lt", "Titlecase_Letter");
    put(Character.MODIFIER_LETTER, "Lm", "Modifier_Letter");
    put(Character.OTHER_LETTER, "Lo", "Other_Letter");
    put(Character.NON_SPACING_MARK, "Mn", "Nonspacing_Mark");
    put(Character.COMBINING_SPACING_MARK, "Mc", "Spacing_Mark");
    put(Character.ENCLOSING_MARK, "Me", "Enclosing_Mark");
    put(Character.DECIMAL_DIGIT_NUMBER, "Nd", "Decimal_Number", "digit");
    put(Character.LETTER_NUMBER, "Nl", "Letter_Number");
    put(Character.OTHER_NUMBER, "No", "Other_Number");
    put(Character.MATH_SYMBOL, "Sm", "Math_Symbol");
    put(Character.CURRENCY_SYMBOL, "Sc", "Currency_Symbol");
    put(Character.MODIFIER_SYMBOL, "Sk", "Modifier_Symbol");
    put(Character.OTHER_SYMBOL, "So", "Other_Symbol");
    put(Character.CONNECTOR_PUNCTUATION, "Pc", "Connector_Punctuation");
    put(Character.DASH_PUNCTUATION, "Pd", "Dash_Punctuation");
    put(Character.START_PUNCTUATION, "Ps", "Open_Punctuation");
    put(Character.END_PUNCTUATION, "Pe", "Close_Punctuation");
    put(Character.INITIAL_QUOTE_PUNCTUATION, "Pi", "Initial_Punctuation");
    put(Character.FINAL_QUOTE_PUNCTUATION, "Pf", "Final_Punctuation");
    put(Character.OTHER_PUNCTUATION, "Po", "Other_Punctuation");
    put(Character.SPACE_SEPARATOR, "Zs", "Space_Separator");
    put(Character.LINE_SEPARATOR, "Zl", "Line_Separator");
    put(Character.PARAGRAPH_SEPARATOR, "Zp", "Paragraph_Separator");
    put(Character.CONTROL, "Cc", "Control", "cntrl");
    put(Character.FORMAT, "Cf", "Format");
    put(Character.SURROGATE, "Cs", "Surrogate");
    put(Character.PRIVATE_USE, "Co", "Private_Use");
    put(Character.UNASSIGNED, "Cn", "Unassigned");
    join("Lu Ll Lt", "LC", "Cased_Letter");
    join("Lu Ll Lt Lm Lo", "L", "Letter");
    join("Mn Mc Me", "M", "Mark", "Combining_Mark");
    join("Nd Nl No", "N", "Number");
    join("Sm Sc Sk So", "S", "Symbol");
    join("Pc Pd Ps Pe Pi Pf Po", "P", "Punctuation", "punct");
    join("Zs Zl Zp", "Z", "Separator");
    join("Cc Cf Cs Co Cn", "C", "Other");
    return Map.copyOf(sets);
  }

  private void put(int type, String... names) {
    for (var name : names) {
      sets.put(name, byType.getOrDefault(type, EcmaSet.NONE));
    }
  }

  private void join(String parts, String... names) {
    var joined = EcmaSet.union(Arrays.stream(parts.split(" ")).map(sets::get).toList());
    for (var name : names) {
      sets.put(name, joined);
    }
  }
}
