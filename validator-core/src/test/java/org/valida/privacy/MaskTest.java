package org.valida.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** The same, said by an expression that is easier to read and slower. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])[0-9]{3}[.\\- ]?[0-9]{3}[.\\- ]?[0-9]{3}[.\\- ]?[0-9]{2}(?![0-9])"
              + "|(?<![0-9])[0-9]{3}[.]?[0-9]{5}[.]?[0-9]{2}-?[0-9](?![0-9])");

  private static String maskedByExpression(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            match -> {
              var digits = match.group().replaceAll("[^0-9]", "");
              long number = Long.parseLong(digits);
              return CheckDigits.cpf(number) || CheckDigits.nis(number)
                  ? Mask.number(digits)
                  : Matcher.quoteReplacement(match.group());
            });
  }

  @Test
  void masksWhereAnExpressionWould() {
    var random = new Random(20_260_131);
    int masked = 0;
    for (int i = 0; i < 100_000; i++) {
      var text = new StringBuilder();
      for (int part = random.nextInt(4); part >= 0; part--) {
        text.append(" .-a1".charAt(random.nextInt(5)));
        var mark = random.nextBoolean() ? "" : " .-,".substring(random.nextInt(4)).substring(0, 1);
        int[] groups = random.nextBoolean() ? new int[] {3, 3, 3, 2} : new int[] {3, 5, 2, 1};
        for (int group : groups) {
          int digits = random.nextInt(12) == 0 ? random.nextInt(6) : group;
          for (int d = 0; d < digits; d++) {
            text.append((char) ('0' + random.nextInt(random.nextBoolean() ? 2 : 10)));
          }
          text.append(random.nextInt(8) == 0 ? "-" : mark);
        }
      }
      var expected = maskedByExpression(text.toString());
      assertThat(Mask.free(text.toString())).isEqualTo(expected);
      masked += expected.contains(Mask.HIDDEN) ? 1 : 0;
    }
    assertThat(masked).as("of these, with a number").isGreaterThan(1_000);
  }
}
