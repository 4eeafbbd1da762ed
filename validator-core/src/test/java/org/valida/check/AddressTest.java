package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://h/x,                     https://h/x",
    "https://h:8443/x#part,           https://h:8443/x",
    "https://u:p@h/x,                 https://***@h/x",
    "https://u:p@ss@h/x,              https://***@h/x",
    "https://u:p/w@h/x,               https://***@h/x",
    "https://u:p@s/w@h/x,             https://***@h/x",
    "https://h/@ana/x,                https://h/@ana/x",
    "https://h/x?cpf=1&nome=Ana+B,    https://h/x?cpf=***&nome=***",
    "https://h/x?segredo,             https://h/x?***",
    "https://h/x?a=1=2&b,             https://h/x?a=***&***",
    "https://h?a=1,                   https://h?a=***",
    "https://[::1]:80/x?a=1,          https://[::1]:80/x?a=***",
    "http:,                           ***",
  })
  void showsNoUserAndNoValue(String text, String shown) {
    assertThat(Address.shown(text)).isEqualTo(shown);
  }

  @Test
  void showsNoNumberOfAPersonInThePathEither() {
    var cpf = "52998224725";

    assertThat(Address.shown("https://h/pessoa/" + cpf)).doesNotContain(cpf).contains("/pessoa/");
    assertThat(Address.shown("https://h/x?" + cpf + "=1")).doesNotContain(cpf);
  }

  @Test
  void asksForWhatWasWrittenWithoutUserAndFragment() throws InputException {
    var address = Address.of("https://ana:s%C3%A9nha@h:8443/a b/\u00e7?nome=S\u00e3o Jo\u00e3o#x");

    assertThat(address.uri()).hasToString("https://h:8443/a%20b/%C3%A7?nome=S%C3%A3o%20Jo%C3%A3o");
    var decoded = address.authorization().orElseThrow().substring("Basic ".length());
    assertThat(new String(Base64.getDecoder().decode(decoded), StandardCharsets.UTF_8))
        .isEqualTo("ana:s\u00e9nha");
    assertThat(address.toString()).doesNotContain("nha").doesNotContain("Jo");
  }

  @Test
  void theLastPartOfThePathIsItsName() throws InputException {
    assertThat(Address.of("https://h/a/b.jsonl.gz?x=/y.json").name()).isEqualTo("b.jsonl.gz");
    assertThat(Address.of("https://h").name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http:///x",
        "http://h:x/",
        "http://h:70000/",
        "http://h/%zz",
        "http:x"
      })
  void whatIsNoAddressSaysSo(String text) {
    assertThatThrownBy(() -> Address.of(text)).isInstanceOf(InputException.class);
  }
}
