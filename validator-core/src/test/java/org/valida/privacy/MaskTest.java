package org.valida.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

  @ParameterizedTest
  @CsvSource({
    "52998224725, ***.982.247-**",
    "529.982.247-25, ***.982.247-**",
    "529 982 247 25, ***.982.247-**",
    "00000000191, ***.000.001-**",
    "5299822472, ***",
    "529982247250, ***",
    "5299822472a, ***",
    "'', ***",
    "５２９９８２２４７２５, ***",
  })
  void showsTheMiddleOfElevenDigitsOnly(String number, String shown) {
    assertThat(Mask.number(number)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "Maria Silva, M. S.",
    "'  Maria   da Silva ', M. d. S.",
    "Érica 😀, ***",
    "Érica Ítalo, É. Í.",
    "Maria, ***",
    "'', ***",
    "Maria 2, ***",
    "52998224725, ***",
  })
  void showsTheInitialsOfANameOfTwoWordsOrMore(String name, String shown) {
    assertThat(Mask.initials(name)).isEqualTo(shown);
  }

  @Test
  void hidesANameOfVeryManyWords() {
    assertThat(Mask.initials("a ".repeat(20))).isEqualTo(Mask.HIDDEN);
  }

  @Test
  void masksAValueAsItsKindSays() {
    assertThat(Mask.value(Mask.Kind.CPF, "52998224725")).isEqualTo("***.982.247-**");
    assertThat(Mask.value(Mask.Kind.NIS, "12056412545")).isEqualTo("***.564.125-**");
    assertThat(Mask.value(Mask.Kind.NAME, "Maria Silva")).isEqualTo("M. S.");
    assertThat(Mask.value(Mask.Kind.OTHER, "Rua A")).isEqualTo("***");
  }

  @ParameterizedTest
  @CsvSource({
    "the CPF 52998224725 is wrong, the CPF ***.982.247-** is wrong",
    "529.982.247-25, ***.982.247-**",
    "NIS 120.56412.54-5., NIS ***.564.125-**.",
    "52998224725 and 11144477735, ***.982.247-** and ***.444.777-**",
    "52998224720, 52998224720",
    "152998224725, 152998224725",
    "1234567.89, 1234567.89",
    "'', ''",
  })
  void masksInAFreeTextWhatValidatesAsCpfOrNis(String text, String shown) {
    assertThat(Mask.free(text)).isEqualTo(shown);
  }

  @Test
  void leavesATextWithDollarsAndBackslashesAsItIs() {
    assertThat(Mask.free("$1 \\ 12345678901 $0")).isEqualTo("$1 \\ 12345678901 $0");
  }
}
