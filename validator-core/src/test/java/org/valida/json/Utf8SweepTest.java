package org.valida.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.valida.json.JsonCursor.Token;

/** Compares the cursor's judgement of bytes with the strict decoder of the platform. */
class Utf8SweepTest {

  private final CharsetDecoder strict =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  private final Utf8Cursor cursor = Utf8Cursor.over(new byte[0], Limits.defaults());
  private final CharBuffer decoded = CharBuffer.allocate(128);

  @Test
  void allSequencesOfOneTwoAndThreeBytes() {
    byte[] one = " \"a\"".getBytes(UTF_8);
    byte[] two = " \"ab\"".getBytes(UTF_8);
    byte[] three = " \"abc\"".getBytes(UTF_8);
    for (int a = 0; a < 256; a++) {
      one[2] = (byte) a;
      compare(one);
      two[2] = (byte) a;
      three[2] = (byte) a;
      for (int b = 0; b < 256; b++) {
        two[3] = (byte) b;
        compare(two);
        if (a < 0x80) {
          continue; // Then the other two are a sequence of two bytes, which has its turn.
        }
        three[3] = (byte) b;
        for (int c = 0; c < 256; c++) {
          three[4] = (byte) c;
          compare(three);
        }
      }
    }
  }

  @Test
  void sequencesOfFourBytesAtEveryEdge() {
    int[] edges = {0x22, 0x7F, 0x80, 0xA0, 0xBF, 0xC0};
    byte[] text = " \"abcd\"".getBytes(UTF_8);
    for (int a = 0x80; a < 256; a++) {
      text[2] = (byte) a;
      for (int b = 0; b < 256; b++) {
        text[3] = (byte) b;
        for (int c : edges) {
          text[4] = (byte) c;
          for (int d : edges) {
            text[5] = (byte) d;
            compare(text);
          }
        }
      }
    }
  }

  @Test
  void randomMixturesOfGoodAndBadSequences() {
    var random = new Random(20);
    String[] good = {"a", "\u00e9", "\u20ac", "\ud83d\ude00", "abcdefgh"};
    for (int i = 0; i < 200_000; i++) {
      var text = new StringBuilder(" \"");
      for (int n = random.nextInt(8); n >= 0; n--) {
        text.append(good[random.nextInt(good.length)]);
      }
      byte[] bytes = Documents.utf8(text.append('"'));
      bytes[2 + random.nextInt(bytes.length - 3)] ^= (byte) (1 << random.nextInt(8));
      compare(bytes);
    }
  }

  private void compare(byte[] text) {
    var result = decode(text);
    int badByte = result < 0 ? Integer.MAX_VALUE : result;
    int notJson = notJson(text, Math.min(badByte, text.length));
    cursor.reset(text, 0, text.length, 0, 1, 1);
    try {
      cursor.next();
      boolean whole = cursor.token() == Token.STRING;
      cursor.next();
      boolean plain = notJson == Integer.MAX_VALUE || text[notJson] == '\\';
      if (badByte < text.length || !plain || !whole) {
        fail("accepted " + Documents.shown(text));
      }
    } catch (JsonStop stop) {
      boolean encoding = stop.kind() == JsonStop.Kind.ENCODING;
      if (encoding ? stop.offset() != badByte : notJson == Integer.MAX_VALUE) {
        fail(stop.getMessage() + " for " + Documents.shown(text) + ", expected " + badByte);
      }
    }
  }

  /** Index of the first bad sequence, or -1. */
  private int decode(byte[] text) {
    var bytes = ByteBuffer.wrap(text);
    decoded.clear();
    strict.reset();
    var result = strict.decode(bytes, decoded, true);
    if (result.isOverflow()) {
      fail("the test's own buffer is too small");
    }
    return result.isError() ? bytes.position() : -1;
  }

  /**
   * Where, before an index, a byte stands that is no plain part of a text: then the rest is not
   * text any more.
   */
  private static int notJson(byte[] text, int before) {
    for (int i = 2; i < before; i++) {
      boolean closing = i == text.length - 1;
      if ((text[i] >= 0 && text[i] < ' ') || text[i] == '\\' || (text[i] == '"' && !closing)) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }
}
