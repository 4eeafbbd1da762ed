package org.valida.schema;

/** Recognises the classic ways in which a value comes in the wrong JSON type. */
final class TypeHints {

  private TypeHints() {}

  /** The variant of the message about a wrong type, "" for the plain one. */
  static String variant(Node node, Value value) {
    boolean objectDue = (node.types & Value.OBJECT) != 0;
    boolean arrayDue = (node.types & Value.ARRAY) != 0;
    if (value.type() == Value.STRING && (objectDue || arrayDue) && looksLikeJson(value)) {
      return "json-in-string";
    }
    if (value.type() == Value.ARRAY && objectDue && value.cursor().depth() == 0) {
      return "top-level-array";
    }
    if (value.type() == Value.OBJECT && arrayDue) {
      return value.cursor().depth() == 0 ? "envelope" : "ente-object";
    }
    return "";
  }

  private static boolean looksLikeJson(Value value) {
    byte[] bytes = value.bytes();
    for (int at = value.from(); at < value.to(); at++) {
      byte b = bytes[at];
      if (b == '{' || b == '[') {
        return true;
      }
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return false;
  }
}
