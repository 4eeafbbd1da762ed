package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.violation.Failure;

class FailureTextTest {

  private final FailureText text = FailureText.of("en");

  @Test
  void asksWhetherTheSuggestionWasMeant() {
    var failure = new Failure("not-found", "a.jso", Map.of("suggestion", "a.json"));

    assertThat(text.line(failure))
        .isEqualTo(
            "a.jso: there is no file or folder of this name; check the path. Did you mean a.json?");
    assertThat(FailureText.of("pt").line(failure))
        .isEqualTo(
            "a.jso: não existe arquivo nem pasta com este nome; confira o caminho. Você quis dizer"
                + " a.json?");
  }

  @Test
  void hasASentenceForAReasonThatIsAStableWord() {
    assertThat(text.sentence(new Failure("unreadable", "a", Map.of("reason", "permission"))))
        .isEqualTo(
            "could not be read: no permission to read; check the file's owner and permissions.");
    assertThat(text.sentence(new Failure("unreadable", "a", Map.of("reason", "disk on fire"))))
        .isEqualTo("could not be read: disk on fire");
  }

  @Test
  void joinsCandidates() {
    var failure =
        new Failure("contract-ambiguous", "a", Map.of("candidates", List.of("mce/a", "mce/b")));

    assertThat(text.sentence(failure)).contains("more than one contract: mce/a, mce/b;");
  }

  @Test
  void makesWhatItNamesPrintable() {
    var failure = new Failure("not-found", "\u001b[2J", Map.of("suggestion", "\u202E"));

    assertThat(text.line(failure)).startsWith("\\u001B[2J: ").endsWith("mean \\u202E?");
  }

  @Test
  void saysSomethingOfAKindThatItDoesNotKnow() {
    assertThat(text.sentence(new Failure("on-fire", "a", Map.of())))
        .isEqualTo("could not be checked (on-fire)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"failures", "report"})
  void bothLanguagesHaveTheSameSentencesWithTheSameParts(String bundle) throws IOException {
    var portuguese = read(bundle + "_pt");
    var english = read(bundle + "_en");

    assertThat(portuguese.keySet()).isEqualTo(english.keySet());
    for (var key : portuguese.stringPropertyNames()) {
      assertThat(parts(portuguese.getProperty(key)))
          .as(key)
          .isEqualTo(parts(english.getProperty(key)));
    }
  }

  private static Set<String> parts(String sentence) {
    var parts = new TreeSet<String>();
    Pattern.compile("\\{[^}]*}").matcher(sentence).results().forEach(p -> parts.add(p.group()));
    return parts;
  }

  private static Properties read(String name) throws IOException {
    var properties = new Properties();
    try (var stream =
        FailureText.class.getResourceAsStream("/org/valida/check/" + name + ".properties")) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
