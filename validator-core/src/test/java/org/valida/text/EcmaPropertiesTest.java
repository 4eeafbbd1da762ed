package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EcmaPropertiesTest {

  private static EcmaSet named(String name) {
    return EcmaProperties.named(name).orElseThrow();
  }

  @Test
  void aCategoryHasShortAndLongNames() {
    assertThat(named("Nd")).isEqualTo(named("Decimal_Number")).isEqualTo(named("digit"));
    assertThat(named("General_Category=P")).isEqualTo(named("gc=Punctuation"));
    assertThat(named("M")).isEqualTo(named("Combining_Mark"));
  }

  @Test
  void everyCodePointIsInJustOneOfTheSevenGroups() {
    var groups = List.of("L", "M", "N", "P", "S", "Z", "C");
    for (var c = 0; c <= Character.MAX_CODE_POINT; c += 7) {
      var codePoint = c;
      assertThat(groups.stream().filter(group -> named(group).contains(codePoint))).hasSize(1);
    }
  }

  @Test
  void eachCategoryIsTheOneThatJavaTells() {
    assertThat(named("Lu").contains('É')).isTrue();
    assertThat(named("Lt").contains('ǅ')).isTrue();
    assertThat(named("LC").contains('ª')).isFalse();
    assertThat(named("Sc").contains('€')).isTrue();
    assertThat(named("Pi").contains('«')).isTrue();
    assertThat(named("Pf").contains('»')).isTrue();
    assertThat(named("Cs")).isEqualTo(EcmaSet.range(0xD800, 0xDFFF));
    assertThat(named("Zl")).isEqualTo(EcmaSet.of(0x2028));
    assertThat(named("Cn").contains(0x10FFFF)).isTrue();
  }

  @Test
  void scriptsGoByNameOrCode() {
    assertThat(named("Script=Old_Italic")).isEqualTo(named("sc=Ital"));
    assertThat(named("sc=SignWriting").contains(0x1D800)).isTrue();
    assertThat(named("sc=Latin").contains('ç')).isTrue();
    assertThat(named("sc=Latin").contains('λ')).isFalse();
    assertThat(EcmaProperties.named("sc=LATIN")).isEmpty();
    assertThat(EcmaProperties.named("Latin")).isEmpty();
  }

  @Test
  void binaryPropertiesGoByNameOrAlias() {
    assertThat(named("Lowercase")).isEqualTo(named("Lower"));
    assertThat(named("Lower").contains('ª')).isTrue();
    assertThat(named("Upper").contains('Ⓐ')).isTrue();
    assertThat(named("ASCII")).isEqualTo(EcmaSet.range(0, 127));
    assertThat(named("Any")).isEqualTo(EcmaSet.ALL);
    assertThat(named("Assigned")).isEqualTo(named("Cn").negate());
    assertThat(named("Ideo").contains('漢')).isTrue();
    assertThat(named("Bidi_M").contains('(')).isTrue();
    assertThat(named("space").contains(0x85)).isTrue();
    assertThat(named("NChar").contains(0x1FFFE)).isTrue();
    assertThat(named("NChar").contains(0xFDD0)).isTrue();
    assertThat(named("NChar").contains(0xFDEF)).isTrue();
    assertThat(named("NChar").contains(0xFDCF)).isFalse();
    assertThat(named("NChar").contains(0xFDF0)).isFalse();
    assertThat(named("Noncharacter_Code_Point")).isEqualTo(named("NChar"));
  }
}
