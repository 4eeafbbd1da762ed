package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

  @Test
  void breaksBetweenWords() {
    var lines = Prose.wrapped("palavra ".repeat(22), "  ");

    assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("  p") && line.length() <= 96);
    assertThat(String.join(" ", lines).split(" +", -1)).containsOnly("", "palavra").hasSize(23);
  }

  @Test
  void leavesALongWordWhole() {
    var word = "x".repeat(200);

    assertThat(Prose.wrapped("a " + word + " b", "  ")).containsExactly("  a", "  " + word, "  b");
  }
}
