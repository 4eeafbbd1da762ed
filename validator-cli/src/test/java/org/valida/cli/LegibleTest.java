package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LegibleTest {

  private static final String SENTENCE = "“São João” – não é… 1 → 2, 汉 😀";

  private static String in(String charset) {
    return new Legible(Charset.forName(charset)).of(SENTENCE);
  }

  @Test
  void writesWithWhatACharsetHas() {
    assertThat(in("UTF-8")).isEqualTo(SENTENCE);
    assertThat(in("windows-1252")).isEqualTo("“São João” – não é… 1 -> 2, \\u6C49 \\uD83D\\uDE00");
    assertThat(in("Cp850")).isEqualTo("\"São João\" - não é... 1 -> 2, \\u6C49 \\uD83D\\uDE00");
    assertThat(in("US-ASCII")).isEqualTo("\"Sao Joao\" - nao e... 1 -> 2, \\u6C49 \\uD83D\\uDE00");
  }

  @Test
  void aConsoleWithAnOldCodePageIsWrittenTo() {
    for (var name : List.of("Cp850", "windows-1252", "US-ASCII")) {
      var charset = Charset.forName(name);
      var environment =
          new Environment(Map.of(), Path.of(""), true, Locale.forLanguageTag("pt"), true, charset);
      var out = new ByteArrayOutputStream();
      var err = new ByteArrayOutputStream();

      Main.run(
          InputStream.nullInputStream(), out, err, List.of("explain", "json-bom"), environment);
      Main.run(InputStream.nullInputStream(), out, err, List.of("check", "não.json"), environment);

      assertThat(out.toString(charset))
          .contains(name.equals("US-ASCII") ? "inicio" : "início")
          .doesNotContain("?");
      assertThat(err.toString(charset))
          .contains((name.equals("US-ASCII") ? "nao" : "não") + ".json: n")
          .doesNotContain("?");
    }
  }

  private static Charset charset(boolean windows, String... pairs) {
    var properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return Environment.charset("stdout", windows, properties);
  }

  @Test
  void theConsolesCharsetIsTaken() {
    assertThat(charset(true, "stdout.encoding", "Cp850", "native.encoding", "Cp1252").name())
        .isEqualTo("IBM850");
    assertThat(charset(true, "sun.stdout.encoding", "cp437", "native.encoding", "Cp1252").name())
        .isEqualTo("IBM437");
    assertThat(charset(true, "native.encoding", "Cp1252").name()).isEqualTo("windows-1252");
    assertThat(charset(true, "stdout.encoding", "cp65001").name()).isEqualTo("UTF-8");
    assertThat(charset(false, "native.encoding", "ISO-8859-1").name()).isEqualTo("UTF-8");
    assertThat(charset(false, "stdout.encoding", "ANSI_X3.4-1968").name()).isEqualTo("UTF-8");
    assertThat(charset(false, "stdout.encoding", "no such thing").name()).isEqualTo("UTF-8");
  }
}
