package org.valida.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Random;

/** Makes documents from a seed: every kind of value, escape, number, white space and character. */
final class DocumentMaker {

  private static final String[] CHARACTERS = {
    "a",
    "b",
    "Z",
    "0",
    " ",
    "_",
    "/",
    "\u00e3",
    "\u00e7",
    "\u20ac",
    "\ud83d\ude00",
    "\u007f",
    "\\\"",
    "\\\\",
    "\\/",
    "\\b",
    "\\f",
    "\\n",
    "\\r",
    "\\t",
    "\\u00e9",
    "\\uD83D\\uDE00",
    "\\u0000"
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "1",
    "12",
    "540",
    "2024",
    "3106200",
    "12345678",
    "12345678901234567890",
    "0.5",
    "-1.25",
    "1234567.89",
    "1.125",
    "1e5",
    "1E-7",
    "-2.5e+10",
    "0.00",
    "9999999999999.99"
  };
  private static final String[] SPACES = {
    "", "", "", " ", "  ", "\n", "\r\n", "\t", "\n    ", "\r"
  };
  private static final String INSERTED = "{}[]\",:\\'/ \n\t0123456789.eE+-tfnaxu<\0\u001f";

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  DocumentMaker(long seed) {
    random = new Random(seed);
  }

  byte[] document() {
    space();
    value(0);
    space();
    return text.toString().getBytes(UTF_8);
  }

  /** The document with up to three bytes changed, put in, taken out, or its end cut off. */
  static byte[] mutated(byte[] document, Random random) {
    byte[] bytes = document;
    for (int n = random.nextInt(3); n >= 0 && bytes.length > 0; n--) {
      int at = random.nextInt(bytes.length);
      byte[] before = Arrays.copyOf(bytes, at);
      byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
      byte[] other = {(byte) INSERTED.charAt(random.nextInt(INSERTED.length()))};
      switch (random.nextInt(8)) {
        case 0 -> bytes = before;
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2, 3 -> bytes[at] = other[0];
        case 4, 5 -> bytes = Documents.join(before, Documents.join(other, after));
        case 6 -> bytes = Documents.join(before, Arrays.copyOfRange(after, 1, after.length));
        default -> bytes = Documents.join(before, Documents.join(after, before));
      }
    }
    return bytes;
  }

  private void value(int depth) {
    int kind = random.nextInt(depth > 5 ? 8 : 12);
    switch (kind) {
      case 0 -> text.append("true");
      case 1 -> text.append("false");
      case 2 -> text.append("null");
      case 3, 4, 5 -> text.append(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 6, 7 -> string();
      case 8, 9 -> array(depth);
      default -> object(depth);
    }
  }

  private void object(int depth) {
    text.append('{');
    space();
    int members = random.nextInt(5);
    for (int i = 0; i < members; i++) {
      string();
      space();
      text.append(':');
      space();
      value(depth + 1);
      space();
      text.append(i + 1 < members ? "," : "");
      space();
    }
    text.append('}');
  }

  private void array(int depth) {
    text.append('[');
    space();
    int elements = random.nextInt(5);
    for (int i = 0; i < elements; i++) {
      value(depth + 1);
      space();
      text.append(i + 1 < elements ? "," : "");
      space();
    }
    text.append(']');
  }

  private void string() {
    text.append('"');
    boolean plain = random.nextBoolean();
    for (int n = random.nextInt(20); n > 0; n--) {
      text.append(CHARACTERS[random.nextInt(plain ? 6 : CHARACTERS.length)]);
    }
    text.append('"');
  }

  private void space() {
    text.append(SPACES[random.nextInt(SPACES.length)]);
  }
}
