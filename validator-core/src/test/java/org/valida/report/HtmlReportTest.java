package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.KeptFile;
import org.valida.TestData;

class HtmlReportTest {

  private static final Pattern ASSET =
      Pattern.compile("(?s)(<style>|<script>).*?(</style>|</script>)");
  private static final Pattern HASH = Pattern.compile("sha256-[A-Za-z0-9+/]{43}=");

  @ParameterizedTest
  @ValueSource(strings = {"pt", "en"})
  void thePageOfASmallRunIsAsItWasKept(String language) {
    var page = HASH.matcher(ASSET.matcher(HtmlPages.small(language)).replaceAll("$1$2"));

    KeptFile.holds(
        TestData.root()
            .resolve("validator-core/src/test/resources/org/valida/report")
            .resolve("small_" + language + ".html"),
        page.replaceAll("sha256-"));
  }

  @Test
  void theSameRunGivesTheSameBytes() {
    assertThat(HtmlPages.huge(500, "pt")).isEqualTo(HtmlPages.huge(500, "pt"));
  }

  @Test
  void theBrowserRunsOnlyWhatTheReportBroughtAlong() {
    var page = HtmlPages.small("en");
    var assets = HtmlAssets.read();

    assertThat(page)
        .contains("<script>" + assets.script() + "</script>")
        .contains("<style>" + assets.style() + "</style>")
        .contains("default-src &#39;none&#39;; script-src &#39;sha256-");
    assertThat(HASH.matcher(page).results().map(MatchResult::group).distinct()).hasSize(2);
    assertThat(page).doesNotContain("unsafe-inline").doesNotContain(" style=");
    assertThat(assets.style()).doesNotContain("@import").doesNotContain("url(");
  }

  @Test
  void noTextOfAPayloadIsMarkup() {
    var page = HtmlPages.hostile("en");
    var assets = HtmlAssets.read();
    var rest = page.replace(assets.script(), "").replace(assets.style(), "");

    assertThat(rest.split("<script", -1)).as("the data and the script").hasSize(3);
    assertThat(rest.split("</script", -1)).hasSize(3);
    assertThat(rest)
        .doesNotContain("<img")
        .doesNotContain("<!--")
        .doesNotContain("<svg onload")
        .contains("${page.version()} @template.row(page) $unsafe{1+1} {count}");
    assertThat(rest.chars().filter(c -> c != '\n' && Character.getType(c) == Character.CONTROL))
        .isEmpty();
    assertThat(rest).doesNotContain("\u202E", "\u2028", "\u2029", "\u2066", "\uFEFF", "\uD800");
  }

  @Test
  void aHundredThousandViolationsGiveAPageOfBoundedSizeWithTrueTotals() {
    var page = HtmlPages.huge(100_000, "en");

    assertThat(page.length()).isLessThan(4_000_000);
    assertThat(page)
        .contains("<strong>33,334</strong> <span>errors</span>")
        .contains("<strong>66,666</strong> <span>warnings</span>")
        .contains(": show only the violations of code-unknown\">33,334</a>")
        .contains("of the 100,000 violations: at most 500 of each rule in each file");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "/ente/0/despesa/3/cod_fonte, cod_fonte",
    "/ente/0/despesa/3, despesa",
    "/0, ''",
    "/a~1b/0, a/b",
    "/ente/, ''"
  })
  void theAttributeIsTheLastNameOfThePointer(String pointer, String attribute) {
    assertThat(HtmlReport.attribute(pointer)).isEqualTo(attribute);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, '1,0\u00A0KB'",
    "99213, '99,2\u00A0KB'",
    "999999, '999,9\u00A0KB'",
    "1000000, '1,0\u00A0MB'",
    "1800000000, '1,8\u00A0GB'",
    "9007199254740993000, '9.007.199,2\u00A0TB'"
  })
  void sizesAreAsPeopleWriteThem(long bytes, String text) {
    var phrases = Phrases.read(HtmlReport.class, "/org/valida/report/html/texts", "pt");

    assertThat(HtmlSize.of(bytes, phrases)).isEqualTo(text);
  }

  @Test
  void anOutputThatFailsIsNamedAsSuch() {
    var full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("disk full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    var report = new HtmlReport(full, Samples.WORDING, "en", new HtmlReport.Options("1.2.3", 1000));

    assertThatThrownBy(() -> report.ended(Samples.result(Samples.file("a", 0, 0, Map.of()))))
        .isInstanceOf(OutputException.class);
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    var portuguese = texts("pt");
    var english = texts("en");

    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(portuguese.stringPropertyNames());
    for (var key : english.stringPropertyNames()) {
      assertThat(parts(english.getProperty(key)))
          .as(key)
          .isEqualTo(parts(portuguese.getProperty(key)));
    }
  }

  private static Object parts(String text) {
    return Pattern.compile("\\{[a-z]+}")
        .matcher(text)
        .results()
        .map(r -> r.group())
        .sorted()
        .toList();
  }

  private static Properties texts(String language) throws IOException {
    var texts = new Properties();
    try (var stream =
            HtmlReport.class.getResourceAsStream("html/texts_" + language + ".properties");
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
