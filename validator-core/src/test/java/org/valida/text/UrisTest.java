package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UrisTest {

  @Test
  void aUriHasAScheme() {
    assertThat(
            List.of(
                "http://tce.sp.gov.br/lotes?ano=2024&x=/?#topo?/",
                "a:",
                "A+b-c.1:x",
                "file:///etc",
                "urn:uuid:1",
                "mailto:a@b",
                "x://",
                "x:/a//b",
                "http://u:p@h:80/",
                "http://h:/"))
        .allMatch(Uris::isUri);
    assertThat(List.of("", "a", "/a", "//h/a", "#a", "?a", ":a", "1a:b", "a_b:c", "é:a"))
        .noneMatch(Uris::isUri);
  }

  @Test
  void aReferenceMayDoWithoutAScheme() {
    assertThat(
            List.of(
                "", "a/b", "../a", "//h", "//h:1/a", "?q", "#f", "./a:b", "a/b:c", "?a:b", "#:"))
        .allMatch(Uris::isUriReference);
    assertThat(List.of("a b:c", "1a:b", ":a", "a_b:c")).noneMatch(Uris::isUriReference);
  }

  @Test
  void charactersOutsideTheGrammarMustBeEscaped() {
    assertThat(List.of("/a%20b", "/%C3%a9", "/a;b=c,d!e$f&g'h(i)j*k+l~m@n:o", "?a%2Fb", "#%00"))
        .allMatch(Uris::isUriReference);
    assertThat(
            List.of(
                "/a b", "/a\"", "/<", "/>", "/\\", "/^", "/`", "/{", "/|", "/}", "/[", "/é", "/a\n",
                "?[", "#a#b", "#\\", "/%", "/%2", "/%2g", "/%g2", "//h%4/", "//é/", "?é"))
        .noneMatch(Uris::isUriReference);
  }

  @Test
  void anAuthorityHasAHostAndPerhapsAUserAndAPort() {
    assertThat(
            List.of(
                "//",
                "//h",
                "//u@h",
                "//u:p:q@h:1",
                "//%41",
                "//1.2.3.4.5",
                "//@",
                "//h?q",
                "//h#f"))
        .allMatch(Uris::isUriReference);
    assertThat(List.of("//a@b@c", "//h:a", "//h:1:2", "//[", "//a[::1]", "//h]", "//u[@h"))
        .noneMatch(Uris::isUriReference);
  }

  @Test
  void aHostInBracketsIsAnAddress() {
    assertThat(List.of("//[::1]", "//[::1]:80/", "//u@[1:2:3:4:5:6:7:8]", "//[v1.a:b]", "//[VF.~]"))
        .allMatch(Uris::isUriReference);
    assertThat(
            List.of(
                "//[::1",
                "//[1]",
                "//[::1]a",
                "//[::1]:a",
                "//[1.2.3.4]",
                "//[v.a]",
                "//[v1]",
                "//[v1.]",
                "//[vg.a]",
                "//[v1.%41]",
                "//[fe80::1%25eth0]",
                "//[]"))
        .noneMatch(Uris::isUriReference);
  }

  @Test
  void theRangesOfAnIriAreThoseOfTheRfc() {
    var inPath =
        List.of(0xA0, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFFEF, 0x10000, 0x1FFFD, 0xE1000, 0xEFFFD);
    var inQuery = List.of(0xE000, 0xF8FF, 0xF0000, 0xFFFFD, 0x100000, 0x10FFFD);
    var nowhere =
        List.of(0x9F, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFF0, 0x1FFFE, 0xE0FFF, 0xEFFFE, 0xFFFFE);
    assertThat(inPath).allMatch(c -> Uris.isIri("x:" + Character.toString(c)));
    assertThat(inQuery).noneMatch(c -> Uris.isIri("x:" + Character.toString(c)));
    assertThat(inQuery).allMatch(c -> Uris.isIri("x:?" + Character.toString(c)));
    assertThat(nowhere).noneMatch(c -> Uris.isIri("x:?" + Character.toString(c)));
  }

  @Test
  void anIriMayHoldWhatUnicodeHas() {
    assertThat(
            List.of(
                "http://ação.br/é?ü#ñ",
                "x:日本",
                "x:\uD83D\uDE00",
                "x:?\uE000",
                "x:?\uDB80\uDC00",
                "x:\uF900",
                "x:\uFDF0",
                "x:%C3%A9",
                "x:\uDB44\uDC00"))
        .allMatch(Uris::isIri);
    assertThat(
            List.of(
                "x:\uE000",
                "x:#\uE000",
                "x:\u0085",
                "x:\uFFFF",
                "x:\uFDD0",
                "x:\uD800",
                "x:a b",
                "é:a",
                "é",
                "x:\uDB40\uDC00",
                "x:\uD83F\uDFFE",
                "x:?\uDBBF\uDFFE"))
        .noneMatch(Uris::isIri);
    assertThat(List.of("é", "//ç/ã", "?ê", "#ô")).allMatch(Uris::isIriReference);
    assertThat(List.of("é:a", "\\é")).noneMatch(Uris::isIriReference);
  }
}
