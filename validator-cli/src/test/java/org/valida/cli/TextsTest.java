package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void bothLanguagesHaveTheSameSentencesWithTheSameParts() throws IOException {
    var portuguese = read("texts_pt.properties");
    var english = read("texts_en.properties");

    assertThat(portuguese.keySet()).isEqualTo(english.keySet());
    for (var key : portuguese.stringPropertyNames()) {
      assertThat(parts(portuguese.getProperty(key)))
          .as(key)
          .isEqualTo(parts(english.getProperty(key)));
    }
  }

  @Test
  void everyConflictHasItsSentence() {
    var phrases = Terminal.phrases("pt");

    assertThat(Conflict.values())
        .allSatisfy(conflict -> assertThat(phrases.find(conflict.key())).isPresent());
  }

  private static Set<String> parts(String sentence) {
    return Pattern.compile("\\{[^}]*}")
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .filter(part -> !part.contains(","))
        .collect(Collectors.toSet());
  }

  private static Properties read(String name) throws IOException {
    var properties = new Properties();
    try (var stream = Main.class.getResourceAsStream(name)) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
