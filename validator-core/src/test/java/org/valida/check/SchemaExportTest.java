package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.TestData;
import org.valida.contract.ContractCatalog;
import org.valida.contract.ContractFiles;
import org.valida.contract.ContractInfo;
import org.valida.json.JsonArray;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Utf8Cursor;
import org.valida.schema.Checker;
import org.valida.schema.Program;
import org.valida.schema.RunMemory;
import org.valida.schema.Settings;
import org.valida.text.Draft;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

class SchemaExportTest {

  private static final ContractCatalog CATALOG = ContractCatalog.builtIn();

  /** Rules of the MCE whose every breach a plain schema can see. */
  private static final Set<String> PLAIN =
      Set.of(
          "schema-type",
          "schema-required",
          "schema-unknown-attribute",
          "schema-length",
          "schema-pattern",
          "schema-enum",
          "schema-const",
          "schema-range",
          "attribute-not-lowercase",
          "sgl-uf-format",
          "sgl-uf-unknown",
          "cod-municipio-format",
          "cod-municipio-unknown",
          "cod-municipio-filter-value",
          "num-ano-format",
          "num-periodo-range",
          "cod-fonte-unknown",
          "cod-indicador-number",
          "cod-indicador-unknown",
          "cod-subfuncao-unknown",
          "dat-consulta-format",
          "decimal-15-2");

  /**
   * Breaches of {@link #PLAIN} rules that no schema sees: a pattern does not know which days there
   * are, and no {@code multipleOf} counts decimals, for most tools compute it in binary.
   */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "despesa/dat-consulta-format-february-29-of-1900.json",
          "despesa/dat-consulta-format-february-29-of-2023.json",
          "despesa/dat-consulta-format-february-30.json",
          "despesa/dat-consulta-format-fraction-of-no-real-day.json",
          "despesa/dat-consulta-format-hour-25.json",
          "despesa/dat-consulta-format-minute-60.json",
          "despesa/dat-consulta-format-month-13.json",
          "despesa/dat-consulta-format-zero-date.json",
          "despesa/decimal-15-2-1.005.json",
          "despesa/decimal-15-2-1e-3.json",
          "despesa/decimal-15-2-1e-400.json",
          "despesa/decimal-15-2-9999999999999.991.json",
          "despesa/decimal-15-2-9999999999999.999.json",
          "despesa/decimal-15-2-float-sum.json",
          "despesa/decimal-15-2-half-cent-exponent.json",
          "despesa/decimal-15-2-php-serialize-precision.json",
          "despesa/decimal-15-2-three-decimals.json",
          "despesa/decimal-15-2-tiny-tail.json",
          "funcao12/decimal-15-2-float-sum.json",
          "indicador/decimal-15-2-third.json",
          "informacoescomplementares/decimal-15-2-three-decimals.json",
          "receita/decimal-15-2-1.005.json");

  static Stream<String> contracts() {
    return CATALOG.all().stream().map(ContractInfo::id);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void isOneSelfContainedSchemaOfDraft7(String id) {
    var text = judges(id).text();
    var schema = JsonValue.parse(text);

    assertThat(schema.member("$schema").orElseThrow().string())
        .isEqualTo(Draft.DRAFT7.metaSchema());
    assertThat(schema.member("$id")).isPresent();
    assertThat(schema.member("title")).isPresent();
    assertThat(text).doesNotContain("\"x-").doesNotContain("multipleOf").endsWith("\n}\n");
    assertThat(references(schema)).allSatisfy(reference -> assertThat(reference).startsWith("#"));
    assertThat(errors(metaSchema(), text)).isEmpty();
  }

  @Test
  void isIndentedByTwoBlanksAndSaysTheSameEachTime() {
    var text = SchemaExport.export(CATALOG, "mce/oauth-error");

    assertThat(text)
        .isEqualTo(SchemaExport.export(CATALOG, "mce/oauth-error"))
        .startsWith(
            """
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "$id": "https://valida.org/schemas/mce/oauth-error.schema.json",
              "title": "MCE-SIOPE 3: failed login",
            """)
        .contains(
            """
                "status": {
                  "type": "integer",
                  "enum": [
                    400,
                    401
                  ]
                },
            """);
  }

  @Test
  void saysThatThereIsNoSuchContract() {
    assertThatThrownBy(() -> SchemaExport.export(CATALOG, "mce/nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no contract mce/nothing");
  }

  // ---- code tables

  @Test
  void listsTheCodesOfAnIntegerAttributeAsNumbers() {
    var codes = codes("mce/despesa", "cod_fonte");

    assertThat(codes).contains("540", "111", "546").doesNotContain("\"540\"").hasSize(100);
  }

  @Test
  void listsEveryMunicipioInEverySpellingThatIsAtMostAWarning() {
    var codes = codes("mce/despesa", "cod_municipio");

    assertThat(codes)
        .contains("4314902", "\"4314902\"", "431490", "\"431490\"", "\"\"", "null")
        .doesNotContain("-1", "4314903")
        .hasSize(4 * 5571 + 2);
  }

  @Test
  void listsTextCodesAsTheyAreWritten() {
    assertThat(codes("mce/indicador", "cod_indicador"))
        .contains("\"1.1\"", "\"2.10\"", "\"4.15\"")
        .doesNotContain("1.1")
        .hasSize(51);
    assertThat(codes("mce/despesa", "sgl_uf")).contains("\"DF\"").hasSize(27);
  }

  @Test
  void listsCodesThatMayBeNumberOrTextAsBothAndWithLeadingZeros() {
    assertThat(codes("sgp/estudantes", "serieAno"))
        .contains("0", "\"0\"", "\"00\"", "7", "\"07\"", "21")
        .doesNotContain("null", "\"\"");
    assertThat(codes("sgp/estudantes", "sexo")).contains("1", "\"1\"", "\"\"");
  }

  @Test
  void listsNothingWhereAnUnknownCodeIsOnlyAWarning() {
    var schema = JsonValue.parse(SchemaExport.export(CATALOG, "sgp/profissionais-funcoes"));

    assertThat(find(schema, "codigoFuncao").member("enum")).isEmpty();
  }

  @Test
  void boundsMoneyByItsIntegerDigits() {
    var schema = JsonValue.parse(SchemaExport.export(CATALOG, "mce/despesa"));
    var amount = find(schema, "vlr_despesa_paga");

    assertThat(written(amount.member("exclusiveMinimum").orElseThrow()))
        .isEqualTo("-10000000000000");
    assertThat(written(amount.member("exclusiveMaximum").orElseThrow()))
        .isEqualTo("10000000000000");
  }

  @Test
  void expandsAContractOfTheUsersOwn() {
    var text = SchemaExport.export(own(), "own/list");

    assertThat(text)
        .isEqualTo(
            """
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "$id": "https://example.org/own/list.schema.json",
              "type": "object",
              "properties": {
                "x-kept": {
                  "$ref": "#/definitions/code"
                },
                "self": {
                  "$ref": "#"
                },
                "again": {
                  "description": "Twice.",
                  "$ref": "#/definitions/code"
                },
                "other": {
                  "$ref": "#/definitions/code-2"
                },
                "tree": {
                  "$ref": "#/definitions/tree"
                },
                "day": {
                  "type": "string",
                  "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$"
                },
                "blank": {
                  "const": {
                    "x-data": "stays",
                    "$ref": "stays"
                  },
                  "default": []
                }
              },
              "definitions": {
                "code": {
                  "type": [
                    "integer",
                    "string"
                  ],
                  "enum": [
                    7,
                    10,
                    "7",
                    "007",
                    "10",
                    "010"
                  ]
                },
                "code-2": {
                  "title": "Another",
                  "type": "string"
                },
                "tree": {
                  "type": "array",
                  "items": {
                    "$ref": "#/definitions/tree"
                  }
                }
              }
            }
            """);
  }

  private static ContractCatalog own() {
    var files =
        Map.of(
            "contracts.json",
            """
            {"contracts": [{"id": "own/list", "schema": "own/list.schema.json"}]}\
            """,
            "own/tables/code.csv",
            "code,extra\n007,\n010,\n11,true\n",
            "own/shared.schema.json",
            """
            {"definitions": {
              "code": {"type": ["integer", "string"], "x-digits": "accepted", "x-clause": "1",
                "x-table": {"table": "code", "unknown": "code-unknown", "extra": "code-unknown"}},
              "tree": {"type": "array", "items": {"$ref": "#/definitions/tree"}}}}\
            """,
            "own/list.schema.json",
            """
            {"$schema": "http://json-schema.org/draft-07/schema#",
             "$id": "https://example.org/own/list.schema.json",
             "type": "object",
             "definitions": {
               "code": {"$id": "#code", "title": "Another", "type": "string"}, "unused": true},
             "properties": {
               "x-kept": {"$ref": "shared.schema.json#/definitions/code"},
               "self": {"$ref": "#"},
               "again": {"description": "Twice.", "$ref": "shared.schema.json#/definitions/code"},
               "other": {"$ref": "#code"},
               "tree": {"$ref": "shared.schema.json#/definitions/tree"},
               "day": {"type": "string", "x-optional": true,
                 "x-date": {"format": "date-format", "invalid": "date-invalid"}},
               "blank": {"const": {"x-data": "stays", "$ref": "stays"}, "default": []}}}\
            """);
    ContractFiles source = path -> Optional.ofNullable(files.get(path));
    return ContractCatalog.read(source, Optional.of(CATALOG));
  }

  private static List<String> codes(String contract, String attribute) {
    var schema = JsonValue.parse(SchemaExport.export(CATALOG, contract));
    return find(schema, attribute).member("enum").orElseThrow().elements().stream()
        .map(SchemaExportTest::written)
        .toList();
  }

  private static String written(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.raw();
    }
    var text = new StringBuilder();
    value.canonical(text);
    return text.toString();
  }

  /** The schema of an attribute, wherever it stands, with its reference followed. */
  private static JsonValue find(JsonValue schema, String attribute) {
    var definition = schema.member("definitions").flatMap(all -> all.member(attribute));
    return definition.or(() -> below(schema, attribute)).orElseThrow();
  }

  private static Optional<JsonValue> below(JsonValue value, String attribute) {
    return value
        .member(attribute)
        .or(
            () ->
                Stream.concat(value.members().values().stream(), value.elements().stream())
                    .flatMap(inner -> below(inner, attribute).stream())
                    .findFirst());
  }

  // ---- verdicts

  @Test
  void acceptsEveryValidPayload() {
    var refused = new ArrayList<String>();
    var files = TestData.files(TestData.testdata().resolve("mce/valid"), ".json");
    for (var file : files) {
      var judge = judges(contract(file));
      if (!errors(judge.own(), file).isEmpty()) {
        refused.add("Valida: " + TestData.name(file) + " " + errors(judge.own(), file));
      }
      if (!judge.everit().accepts(file)) {
        refused.add("everit: " + TestData.name(file));
      }
    }

    assertThat(files).hasSizeGreaterThan(80);
    assertThat(refused).isEmpty();
  }

  @Test
  void refusesEveryPayloadThatBreaksWhatASchemaCanSay() {
    var accepted = new ArrayList<String>();
    int tried = 0;
    for (var file : TestData.files(TestData.testdata().resolve("mce/invalid"), ".json")) {
      var name = TestData.name(file);
      if (mustBeRefused(name)
          && !BEYOND_A_SCHEMA.contains(name.substring("mce/invalid/".length()))) {
        tried++;
        var judge = judges(contract(file));
        if (errors(judge.own(), file).isEmpty()) {
          accepted.add("Valida: " + name);
        }
        if (judge.everit().accepts(file)) {
          accepted.add("everit: " + name);
        }
      }
    }

    assertThat(tried).isGreaterThan(200);
    assertThat(accepted).isEmpty();
  }

  private static final JsonValue INTENT =
      JsonValue.parse(
          new String(
              TestData.bytes(TestData.testdata().resolve("mce/expected/intent.json")),
              StandardCharsets.UTF_8));

  private static boolean mustBeRefused(String name) {
    var violations =
        INTENT.member(name).flatMap(intent -> intent.member("violations")).map(JsonValue::elements);
    if (violations.isEmpty() || name.contains("/recognition/")) {
      return false;
    }
    boolean readable = true;
    boolean plain = false;
    for (var violation : violations.get()) {
      var rule = violation.member("rule").orElseThrow().string();
      var severity = violation.member("severity").orElseThrow().string();
      readable &= !rule.startsWith("json-");
      plain |= PLAIN.contains(rule) && severity.equals("error");
    }
    return readable && plain;
  }

  /** Both judges of a contract, made once: everit takes a second to load 22,000 codes. */
  private static Judges judges(String contract) {
    return JUDGES.computeIfAbsent(contract, Judges::of);
  }

  private static final Map<String, Judges> JUDGES = new HashMap<>();

  private record Judges(String text, Program own, Everit everit) {
    static Judges of(String contract) {
      var text = SchemaExport.export(CATALOG, contract);
      return new Judges(text, compile(JsonValue.parse(text)), Everit.load(text));
    }
  }

  private static String contract(Path file) {
    return "mce/" + file.getParent().getFileName();
  }

  private static Program metaSchema() {
    return compile(MetaSchemas.find("http://json-schema.org/draft-07/schema").orElseThrow());
  }

  private static Program compile(JsonValue schema) {
    return SchemaFile.compile(
        schema,
        URI.create("mem:/export.json"),
        Draft.DRAFT7,
        uri -> Optional.empty(),
        CATALOG.rules());
  }

  private static List<String> errors(Program program, Path file) {
    return errors(program, TestData.bytes(file));
  }

  private static List<String> errors(Program program, String text) {
    return errors(program, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> errors(Program program, byte[] document) {
    var errors = new ArrayList<String>();
    var settings = Settings.defaults();
    new Checker(program, settings, new RunMemory(null), violation -> keep(violation, errors))
        .check(Utf8Cursor.over(document, settings.limits()), "document");
    return errors;
  }

  private static void keep(Violation violation, List<String> errors) {
    if (violation.severity() == Severity.ERROR) {
      errors.add(violation.rule().id() + " " + violation.pointer());
    }
  }

  private static List<String> references(JsonValue value) {
    var found = new ArrayList<String>();
    if (value instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (name, inner) -> {
                if (name.equals("$ref") && inner instanceof JsonString reference) {
                  found.add(reference.string());
                }
                found.addAll(references(inner));
              });
    } else if (value instanceof JsonArray list) {
      list.elements().forEach(element -> found.addAll(references(element)));
    }
    return found;
  }
}
