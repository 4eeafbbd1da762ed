package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.report.Format;

/**
 * The published schema of {@code valida.yaml} and its reader judge alike: an editor that goes by
 * the schema, here everit over what another YAML loader makes of the text, says what Valida says.
 */
class ConfigurationSchemaTest {

  private static final Path SCHEMA = TestData.root().resolve("schemas/valida.schema.json");

  private static final Everit EVERIT =
      Everit.load(new String(TestData.bytes(SCHEMA), StandardCharsets.UTF_8));

  private static final Valida ENGINE = Valida.builder().schema(SCHEMA).build();

  @TempDir Path folder;

  static Stream<String> right() {
    return Stream.of(
        "{}",
        "lang: pt",
        "lang: \"en\"",
        "inputs: a",
        "inputs: [a, https://example.org/x, \"-\"]",
        "exclude: [\"**/package.json\"]",
        "contracts: []",
        "contracts: [{files: a, contract: mce/despesa}, {contract: ours/x, files: [b, c]}]",
        "contracts-folder: ../ours",
        "rules: {}",
        "rules: {json-bom: off, our-own-rule: \"error\"}",
        "fail-on: never",
        "formats: [text]",
        "formats: [json=a.json, sarif=b/c.sarif, html=a=b.html]",
        "baseline: ../known.json",
        "max-violations: 0",
        "max-violations: 1.0",
        "max-records: 1e3",
        "max-records: 999999999999999999",
        "limits: {}",
        "limits: {nesting: 3000, keys: 2147483647, inflated-bytes: 99999999999}");
  }

  static Stream<String> wrong() {
    return Stream.of(
        "[]",
        "text",
        "1",
        "long: pt",
        "lang: fr",
        "lang: [pt]",
        "lang:",
        "inputs: []",
        "inputs: ''",
        "inputs: [a, 1]",
        "inputs: {a: b}",
        "exclude: true",
        "contracts: {files: a, contract: mce/despesa}",
        "contracts: [mce/despesa]",
        "contracts: [{files: a}]",
        "contracts: [{contract: a}]",
        "contracts: [{files: a, contract: b, extra: c}]",
        "contracts: [{files: [], contract: b}]",
        "contracts: [{files: a, contract: 1}]",
        "contracts-folder: [a]",
        "rules: []",
        "rules: {json-bom: false}",
        "rules: {json-bom: OFF}",
        "rules: {our-own-rule: fatal}",
        "fail-on: errors",
        "formats: text",
        "formats: []",
        "formats: [text=]",
        "formats: [text=/etc/x]",
        "formats: [json=a/../../b]",
        "formats: [xml]",
        "formats: [' text']",
        "baseline: 1",
        "baseline: ''",
        "max-violations: -1",
        "max-violations: '1'",
        "max-violations: 1.5",
        "max-records: 0",
        "max-records: 1000000000000000000",
        "limits: {nesting: 3001}",
        "limits: {nesting: 0}",
        "limits: {keys: 2147483648}",
        "limits: {pattern-steps: 1}",
        "limits: 5");
  }

  @ParameterizedTest
  @MethodSource("right")
  void acceptWhatIsRight(String yaml) throws IOException {
    assertThat(verdicts(yaml)).isEqualTo(new Verdicts(true, true, true));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refuseWhatIsWrong(String yaml) throws IOException {
    assertThat(verdicts(yaml)).isEqualTo(new Verdicts(false, false, false));
  }

  /** Keys of those above with values of those above, one to four of them in a document. */
  @Test
  void agreeOnWhateverOneMayWrite() throws IOException {
    var keys =
        List.of(
            "inputs",
            "exclude",
            "contracts",
            "contracts-folder",
            "rules",
            "fail-on",
            "formats",
            "baseline",
            "max-violations",
            "max-records",
            "lang",
            "limits",
            "langs");
    var values =
        Stream.concat(right(), wrong())
            .filter(yaml -> yaml.contains(": "))
            .map(yaml -> yaml.substring(yaml.indexOf(": ") + 2))
            .toList();
    var random = new Random(20260701);
    int accepted = 0;
    for (int i = 0; i < 300; i++) {
      var yaml = new StringBuilder();
      IntStream.range(0, keys.size())
          .boxed()
          .filter(any -> random.nextInt(6) == 0)
          .forEach(
              key ->
                  yaml.append(keys.get(key))
                      .append(": ")
                      .append(values.get(random.nextInt(values.size())))
                      .append('\n'));
      var verdicts = verdicts(yaml.toString());
      assertThat(verdicts.reader())
          .as(yaml.toString())
          .isEqualTo(verdicts.everit())
          .isEqualTo(verdicts.engine());
      accepted += verdicts.reader() ? 1 : 0;
    }
    assertThat(accepted).as("how many of them are right").isBetween(20, 280);
  }

  private record Verdicts(boolean reader, boolean everit, boolean engine) {}

  private Verdicts verdicts(String yaml) throws IOException {
    var json = json(yaml);
    return new Verdicts(reader(yaml), EVERIT.accepts(json), engine(json));
  }

  private boolean reader(String yaml) throws IOException {
    var file = folder.resolve("valida.yaml");
    Files.writeString(file, yaml);
    try {
      Configuration.read(file, "valida.yaml");
      return true;
    } catch (ConfigurationException e) {
      return false;
    }
  }

  /** What a YAML loader of YAML 1.2 makes of the text, as editors have one. */
  private static String json(String yaml) {
    var loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return JSONObject.valueToString(loaded == null ? Map.of() : nullsKept(loaded));
  }

  private static Object nullsKept(Object loaded) {
    if (loaded instanceof Map<?, ?> map) {
      var object = new JSONObject();
      map.forEach((name, value) -> object.put((String) name, nullsKept(value)));
      return object;
    }
    return loaded == null ? JSONObject.NULL : loaded;
  }

  private boolean engine(String json) throws IOException {
    var payload = folder.resolve("valida.json");
    Files.write(payload, json.getBytes(StandardCharsets.UTF_8));
    var inputs = List.of(new FileSource("valida.json", payload));
    var result = ENGINE.run(inputs, (path, violation) -> {});
    return result.errors() == 0;
  }

  @Test
  void theSchemaKnowsEveryFormat() throws IOException {
    for (var format : Format.labels()) {
      assertThat(reader("formats: [" + format + "]")).as(format).isTrue();
    }
  }
}
