package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {

  private static final List<String> RULES = List.of("code", "code-unlisted", "cpf-format");

  private final Examples examples =
      Examples.of(
          List.of(
              "mce/invalid/despesa/code-in-list.json",
              "mce/invalid/despesa/code-unlisted.json",
              "mce/invalid/receita/code.json",
              "mce/valid/despesa/a.json",
              "mce/valid/despesa/code-unlisted.json",
              "mce/valid/receita/b.json"));

  @Test
  void prefersTheOneOfExactlyTheRulesName() {
    assertThat(examples.bad("code", RULES)).contains("mce/invalid/receita/code.json");
  }

  @Test
  void doesNotTakeOneOfARuleWithALongerName() {
    var others = Examples.of(List.of("invalid/x/code-unlisted-a.json", "invalid/x/code-b.json"));

    assertThat(others.bad("code", RULES)).contains("invalid/x/code-b.json");
    assertThat(others.bad("code-unlisted", RULES)).contains("invalid/x/code-unlisted-a.json");
    assertThat(others.bad("cpf-format", RULES)).isEmpty();
  }

  @Test
  void takesTheGoodOneOfTheSameContract() {
    assertThat(examples.good("mce/invalid/despesa/code-unlisted.json", "code-unlisted", RULES))
        .contains("mce/valid/despesa/code-unlisted.json");
    assertThat(examples.good("mce/invalid/receita/code.json", "code", RULES))
        .contains("mce/valid/receita/b.json");
    assertThat(Examples.of(List.of("invalid/x/a.json")).good("invalid/x/a.json", "a", RULES))
        .isEmpty();
  }
}
