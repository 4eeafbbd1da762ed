package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrefixLookupTest {

  @Test
  void aPrefixIsTheFirstDigitsOfTheNumber() {
    var random = new Random(27);
    for (int i = 0; i < 20_000; i++) {
      long number = random.nextLong() >>> 1 + random.nextInt(63);
      var text = Long.toString(number);
      for (int digits = 1; digits < 10; digits++) {
        var expected = text.substring(0, Math.min(digits, text.length()));
        assertThat(PrefixLookup.prefix(number, digits)).isEqualTo(Long.parseLong(expected));
      }
    }
    assertThat(PrefixLookup.prefix(35_012_345, 2)).isEqualTo(35);
    assertThat(PrefixLookup.prefix(100, 2)).isEqualTo(10);
    assertThat(PrefixLookup.prefix(99, 2)).isEqualTo(99);
  }
}
