package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.valida.schema.QuietText;

class DigitTextTest {

  private static long read(String text) {
    // Nothing behind the text may be looked at.
    byte[] bytes = ("7" + text).getBytes(StandardCharsets.US_ASCII);
    return DigitText.read(bytes, 1, bytes.length);
  }

  @Test
  void readsUpToEighteenDigits() {
    var digits = "987654321098765432";
    for (int length = 1; length <= digits.length(); length++) {
      var text = digits.substring(0, length);
      assertThat(read(text)).isEqualTo(Long.parseLong(text));
    }
    assertThat(read(digits + "1")).isEqualTo(QuietText.SPEAKS);
    assertThat(read("")).isEqualTo(QuietText.SPEAKS);
    assertThat(read("000000001")).isEqualTo(1);
  }

  @Test
  void readsNothingElse() {
    for (int length = 1; length <= 18; length++) {
      for (int at = 0; at < length; at++) {
        for (char other : new char[] {'/', ':', ' ', '\0', 'a', '\u007f'}) {
          var text = new StringBuilder("1".repeat(length));
          text.setCharAt(at, other);
          assertThat(read(text.toString())).isEqualTo(QuietText.SPEAKS);
        }
      }
    }
  }
}
