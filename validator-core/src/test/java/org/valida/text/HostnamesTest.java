package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostnamesTest {

  @Test
  void labelsAreLettersDigitsAndInnerHyphens() {
    assertThat(List.of("a", "9", "3com.com", "a-b.c--d", "WWW.TCE.SP.GOV.BR", "127.0.0.1"))
        .allMatch(Hostnames::isHostname);
    assertThat(List.of("", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "a_b", "a b", "ação"))
        .noneMatch(Hostnames::isHostname);
  }

  @Test
  void labelsAndNamesHaveTheirGreatestLength() {
    var label = "a".repeat(63);
    var name = String.join(".", label, label, label, "a".repeat(61));
    assertThat(name).hasSize(253);
    assertThat(List.of(label, name)).allMatch(Hostnames::isHostname);
    assertThat(List.of(label + "a", name + "a")).noneMatch(Hostnames::isHostname);
    assertThat(List.of(label, name)).allMatch(Hostnames::isIdnHostname);
    assertThat(List.of(label + "a", name + "a")).noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void anALabelMustDecodeToAULabelAndBack() {
    assertThat(List.of("xn--aa-wia5a.br", "XN--MNCHEN-3YA.de", "xn--mnchen-3ya", "a--b"))
        .allMatch(Hostnames::isHostnameWithALabels);
    assertThat(
            List.of(
                "xn--",
                "xn--a",
                "xn--ab-",
                "xn--99999999",
                "xn--mnchen-3yb9",
                "xn--mnchen-",
                "a_b",
                "xn--tda-"))
        .noneMatch(Hostnames::isHostnameWithALabels);
  }

  @Test
  void punycodeWrittenInAnotherWayThanItsOwnIsRefused() {
    var label = HostnamesPunycode.encode("日本");
    assertThat(Hostnames.isHostnameWithALabels("xn--" + label)).isTrue();
    assertThat(HostnamesPunycode.decode("-" + label)).contains("日本");
    assertThat(Hostnames.isHostnameWithALabels("xn---" + label)).isFalse();
    assertThat(Hostnames.isIdnHostname("xn---" + label)).isFalse();
  }

  @Test
  void anALabelKeepsTheBidiRuleOfItsOwn() {
    assertThat(List.of("אב", "١", "0ا", "aא"))
        .extracting(label -> "xn--" + HostnamesPunycode.encode(label))
        .satisfiesExactly(
            hebrew -> assertThat(Hostnames.isHostnameWithALabels("1." + hebrew)).isTrue(),
            number -> assertThat(Hostnames.isHostnameWithALabels(number)).isFalse(),
            mixed -> assertThat(Hostnames.isHostnameWithALabels(mixed)).isFalse(),
            mixed -> assertThat(Hostnames.isHostnameWithALabels(mixed)).isFalse());
  }

  @Test
  void anInternationalNameTakesTheFourDots() {
    assertThat(List.of("são.br", "são。br", "são．br", "são｡br")).allMatch(Hostnames::isIdnHostname);
    assertThat(List.of("são..br", "。são", "são．", "｡")).noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void anInternationalLabelIsHeldToItsLengthInAscii() {
    assertThat(HostnamesPunycode.encode("ç".repeat(50))).hasSizeLessThan(59);
    assertThat(Hostnames.isIdnHostname("ç".repeat(50))).isTrue();
    assertThat(Hostnames.isIdnHostname("ç".repeat(63))).isFalse();
    assertThat(Hostnames.isIdnHostname("çéõíúàêôüñ日本".repeat(4))).isFalse();
  }

  @Test
  void aNameOfManyLabelsIsHeldToItsLengthInAscii() {
    assertThat(Hostnames.isIdnHostname("ç.".repeat(30) + "ç")).isTrue();
    assertThat(Hostnames.isIdnHostname("ç.".repeat(31) + "ç")).isFalse();
  }

  @Test
  void hyphensNeitherBeginNorEndNorStandThirdAndFourth() {
    assertThat(List.of("-são", "são-", "sã--o", "ab--c", "xn--são"))
        .noneMatch(Hostnames::isIdnHostname);
    assertThat(List.of("s-ão", "são--b", "a-b", "s--ão")).allMatch(Hostnames::isIdnHostname);
  }

  @Test
  void onlyStableLettersDigitsAndMarksAreAllowed() {
    assertThat(List.of("straße", "ıssız", "ᏣᎳᎩ", "नमस्ते", "日本語", "ひらがな"))
        .allMatch(Hostnames::isIdnHostname);
    assertThat(
            List.of(
                "x²",
                "½",
                "SÃO",
                "ﬁm",
                "ＡＢＣ",
                "são paulo",
                "são!",
                "a♥",
                "são_a",
                "a\u00ADç",
                "ꭰ",
                "ﾊ",
                "ᄀ",
                "ç\uFE0F",
                "ç\uD800",
                "ç\u20D0",
                "ς\u0345"))
        .noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void aLabelIsComposedAndBeginsWithNoMark() {
    assertThat(Hostnames.isIdnHostname("s\u00E3o")).isTrue();
    assertThat(Hostnames.isIdnHostname("sa\u0303o")).isFalse();
    assertThat(Hostnames.isIdnHostname("\u0301a")).isFalse();
    assertThat(Hostnames.isIdnHostname("\u0902क")).isFalse();
    assertThat(Hostnames.isIdnHostname("\u093Eक")).isFalse();
  }

  @Test
  void exceptionsAreAsTheRfcListsThem() {
    assertThat(List.of("ß", "ςα", "۽", "〇")).allMatch(Hostnames::isIdnHostname);
    assertThat(List.of("بـب", "〱", "〻a")).noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void aMiddleDotStandsBetweenTwoL() {
    assertThat(Hostnames.isIdnHostname("col·legi")).isTrue();
    assertThat(List.of("co·legi", "col·egi", "·l", "l·")).noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void greekAndHebrewMarksStandByTheirScript() {
    assertThat(List.of("͵α", "צ׳ק", "צה״ל")).allMatch(Hostnames::isIdnHostname);
    assertThat(List.of("͵a", "α͵", "׳ק", "a׳ק", "״ל")).noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void aKatakanaMiddleDotNeedsJapanese() {
    assertThat(List.of("ア・ア", "a・の", "・日")).allMatch(Hostnames::isIdnHostname);
    assertThat(List.of("a・b", "・", "・・")).noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void theTwoKindsOfArabicDigitsDoNotMix() {
    assertThat(List.of("ب١٢", "ب۱۲")).allMatch(Hostnames::isIdnHostname);
    assertThat(List.of("ب١۲", "ب۱٢", "ب٠۹", "ب۰٩")).noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void joinersStandAfterAVirama() {
    assertThat(List.of("क्\u200Dय", "क्\u200Cय")).allMatch(Hostnames::isIdnHostname);
    assertThat(List.of("क\u200Dय", "क\u200Cय", "\u200Dय", "\u200Cय", "ب\u200Dب"))
        .noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void aNonJoinerMayStandBetweenLettersThatJoin() {
    assertThat(List.of("می\u200Cخ", "بَ\u200Cَب", "ب\u200Cا")).allMatch(Hostnames::isIdnHostname);
    assertThat(List.of("ا\u200Cب", "ب\u200C", "\u200Cب", "ب\u200Cء", "ء\u200Cب", "ب\u200Ca"))
        .noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void rightToLeftLabelsKeepTheBidiRule() {
    assertThat(List.of("אבג", "א1", "אב.גד", "abc.אבג", "مصر١", "אָ"))
        .allMatch(Hostnames::isIdnHostname);
    assertThat(
            List.of("1א", "אa", "aא", "א-a", "ب1١", "1a.אבג", "a1.٣", "a\u0301.٣a", "1.אב", "אב・ア"))
        .noneMatch(Hostnames::isIdnHostname);
  }

  @Test
  void punycodeGoesBothWays() {
    for (var text :
        List.of("ç", "são-paulo", "日本語", "𐐨z", "ab😀", "ليهمابتكلموشعربي؟", "é1é2é3")) {
      assertThat(HostnamesPunycode.decode(HostnamesPunycode.encode(text))).contains(text);
    }
    assertThat(HostnamesPunycode.encode("bücher")).isEqualTo("bcher-kva");
    assertThat(HostnamesPunycode.encode("ليهمابتكلموشعربي؟")).isEqualTo("egbpdaj6bu4bxfgehfvwxn");
    assertThat(HostnamesPunycode.encode("abc")).isEqualTo("abc-");
  }

  @Test
  void whatIsNoPunycodeIsRefused() {
    assertThat(HostnamesPunycode.decode("99999999")).isEmpty();
    assertThat(HostnamesPunycode.decode("ab-c!")).isEmpty();
    assertThat(HostnamesPunycode.decode("é")).isEmpty();
    assertThat(HostnamesPunycode.decode("9".repeat(50))).isEmpty();
  }
}
