package org.valida.server.roundtrip;

import org.valida.json.Decimal;
import org.valida.server.consulta.Attribute;

/**
 * A value as a document writes it.
 *
 * @param kind what it is in JSON
 * @param text of a string, decoded; of anything else as written
 */
record Cell(Kind kind, String text, Place place) {

  enum Kind {
    TEXT,
    NUMBER,
    NULL,
    /** True, false, an object or an array: never right. */
    OTHER
  }

  /**
   * What makes two values of an attribute equal: of a number its value, whether in quotes or not;
   * of a text its code points. A code written as a number is its digits.
   */
  String meaning(Attribute.Kind attribute) {
    if (kind == Kind.NULL || kind == Kind.OTHER) {
      return kind + text;
    }
    return attribute == Attribute.Kind.TEXT ? "=" + text : number();
  }

  private String number() {
    try {
      return "#" + Decimal.of(text);
    } catch (NumberFormatException e) {
      return "=" + text;
    }
  }
}
