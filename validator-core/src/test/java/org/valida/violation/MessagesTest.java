package org.valida.violation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.valida.violation.Violation.Excerpt;

class MessagesTest {

  private static final Messages PT = Messages.of("pt");
  private static final Messages EN = Messages.of("en");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
  private static final Pattern KEY =
      Pattern.compile(
          "(?<rule>[a-z0-9-]+)\\.(?<part>title|why|repair|message)(\\.(?<variant>[a-z0-9-]+))?");

  @Test
  void aMessageSaysTheAttributeAndTheValueInEachLanguage() {
    var violation =
        violation("cod-fonte-unknown", "", Map.of(), "/ente/0/despesa/0/cod_fonte", "999");

    assertThat(PT.message(violation))
        .isEqualTo("cod_fonte 999 não existe na tabela de fontes (MCE 6.1)");
    assertThat(EN.message(violation))
        .isEqualTo("cod_fonte 999 is not in the table of fontes (MCE 6.1)");
  }

  @Test
  void aVariantHasItsOwnMessageAndRepair() {
    var violation =
        violation(
            "cod-fonte-unknown", "extended", Map.of("suggestion", "540"), "/cod_fonte", "1540");

    assertThat(EN.message(violation)).endsWith("did you mean 540?");
    assertThat(EN.repair(violation)).startsWith("Send the fonte's 3 digits only: 540.");
  }

  @Test
  void aVariantWithoutTextsOfItsOwnFallsBackToThePlainOnes() {
    var violation = violation("sgl-uf-unknown", "no-such-variant", Map.of(), "/sgl_uf", "XX");

    assertThat(EN.message(violation))
        .isEqualTo("sgl_uf XX is none of the 27 units of the federation");
    assertThat(EN.repair(violation)).isEqualTo(EN.text("sgl-uf-unknown.repair").orElseThrow());
  }

  @Test
  void anArgumentThatIsNotThereStaysVisible() {
    var violation = violation("json-duplicate-name", "", Map.of(), "/a", null);

    assertThat(EN.message(violation)).contains("{name}");
  }

  @Test
  void anArgumentIsNotReadAsAPlaceholderItself() {
    var violation =
        violation("json-duplicate-name", "", Map.of("name", "{pointer}$1\\"), "/a", null);

    assertThat(EN.message(violation)).contains("attribute {pointer}$1\\ appears");
  }

  @Test
  void anEmptyArgumentTakesItsParenthesesOrItsColonAlong() {
    var label =
        violation(
            "cod-fonte-not-in-manual", "", Map.of("code", 546L, "label", ""), "/cod_fonte", "546");
    var found = violation("json-syntax", "extra-content", Map.of("found", ""), "", null);

    assertThat(EN.message(label)).isEqualTo("fonte 546 is not in the table of MCE 6.1");
    assertThat(EN.message(found)).isEqualTo("there is content after the end of the document");
  }

  @Test
  void theAttributeOfTheRootIsTheDocument() {
    var violation =
        violation("schema-type", "", Map.of("expected", "object", "found", "string"), "", null);

    assertThat(PT.message(violation)).isEqualTo("documento veio como texto; esperado: objeto");
    assertThat(EN.message(violation)).isEqualTo("document has type text; expected: object");
  }

  @Test
  void severalTypesAreNamedInTheReadersLanguage() {
    var violation =
        violation(
            "schema-type",
            "",
            Map.of("expected", "integer or null", "found", "array"),
            "/num_ano",
            null);

    assertThat(PT.message(violation))
        .isEqualTo("num_ano veio como lista; esperado: número inteiro ou nulo (null)");
  }

  @Test
  void anItemOfAnArrayIsCountedFromOne() {
    var violation =
        violation(
            "schema-length",
            "long",
            Map.of("length", 201, "limit", 200),
            "/ente/0/divergencia/2",
            null);

    assertThat(EN.message(violation)).isEqualTo("item 3 has 201 characters; the maximum is 200");
  }

  @Test
  void anEscapedPointerGivesTheNameAsItIs() {
    var violation = violation("value-empty", "", Map.of(), "/0/a~1b~01", "");

    assertThat(EN.message(violation)).startsWith("a/b~1 is empty");
  }

  @Test
  void anEmptyTextAndAStructureCanBeSeen() {
    assertThat(EN.message(violation("sgl-uf-format", "", Map.of(), "/sgl_uf", "")))
        .startsWith("sgl_uf \"\" is not");
    assertThat(EN.message(violation("sgl-uf-format", "", Map.of(), "/sgl_uf", null)))
        .startsWith("sgl_uf (object or array) is not");
  }

  @Test
  void nothingThatSteersATerminalGetsThrough() {
    var violation =
        violation(
            "schema-unknown-attribute",
            "near",
            Map.of("name", "\u001b[31m\u202e", "suggestion", "a"),
            "/x",
            null);

    assertThat(EN.message(violation))
        .contains("\\u001B[31m\\u202E")
        .doesNotContain("\u001b")
        .doesNotContain("\u202e");
  }

  @Test
  void aLongNameIsCut() {
    var violation = violation("schema-false", "", Map.of(), "/" + "n".repeat(10_000), null);

    assertThat(EN.message(violation)).hasSizeLessThan(200).contains("n…");
  }

  @Test
  void numbersAreWrittenInPlainDigitsWhateverTheLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      var violation = violation("lote-too-large", "", Map.of("limit", 1_000_000L), "", null);
      assertThat(PT.message(violation))
          .isEqualTo("o lote tem mais registros que o limite, 1000000");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aUsersOwnRuleIsNamedByItsId() {
    var violation = violation("my-rule", "", Map.of(), "/a", "1");

    assertThat(EN.message(violation)).isEqualTo("a breaks the rule my-rule");
    assertThat(EN.repair(violation)).isEmpty();
    assertThat(EN.title("my-rule")).isEqualTo("my-rule");
    assertThat(EN.why("my-rule")).isEmpty();
  }

  @Test
  void thereAreNoTextsInAnotherLanguage() {
    assertThatThrownBy(() -> Messages.of("es"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("es");
  }

  @Test
  void bothLanguagesHaveTheSameKeysInTheSameOrderEachOnce() throws IOException {
    var keys = keys("pt");

    assertThat(keys("en")).isEqualTo(keys);
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleHasItsFourTexts() throws IOException {
    var rules = new TreeSet<String>();
    for (var key : ruleKeys()) {
      var matcher = KEY.matcher(key);
      assertThat(matcher.matches()).as(key).isTrue();
      rules.add(matcher.group("rule"));
    }
    var missing =
        rules.stream()
            .flatMap(
                rule ->
                    Arrays.stream(new String[] {"title", "why", "repair", "message"})
                        .map(part -> rule + "." + part))
            .filter(key -> PT.text(key).isEmpty())
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void everyVariantWithARepairHasAMessage() throws IOException {
    var keys = new HashSet<>(keys("pt"));
    var orphans =
        keys.stream()
            .filter(
                key ->
                    key.contains(".repair.")
                        && !keys.contains(key.replace(".repair.", ".message.")))
            .toList();

    assertThat(orphans).isEmpty();
  }

  @Test
  void bothLanguagesNameTheSamePlaceholders() throws IOException {
    var different =
        keys("pt").stream()
            .filter(
                key ->
                    !placeholders(PT.text(key).orElseThrow())
                        .equals(placeholders(EN.text(key).orElseThrow())))
            .toList();

    assertThat(different).isEmpty();
  }

  @Test
  void whatExplainPrintsNeedsNoArguments() throws IOException {
    assertThat(
            offenders(
                key -> !key.contains(".message") && !key.contains(".repair."),
                text -> placeholders(text).isEmpty()))
        .isEmpty();
  }

  @Test
  void messagesAndTitlesHaveNoFullStopAndExplanationsHaveOne() throws IOException {
    var sentence = Pattern.compile(".*\\.[\")]*", Pattern.DOTALL);

    assertThat(
            offenders(
                key -> key.contains(".message") || key.endsWith(".title"),
                text -> !text.endsWith(".")))
        .isEmpty();
    assertThat(
            offenders(
                key -> key.endsWith(".why") || key.contains(".repair"),
                text -> sentence.matcher(text).matches()))
        .isEmpty();
  }

  /** Keys and languages of rule texts that a condition does not hold for. */
  private static List<String> offenders(Predicate<String> keys, Predicate<String> condition)
      throws IOException {
    return ruleKeys().stream()
        .filter(keys)
        .filter(
            key ->
                !condition.test(PT.text(key).orElseThrow())
                    || !condition.test(EN.text(key).orElseThrow()))
        .toList();
  }

  private static List<String> ruleKeys() throws IOException {
    return keys("pt").stream().filter(key -> !key.startsWith("ui.")).toList();
  }

  /** As they stand in the file: Properties would forget order and repetition. */
  private static List<String> keys(String language) throws IOException {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Messages.class.getResourceAsStream("messages_" + language + ".properties"),
                UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf('=')))
          .toList();
    }
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Violation violation(
      String rule, String variant, Map<String, Object> arguments, String pointer, String value) {
    return new Violation(
        new Rule(rule, Severity.ERROR, "test", "", false),
        Severity.ERROR,
        variant,
        arguments,
        pointer,
        1,
        1,
        0,
        "",
        value,
        RecordRef.NONE,
        Excerpt.NONE);
  }
}
