package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.document.Place;
import org.valida.json.Limits;
import org.valida.report.FailureText;
import org.valida.violation.Level;

class ConfigurationTest {

  @TempDir Path folder;

  private Configuration read(String text) throws IOException, ConfigurationException {
    var file = folder.resolve("valida.yaml");
    Files.writeString(file, text);
    return Configuration.read(file, "valida.yaml");
  }

  private String complaint(String text) {
    var e = catchThrowableOfType(ConfigurationException.class, () -> read(text));
    return lines(e);
  }

  private static String lines(ConfigurationException e) {
    return e.failures().stream().map(FailureText.of("en")::line).collect(Collectors.joining("\n"));
  }

  @Test
  void readsEverythingItKnows() throws Exception {
    var configuration =
        read(
            """
            # yaml
            inputs: [despesa, "s/*.json"]
            exclude: s/old/
            formats:
              - text
              - json=out/report.json
            baseline: known.json
            contracts:
              - files: "despesa/**"
                contract: mce/despesa
              - {files: [r/*.json, s/*.json], contract: mce/receita}
            rules:
              json-bom: off
              value-negative: error
            fail-on: warning
            lang: en
            max-violations: 0
            max-records: 10
            limits:
              nesting: 20
              name-bytes: 100
              inflated-bytes: 5000000000
            contracts-folder: ours
            """);

    assertThat(configuration.inputs()).containsExactly("despesa", "s/*.json");
    assertThat(configuration.excludes(folder.resolve("s/old/x/a.json"))).isTrue();
    assertThat(configuration.excludes(folder.resolve("s/a.json"))).isFalse();
    assertThat(configuration.reports())
        .containsExactly(
            new Configuration.ReportTarget("text", Optional.empty(), at(5, 5)),
            new Configuration.ReportTarget(
                "json", Optional.of(folder.resolve("out/report.json")), at(6, 5)));
    assertThat(configuration.baseline()).contains(folder.resolve("known.json"));
    assertThat(configuration.contractFor(folder.resolve("despesa/x/a.json")))
        .contains("mce/despesa");
    assertThat(configuration.contractFor(folder.resolve("s/a.json"))).contains("mce/receita");
    assertThat(configuration.contractFor(folder.resolve("t/a.json"))).isEmpty();
    assertThat(configuration.levels())
        .isEqualTo(Map.of("json-bom", Level.OFF, "value-negative", Level.ERROR));
    assertThat(configuration.failOn()).contains(FailOn.WARNING);
    assertThat(configuration.lang()).contains("en");
    assertThat(configuration.maxViolations()).isEqualTo(OptionalLong.of(0));
    assertThat(configuration.maxRecords()).isEqualTo(OptionalLong.of(10));
    var defaults = Limits.defaults();
    assertThat(configuration.limits())
        .contains(
            new Limits(
                20,
                100,
                defaults.stringBytes(),
                defaults.numberBytes(),
                defaults.members(),
                defaults.keys(),
                defaults.captureBytes(),
                5_000_000_000L));
    assertThat(configuration.contractsFolder()).contains(folder.resolve("ours"));
  }

  private static Place at(long line, long column) {
    return new Place("valida.yaml", line, column);
  }

  @Test
  void takesTheFirstPatternThatFits() throws Exception {
    var configuration =
        read(
            """
            contracts:
              - {files: "a*", contract: mce/despesa}
              - {files: "*", contract: mce/receita}
            """);

    assertThat(configuration.contractFor(folder.resolve("ab"))).contains("mce/despesa");
    assertThat(configuration.contractFor(folder.resolve("b"))).contains("mce/receita");
  }

  @ParameterizedTest
  @CsvSource({"''", "'# nothing yet'", "'---'"})
  void mayBeEmpty(String text) throws Exception {
    assertThat(read(text).assignments()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rulez: {}                  | 1:1: unknown key: rulez. Did you mean rules?",
        "xyz: 1                     | 1:1: unknown key: xyz.",
        "lang: pt\\nlang: en        | 2:1: the key lang stands twice.",
        "lang: fr                   | 1:7: invalid value for lang: fr; use pt, en.",
        "lang: {}                   | 1:7: invalid value for lang: …; use pt, en.",
        "fail-on: warnin            | 1:10: invalid value for fail-on: warnin; use error, warning,"
            + " info, never. Did you mean warning?",
        "rules:\\n"
            + "  json-bom: of    | 2:13: invalid value for json-bom: of; use error, warning, info,"
            + " off. Did you mean off?",
        "rules: [json-bom]          | 1:8: rules must be a mapping (key: value).",
        "contracts: mce/despesa     | 1:12: contracts must be a list.",
        "contracts: [{files: a}]    | 1:13: the key contract is missing.",
        "contracts: [{files: {}, contract: a}] | 1:21: files must be a text, or a list of texts.",
        "contracts: [{file: a, contract: b, files: c}] | 1:14: unknown key: file. Did you mean"
            + " files?",
        "max-violations: -1         | 1:17: invalid value for max-violations: -1; use a whole"
            + " number from 0.",
        "max-violations: '1'        | 1:17: max-violations must be a whole number.",
        "max-records: 0             | 1:14: invalid value for max-records: 0; use a whole number"
            + " from 1.",
        "max-records: [1]           | 1:14: max-records must be a whole number.",
        "max-records: .inf          | 1:14: max-records must be a whole number.",
        "limits: {nesting: 3001}    | 1:19: invalid value for nesting: 3001; the greatest is 3000.",
        "limits: {keys: 9999999999} | 1:16: invalid value for keys: 9999999999; the greatest is"
            + " 2147483647.",
        "limits: {name-byte: 1}     | 1:10: unknown key: name-byte. Did you mean name-bytes?",
        "inputs: []                 | 1:9: inputs is empty.",
        "inputs: [a, '']            | 1:13: inputs is empty.",
        "formats: [jsn]             | 1:11: invalid value for formats: jsn; use a format, or"
            + " FORMAT=FILE with a file in the configuration's folder or below it, such as"
            + " json=target/valida.json.",
        "baseline: \"a\\0\"         | 1:11: invalid value for baseline: a\\u0000; use a path that"
            + " the system knows.",
        "'[a]: 1'                   | 1:1: this is not valid YAML: Non scalar key is detected but"
            + " it is not configured to be allowed; check indentation, quotes and colons here.",
        "- a                        | 1:1: the document must be a mapping (key: value).",
      })
  void complainsWithLineAndColumn(String text, String complaint) {
    assertThat(complaint(text.replace("\\n", "\n"))).isEqualTo("valida.yaml:" + complaint);
  }

  @Test
  void saysWhereItIsNoYaml() {
    assertThat(complaint("rules:\n  a: [\n"))
        .startsWith("valida.yaml:3:1: this is not valid YAML:");
    assertThat(complaint("a: \u0001")).startsWith("valida.yaml:1:1: this is not valid YAML:");
    assertThat(complaint("a: 1\n---\nb: 1\n")).contains("this is not valid YAML:");
  }

  @Test
  void makesNoObjects() {
    assertThat(complaint("lang: !!javax.script.ScriptEngineManager [x]"))
        .isEqualTo("valida.yaml:1:7: invalid value for lang: …; use pt, en.");
  }

  @Test
  void saysWhenItCannotBeRead() throws IOException {
    var missing =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> Configuration.read(folder.resolve("x.yaml"), "x.yaml"));
    assertThat(missing.failure().kind()).isEqualTo("document-not-found");

    var latin = folder.resolve("latin.yaml");
    Files.write(latin, "# é".getBytes(StandardCharsets.ISO_8859_1));
    var unreadable =
        catchThrowableOfType(
            ConfigurationException.class, () -> Configuration.read(latin, "latin.yaml"));
    assertThat(FailureText.of("en").line(unreadable.failure()))
        .isEqualTo("latin.yaml: the file could not be read: it is not UTF-8; save it as UTF-8.");
  }

  @Test
  void saysWhereItNamesAnUnknownRuleOrContract() throws Exception {
    var rules =
        read(
            """
            rules:
              json-bon: off
            """);
    var contracts =
        read(
            """
            contracts:
              - contract: despesa
                files: x
            """);

    assertThat(unknown(rules))
        .isEqualTo(
            "valida.yaml:2:3: unknown rule: json-bon; valida rules lists them. Did you mean"
                + " json-bom?");
    assertThat(unknown(contracts))
        .isEqualTo(
            "valida.yaml:2:15: unknown contract: despesa; valida contracts lists them. Did you mean"
                + " mce/despesa?");
  }

  @Test
  void saysAllThatIsWrongAtOnce() throws Exception {
    assertThat(complaint("lang: fr\nrulez: {}\nlimits:\n  keys: 0\n  nest: 1\n").lines())
        .containsExactly(
            "valida.yaml:1:7: invalid value for lang: fr; use pt, en.",
            "valida.yaml:2:1: unknown key: rulez. Did you mean rules?",
            "valida.yaml:4:9: invalid value for keys: 0; use a whole number from 1.",
            "valida.yaml:5:3: unknown key: nest.");
    assertThat(unknown(read("rules: {a: off}\ncontracts: [{files: a, contract: b}]")).lines())
        .containsExactly(
            "valida.yaml:2:34: unknown contract: b; valida contracts lists them.",
            "valida.yaml:1:9: unknown rule: a; valida rules lists them.");
  }

  @Test
  void keepsReportsInItsOwnFolder() throws Exception {
    for (var away : List.of("/x", "../x", "a/../../x", "C:x", "\\\\x", "..\\\\x", "a/..")) {
      assertThat(complaint("formats: [\"json=" + away + "\"]"))
          .startsWith(
              "valida.yaml:1:11: invalid value for formats: json=" + away.replace("\\\\", "\\"));
    }
    assertThat(read("formats: [json=a/..b/x..y]").reports()).hasSize(1);
  }

  @Test
  void sendsNoTwoReportsToOnePlace() {
    assertThat(complaint("formats: [text, json=a, json]"))
        .startsWith("valida.yaml:1:25: only one format can go to standard output;");
    assertThat(complaint("formats: [text=a, json=./a]"))
        .startsWith("valida.yaml:1:19: two reports would go to the same file;");
  }

  @Test
  void isNotDrownedInAliases() {
    var bomb = new StringBuilder("inputs: [&a0 [x, x, x, x, x, x, x, x]");
    for (int i = 1; i < 9; i++) {
      bomb.append(", &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(5));
      bomb.append("x]");
    }

    assertThat(complaint(bomb + "]")).contains("aliases");
    assertThat(complaint("rules: &a {b: *a}")).contains("aliases");
  }

  private static String unknown(Configuration configuration) {
    var e =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> configuration.verify(List.of("json-bom"), List.of("mce/despesa")));
    return lines(e);
  }

  @Test
  void countsColumnsInCodePointsAndNoByteOrderMark() {
    assertThat(complaint("\uFEFF{\"😀\": 1}")).startsWith("valida.yaml:1:2: unknown key: 😀.");
    assertThat(complaint("{lang: pt, \"😀\": 1, x: 2}")).startsWith("valida.yaml:1:12:");
  }
}
