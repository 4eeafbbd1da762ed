package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.valida.text.Draft.DRAFT4;
import static org.valida.text.Draft.DRAFT6;
import static org.valida.text.Draft.DRAFT7;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextFormatsTest {

  private static final List<String> SINCE_4 =
      List.of("date-time", "email", "hostname", "ipv4", "ipv6", "uri");

  private static final List<String> SINCE_6 =
      List.of("json-pointer", "uri-reference", "uri-template");

  private static final List<String> SINCE_7 =
      List.of(
          "date",
          "time",
          "idn-email",
          "idn-hostname",
          "iri",
          "iri-reference",
          "regex",
          "relative-json-pointer");

  private static boolean exists(String name, Draft draft) {
    return TextFormats.of(name, draft).filter(format -> format.name().equals(name)).isPresent();
  }

  private static boolean accepts(String name, String text) {
    return TextFormats.of(name, DRAFT7).orElseThrow().accepts(text);
  }

  @Test
  void eachDraftHasItsFormatsAndThoseBefore() {
    assertThat(SINCE_4)
        .allMatch(name -> exists(name, DRAFT4) && exists(name, DRAFT6) && exists(name, DRAFT7));
    assertThat(SINCE_6)
        .allMatch(name -> !exists(name, DRAFT4) && exists(name, DRAFT6) && exists(name, DRAFT7));
    assertThat(SINCE_7)
        .allMatch(name -> !exists(name, DRAFT4) && !exists(name, DRAFT6) && exists(name, DRAFT7));
  }

  @Test
  void aFormatThatNoDraftDefinesAssertsNothing() {
    assertThat(TextFormats.of("cpf", DRAFT7)).isEmpty();
    assertThat(TextFormats.of("Date", DRAFT7)).isEmpty();
    assertThat(TextFormats.of("", DRAFT4)).isEmpty();
  }

  @Test
  void eachNameLeadsToItsOwnCheck() {
    assertThat(accepts("date-time", "2024-02-29T12:00:00Z")).isTrue();
    assertThat(accepts("date", "2024-02-29")).isTrue();
    assertThat(accepts("time", "12:00:00Z")).isTrue();
    assertThat(accepts("email", "ana@exemplo.br")).isTrue();
    assertThat(accepts("email", "joão@exemplo.br")).isFalse();
    assertThat(accepts("idn-email", "joão@exemplo.br")).isTrue();
    assertThat(accepts("hostname", "exemplo.br")).isTrue();
    assertThat(accepts("hostname", "açaí.br")).isFalse();
    assertThat(accepts("idn-hostname", "açaí.br")).isTrue();
    assertThat(accepts("ipv4", "10.0.0.1")).isTrue();
    assertThat(accepts("ipv6", "fe80::1")).isTrue();
    assertThat(accepts("uri", "urn:isbn:1")).isTrue();
    assertThat(accepts("uri", "a/b")).isFalse();
    assertThat(accepts("uri-reference", "a/b")).isTrue();
    assertThat(accepts("uri-reference", "ação")).isFalse();
    assertThat(accepts("iri", "http://ação/")).isTrue();
    assertThat(accepts("iri", "ação")).isFalse();
    assertThat(accepts("iri-reference", "ação")).isTrue();
    assertThat(accepts("uri-template", "/lotes/{lote}")).isTrue();
    assertThat(accepts("json-pointer", "/a")).isTrue();
    assertThat(accepts("relative-json-pointer", "0#")).isTrue();
  }

  @Test
  void onlyDraft7LooksIntoThePunycodeOfAHostname() {
    assertThat(TextFormats.of("hostname", DRAFT4).orElseThrow().accepts("xn--a")).isTrue();
    assertThat(TextFormats.of("hostname", DRAFT6).orElseThrow().accepts("xn--a")).isTrue();
    assertThat(accepts("hostname", "xn--a")).isFalse();
  }

  @Test
  void aRegexIsJudgedByItsGrammarAlone() {
    assertThat(Stream.of("^a+$", "(?<=a+)b", "\\p{Emoji}", "(x{1000}){1000}", "", "(?<n>a)\\k<n>"))
        .allMatch(text -> accepts("regex", text));
    assertThat(Stream.of("(", "\\a", "a{2,1}", "(?i)a", "\\p{Nope}"))
        .noneMatch(text -> accepts("regex", text));
  }

  @Test
  void aTextFarTooLongIsNoNameOrAddress() {
    var names = List.of("hostname", "idn-hostname", "email", "idn-email", "ipv4", "ipv6");
    assertThat(names).noneMatch(name -> accepts(name, "a".repeat(600)));
    assertThat(names).noneMatch(name -> accepts(name, "1".repeat(600)));
  }

  @Test
  void noFormatIsSlowOnLongTexts() {
    var units = List.of("a", "1", ".", "@", "%", "{a}", "~", "é", "(", "\"", "[", ":", "xn--a.");
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () ->
            Stream.of(SINCE_4, SINCE_6, SINCE_7)
                .flatMap(List::stream)
                .map(name -> TextFormats.of(name, DRAFT7).orElseThrow())
                .forEach(format -> units.forEach(unit -> format.accepts(unit.repeat(300_000)))));
  }
}
