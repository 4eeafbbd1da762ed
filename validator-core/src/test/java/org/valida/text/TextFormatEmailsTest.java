package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextFormatEmailsTest {

  @Test
  void theLocalPartIsAtomsBetweenDots() {
    assertThat(List.of("a@b", "ana.maria+x@tce.sp.gov.br", "!#$%&'*+-/=?^_`{|}~9@b.c"))
        .allMatch(TextFormatEmails::isEmail);
    assertThat(
            List.of(
                "", "a", "@", "a@", "@b", ".a@b", "a.@b", "a..b@c", "a b@c", "a@b@c", "a,b@c",
                "(a)@b", "a\\@b", "a:b@c", "joão@b", "a@b\n"))
        .noneMatch(TextFormatEmails::isEmail);
  }

  @Test
  void theLocalPartMayBeQuoted() {
    assertThat(List.of("\"\"@b", "\"a b\"@c", "\"a@b\"@c", "\"a\\\"b\\\\\"@c", "\"..\"@c"))
        .allMatch(TextFormatEmails::isEmail);
    assertThat(
            List.of(
                "\"@b",
                "\"a@b",
                "\"a\"b@c",
                "\"a\"",
                "\"a\\\"@b",
                "\"a\tb\"@c",
                "\"é\"@c",
                "\"a\\\u0007\"@b",
                "\"\\"))
        .noneMatch(TextFormatEmails::isEmail);
  }

  @Test
  void theDomainIsAHostnameOrAnAddressInBrackets() {
    assertThat(List.of("a@b-c.d", "a@[10.0.0.1]", "a@[IPv6:::1]", "a@[ipv6:fe80::1]"))
        .allMatch(TextFormatEmails::isEmail);
    assertThat(
            List.of(
                "a@-b",
                "a@b_c",
                "a@b..c",
                "a@b.",
                "a@[10.0.0]",
                "a@[::1]",
                "a@[IPv6:1]",
                "a@[10.0.0.1",
                "a@ção.br",
                "a@10.0.0.1]"))
        .noneMatch(TextFormatEmails::isEmail);
  }

  @Test
  void bothPartsHaveTheirGreatestLength() {
    assertThat(TextFormatEmails.isEmail("a".repeat(64) + "@b")).isTrue();
    assertThat(TextFormatEmails.isEmail("a".repeat(65) + "@b")).isFalse();
    assertThat(TextFormatEmails.isIdnEmail("é".repeat(32) + "@b")).isTrue();
    assertThat(TextFormatEmails.isIdnEmail("é".repeat(33) + "@b")).isFalse();
    assertThat(TextFormatEmails.isIdnEmail("a@" + "é".repeat(127))).isTrue();
    assertThat(TextFormatEmails.isIdnEmail("a@" + "é".repeat(128))).isFalse();
  }

  @Test
  void anInternationalAddressMayHoldAnyCharacterBeyondAscii() {
    assertThat(
            List.of(
                "joão@são-paulo.br",
                "\"joão silva\"@b",
                "😀@😀.br",
                "a@b",
                "日本@日本",
                "e\u0301@b",
                "a@[10.0.0.1]"))
        .allMatch(TextFormatEmails::isIdnEmail);
    assertThat(
            List.of(
                "joão",
                "joão@",
                "joão silva@b",
                "a@-ç",
                "a@ç-",
                "a@ç..b",
                "a@ç b",
                "\uD800@b",
                "a@\uDC00",
                "\uDC00\uD800@b",
                "\"\\é\"@b",
                "a@ç_b"))
        .noneMatch(TextFormatEmails::isIdnEmail);
  }
}
