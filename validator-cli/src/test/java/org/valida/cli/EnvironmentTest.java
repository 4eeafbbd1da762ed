package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  private static boolean colour(boolean terminal, boolean windows, Map<String, String> variables) {
    return new Environment(
            variables, Path.of(""), windows, Locale.ROOT, terminal, StandardCharsets.UTF_8)
        .colour();
  }

  @Test
  void hasColoursOnATerminalOnly() {
    assertThat(colour(true, false, Map.of())).isTrue();
    assertThat(colour(false, false, Map.of())).isFalse();
  }

  @Test
  void hasNoColoursWhereTheUserWantsNone() {
    assertThat(colour(true, false, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(colour(true, false, Map.of("NO_COLOR", ""))).isTrue();
    assertThat(colour(true, false, Map.of("TERM", "dumb"))).isFalse();
  }

  @Test
  void hasColoursOnWindowsOnlyInATerminalThatKnowsThem() {
    assertThat(colour(true, true, Map.of())).isFalse();
    assertThat(colour(true, true, Map.of("WT_SESSION", "1"))).isTrue();
  }
}
