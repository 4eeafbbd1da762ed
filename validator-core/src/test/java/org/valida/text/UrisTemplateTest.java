package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UrisTemplateTest {

  @Test
  void anExpressionHasVariablesAndPerhapsAnOperator() {
    assertThat(
            List.of(
                "",
                "/a",
                "/{lote}",
                "{+a}",
                "{#a,b}",
                "{.a}",
                "{/a,b}",
                "{;a}",
                "{?a,b}",
                "{&a}",
                "{a}{b}",
                "{_a1.b_2.c}",
                "{a%2Fb}",
                "{=a}"))
        .allMatch(UrisTemplate::isTemplate);
    assertThat(
            List.of(
                "{", "}", "{}", "{+}", "{a", "a}", "{{a}}", "{a,}", "{,,a}", "{a b}", "{-a}",
                "{++a}", "{a..b}", "{a.}", "{+.a}", "{a%2}", "{ação}"))
        .noneMatch(UrisTemplate::isTemplate);
  }

  @Test
  void aVariableMayBeCutOrExploded() {
    assertThat(List.of("{a:1}", "{a:9999}", "{a*}", "{?a:10,b*}"))
        .allMatch(UrisTemplate::isTemplate);
    assertThat(
            List.of(
                "{a:}", "{a:0}", "{a:01}", "{a:10000}", "{a:x}", "{a**}", "{a:1*}", "{*}", "{:1}"))
        .noneMatch(UrisTemplate::isTemplate);
  }

  @Test
  void literalsAreThoseOfTheRfc() {
    assertThat(List.of("a:/?#[]@!$&'()*+,;=", "%41", "ação", "😀", "\uE000", "~"))
        .allMatch(UrisTemplate::isTemplate);
    assertThat(
            List.of(
                " ", "\"", "%", "%4", "%4g", "<", ">", "\\", "^", "`", "|", "\t", "\u007F",
                "\u0080", "\uD800"))
        .noneMatch(UrisTemplate::isTemplate);
  }
}
