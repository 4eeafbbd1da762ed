package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextFormatAddressesTest {

  @Test
  void fourDecimalOctetsAreAnAddress() {
    assertThat(List.of("0.0.0.0", "10.20.30.40", "255.255.255.255", "1.99.100.249"))
        .allMatch(TextFormatAddresses::isIpv4);
    assertThat(
            List.of(
                "",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "256.1.1.1",
                "1.1.1.1000",
                "01.2.3.4",
                "1.2.3.00",
                "1.2.3.a",
                "1.2.3.4 ",
                "1.2.3.٤",
                "1.2.3.4/8",
                "+1.2.3.4"))
        .noneMatch(TextFormatAddresses::isIpv4);
  }

  @Test
  void eightGroupsAreAnAddress() {
    assertThat(List.of("1:2:3:4:5:6:7:8", "ABCD:ef01:0:0000:1:2:3:ffff", "1:2:3:4:5:6:10.0.0.1"))
        .allMatch(TextFormatAddresses::isIpv6);
    assertThat(
            List.of(
                "",
                ":",
                "1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:10.0.0.1",
                "1:2:3:4:5:10.0.0.1:6",
                "1:2:3:4:5:6:7:",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:g",
                "00001:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:٨",
                "1:2:3:4:5:6:7:8%a",
                "[::1]"))
        .noneMatch(TextFormatAddresses::isIpv6);
  }

  @Test
  void oneGapStandsForTheZerosLeftOut() {
    assertThat(List.of("::", "::1", "1::", "1::8", "1:2:3::4:5:6:7", "::10.0.0.1", "1::10.0.0.1"))
        .allMatch(TextFormatAddresses::isIpv6);
    assertThat(
            List.of(
                "1::2::3",
                ":::",
                "1:::2",
                "1:2:3:4::5:6:7:8",
                "10.0.0.1::",
                "::1:",
                ":1::",
                "::g",
                "1:2:3:4:5:6::10.0.0.1",
                "::10.0.0.256",
                "::01.0.0.1"))
        .noneMatch(TextFormatAddresses::isIpv6);
  }
}
