package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that are chains of ranges, judged eight bytes at a time, beside those of the JDK. */
class EcmaChainTest {

  private static final String CHARACTERS = "0123456789/:3456789012345678901234567890aAzZ-é\u0000";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^[34][0-9]{7,}$",
        "^[0-9]{8}$",
        "^[1-9][0-9]{5,6}$",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "^[0-9]*$",
        "^[0-9]{3,}$",
        "^[0-9]{16}[3-4]{0,4}$",
        "^[0-9]{9}[a-z]*$",
        "^$"
      })
  void agreesWithAnotherEngine(String pattern) {
    var random = new Random(pattern.hashCode());
    var ours = TextPattern.compile(pattern);
    var theirs = Pattern.compile(pattern.replace("$", "\\z"));
    int matched = 0;
    for (int i = 0; i < 40_000; i++) {
      var text = new StringBuilder();
      for (int left = random.nextInt(30); left > 0; left--) {
        boolean any = random.nextInt(20) == 0;
        text.append(any ? CHARACTERS.charAt(random.nextInt(CHARACTERS.length())) : digit(random));
      }
      boolean expected = theirs.matcher(text).find();
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      assertThat(ours.find(bytes, 0, bytes.length)).as("%s", text).isEqualTo(expected);
      matched += expected ? 1 : 0;
    }
    assertThat(matched).isGreaterThan(pattern.contains("-[0-9]{2}-") ? -1 : 5);
  }

  private static char digit(Random random) {
    return (char) ('3' + (random.nextInt(3) == 0 ? random.nextInt(7) : random.nextInt(2)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 7, 8, 9})
  void everyPlaceOfADateIsLookedAt(int place) {
    var pattern = TextPattern.compile("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    for (int c = 0; c < 256; c++) {
      byte[] date = "2024-03-15".getBytes(StandardCharsets.US_ASCII);
      date[place] = (byte) c;
      boolean right = place == 4 || place == 7 ? c == '-' : c >= '0' && c <= '9';
      if (c < 128) {
        assertThat(pattern.find(date, 0, date.length)).as("%d", c).isEqualTo(right);
      } else {
        assertThat(pattern.find(date, 0, date.length)).isFalse();
      }
    }
  }
}
