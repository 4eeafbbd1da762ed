package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  private static Environment environment(Map<String, String> variables, boolean windows) {
    return new Environment(
        variables,
        Path.of(""),
        windows,
        Locale.forLanguageTag("en-US"),
        false,
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', pt",
    "'', '', C, pt",
    "'', '', C.UTF-8, pt",
    "'', '', POSIX, pt",
    "'', '', pt_BR.UTF-8, pt",
    "'', '', pt_PT@euro, pt",
    "'', '', en_US.UTF-8, en",
    "'', '', de_DE, en",
    "'', en_GB, pt_BR, en",
    "pt_BR, en_GB, en_GB, pt",
    "C, en_GB, en_GB, pt",
  })
  void isTheSystems(String lcAll, String lcMessages, String lang, String language) {
    var variables = new HashMap<String, String>();
    variables.put("LC_ALL", lcAll);
    variables.put("LC_MESSAGES", lcMessages);
    variables.put("LANG", lang);

    assertThat(Language.of(List.of(), environment(variables, false))).isEqualTo(language);
  }

  @Test
  void isThatOfTheUserOnWindowsWhereNoVariableSaysOtherwise() {
    assertThat(Language.of(List.of(), environment(Map.of(), true))).isEqualTo("en");
    assertThat(Language.of(List.of(), environment(Map.of("LANG", "pt_BR"), true))).isEqualTo("pt");
  }

  @ParameterizedTest
  @CsvSource({
    "check --lang en x, en",
    "--lang=en --wrong, en",
    "check --lang fr, pt",
    "check --lang, pt",
    "check -- --lang en, pt",
  })
  void isWhatTheArgumentsSay(String arguments, String language) {
    assertThat(Language.of(List.of(arguments.split(" ")), environment(Map.of(), false)))
        .isEqualTo(language);
  }
}
