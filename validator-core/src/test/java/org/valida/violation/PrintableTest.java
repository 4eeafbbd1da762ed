package org.valida.violation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @Test
  void leavesOrdinaryTextAsTheSameObject() {
    var text = "São João d'Aliança, R$ 1,00 € 😀 \\u001B";

    assertThat(Printable.of(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x9B, 0x9F, 0x061C, 0x200E,
        0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF
      })
  void escapesWhatWouldSteerATerminal(int unsafe) {
    var text = "a" + (char) unsafe + "b";

    assertThat(Printable.of(text)).isEqualTo("a\\u" + String.format("%04X", unsafe) + "b");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x20, 0x7E, 0xA0, 0x061B, 0x200D, 0x2010, 0x2027, 0x202F, 0x206A, 0xFEFE})
  void leavesTheirNeighboursAlone(int safe) {
    var text = "a" + (char) safe + "b";

    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @Test
  void escapesHalvesOfSurrogatePairsOnly() {
    assertThat(Printable.of("\uD83D\uDE00 \uD83D \uDE00 \uD83D"))
        .isEqualTo("\uD83D\uDE00 \\uD83D \\uDE00 \\uD83D");
  }

  @Test
  void appliedTwiceChangesNothingMore() {
    var once = Printable.of("\u001b[31m\u202Evermelho");

    assertThat(Printable.of(once)).isEqualTo(once).isEqualTo("\\u001B[31m\\u202Evermelho");
  }
}
