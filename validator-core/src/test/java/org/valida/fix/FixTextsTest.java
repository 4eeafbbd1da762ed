package org.valida.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FixTextsTest {

  @Test
  void bothLanguagesHaveTheSameSentencesWithTheSameParts() throws IOException {
    var portuguese = read("fix_pt");
    var english = read("fix_en");

    assertThat(portuguese.keySet()).isEqualTo(english.keySet());
    for (var key : portuguese.stringPropertyNames()) {
      assertThat(parts(portuguese.getProperty(key)))
          .as(key)
          .isEqualTo(parts(english.getProperty(key)));
    }
  }

  @Test
  void everyRepairHasItsSentence() throws IOException {
    assertThat(read("fix_en").stringPropertyNames())
        .containsAll(Remedies.by(true).keySet().stream().map(rule -> "repair." + rule).toList());
  }

  private static Set<String> parts(String sentence) {
    var parts = new TreeSet<String>();
    Pattern.compile("\\{[^}]*}").matcher(sentence).results().forEach(p -> parts.add(p.group()));
    return parts;
  }

  private static Properties read(String name) throws IOException {
    var properties = new Properties();
    try (var stream = FixReport.class.getResourceAsStream(name + ".properties")) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
