package org.valida.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Documents made for tests, and places in them found the slow and certain way. */
final class Documents {

  private Documents() {}

  static byte[] utf8(CharSequence text) {
    return text.toString().getBytes(UTF_8);
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** For messages: one character for each byte. */
  static String shown(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** An indented document with some texts beyond ASCII and every kind of line end. */
  static byte[] pretty(int atLeast) {
    var random = new Random(7);
    var text = new StringBuilder("[");
    var ends = new String[] {"\n", "\n", "\r\n", "\r"};
    for (int i = 0; text.length() < atLeast; i++) {
      String end = ends[random.nextInt(ends.length)];
      text.append(i == 0 ? "" : ",").append(end).append("  {").append(end);
      text.append("    \"cod_fonte\": ").append(random.nextInt(1_000)).append(',').append(end);
      text.append("    \"vlr\": ").append(random.nextInt(100_000) / 100.0).append(',').append(end);
      text.append("    \"nome\": \"Jo\u00e3o \ud83d\ude00\", \"\u00e9\": null").append(end);
      text.append("  }");
    }
    return utf8(text.append("\n]\n"));
  }

  /** Lines and columns counted byte by byte. */
  static final class Places {

    private final byte[] document;
    private int at;
    private long line = 1;
    private long column = 1;

    Places(byte[] document) {
      this.document = document;
      boolean mark =
          document.length > 2 && document[0] == (byte) 0xEF && document[1] == (byte) 0xBB;
      at = mark ? 3 : 0;
    }

    void moveTo(int offset) {
      for (; at < offset; at++) {
        int c = document[at];
        boolean first = c == '\r' && at + 1 < document.length && document[at + 1] == '\n';
        if (c == '\n' || (c == '\r' && !first)) {
          line++;
          column = 1;
        } else if ((c & 0xC0) != 0x80) {
          column++;
        }
      }
    }

    long line() {
      return line;
    }

    long column() {
      return column;
    }
  }
}
