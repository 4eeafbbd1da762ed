package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.TestData;
import org.valida.contract.CodeTable;
import org.valida.contract.ContractCatalog;
import org.valida.contract.ContractInfo;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Utf8Cursor;
import org.valida.schema.Checker;
import org.valida.schema.Program;
import org.valida.schema.RunMemory;
import org.valida.schema.Settings;
import org.valida.text.Draft;
import org.valida.violation.Messages;

/** The files under {@code schemas/} hold together: contracts, rules, tables, texts, and cases. */
class ContractFilesTest {

  private static final Path SCHEMAS = TestData.root().resolve("schemas");
  private static final ContractCatalog CATALOG = ContractCatalog.builtIn();

  /** Keywords whose value names a rule, alone or with its severity. */
  private static final Set<String> RULES = Set.of("x-rule", "x-length-rule", "x-empty-rule");

  /** Members of x- keywords that name a rule. */
  private static final Set<String> RULE_MEMBERS =
      Set.of(
          "rule",
          "format",
          "digits",
          "invalid",
          "implausible",
          "future",
          "unknown",
          "extra",
          "not-in-force",
          "decrease",
          "repeated",
          "sum",
          "missing",
          "unexpected");

  /** Rules that no payload in testdata breaks, each with the reason. */
  private static final Map<String, String> WITHOUT_A_CASE =
      Map.ofEntries(
          Map.entry("server-error", "reported with --errors only, from a second file"),
          Map.entry("schema-format", "no MCE contract has a format; in lotes x-date judges first"),
          Map.entry("schema-multiple-of", "no contract has multipleOf: x-decimal is exact"),
          Map.entry("schema-items", "no contract limits how many items there are"),
          Map.entry("schema-unique-items", "contracts have x-unique, which knows the key"),
          Map.entry("schema-contains", "no contract has contains"),
          Map.entry("schema-properties", "no contract counts members"),
          Map.entry("schema-property-names", "no contract has propertyNames"),
          Map.entry("schema-dependencies", "no contract has dependencies"),
          Map.entry("schema-combination", "no contract combines schemas"),
          Map.entry("schema-false", "no contract has the schema false"));

  static Stream<String> contracts() {
    return CATALOG.all().stream().map(ContractInfo::id);
  }

  static Stream<String> schemaFiles() {
    return TestData.files(SCHEMAS, ".schema.json").stream()
        .map(file -> SCHEMAS.relativize(file).toString().replace('\\', '/'))
        .filter(name -> name.contains("/"));
  }

  private static JsonValue read(String name) {
    return JsonValue.parse(text(SCHEMAS.resolve(name)));
  }

  private static String text(Path file) {
    return new String(TestData.bytes(file), StandardCharsets.UTF_8);
  }

  // ---- contracts

  @ParameterizedTest
  @MethodSource("contracts")
  void everyContractCompiles(String id) {
    var program = new Contracts(Optional.empty(), CATALOG).program(id);

    assertThat(program.name()).isEqualTo(id);
    assertThat(CATALOG.find(id).orElseThrow().titles()).containsOnlyKeys("pt", "en");
  }

  @Test
  void everySchemaFileIsAContractOrSharedByContracts() {
    var listed =
        CATALOG.all().stream()
            .map(ContractInfo::schema)
            .collect(Collectors.toCollection(TreeSet::new));
    listed.add("mce/ente.schema.json");
    listed.add("sgp/atributos.schema.json");

    assertThat(schemaFiles()).containsExactlyInAnyOrderElementsOf(listed);
  }

  @ParameterizedTest
  @MethodSource("schemaFiles")
  void everySchemaFileIsWrittenInTheVocabulary(String name) {
    var schema = read(name);

    assertThat(errors(VOCABULARY, name)).as("errors of the vocabulary").isEmpty();
    assertThat(errors(DRAFT7, name)).as("errors of draft 7").isEmpty();
    assertThat(schema.member("$schema").orElseThrow().string())
        .isEqualTo(Draft.DRAFT7.metaSchema());
    assertThat(schema.member("$id").orElseThrow().string())
        .isEqualTo("https://valida.org/schemas/" + name);
  }

  @Test
  void theVocabularyRefusesWhatItDoesNotKnow() {
    assertThat(errors(VOCABULARY, "{\"x-rle\": \"schema-type\"}".getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
    assertThat(errors(DRAFT7, "{\"type\": \"integr\"}".getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
  }

  private static final Program VOCABULARY =
      compile("https://valida.org/schemas/vocabulary.schema.json", read("vocabulary.schema.json"));

  private static final Program DRAFT7 =
      compile(
          "http://json-schema.org/draft-07/schema",
          MetaSchemas.find("http://json-schema.org/draft-07/schema").orElseThrow());

  private static Program compile(String at, JsonValue schema) {
    return SchemaFile.compile(
        schema, URI.create(at), Draft.DRAFT7, uri -> Optional.empty(), CATALOG.rules());
  }

  private static List<String> errors(Program program, String name) {
    return errors(program, TestData.bytes(SCHEMAS.resolve(name)));
  }

  private static List<String> errors(Program program, byte[] document) {
    var errors = new ArrayList<String>();
    var settings = Settings.defaults();
    new Checker(
            program,
            settings,
            new RunMemory(null),
            violation -> errors.add(violation.rule().id() + " " + violation.pointer()))
        .check(Utf8Cursor.over(document, settings.limits()), "schema");
    return errors;
  }

  // ---- what contracts name

  @ParameterizedTest
  @MethodSource("schemaFiles")
  void aContractNamesOnlyRulesThatThereAre(String name) {
    assertThat(CATALOG.rules().ids())
        .as("ids in rules.json, of which %s names others", name)
        .containsAll(rulesIn(read(name)));
  }

  @ParameterizedTest
  @MethodSource("schemaFiles")
  void aContractNamesOnlyTablesAndColumnsThatThereAre(String name) {
    var wrong = new ArrayList<String>();
    each(
        read(name),
        schema -> {
          for (var keyword : List.of("x-table", "x-prefix-table")) {
            schema.member(keyword).ifPresent(table -> checkTable(name, table, wrong));
          }
        });

    assertThat(wrong).isEmpty();
  }

  private static void checkTable(String name, JsonValue keyword, List<String> wrong) {
    var table = CATALOG.table(name, keyword.member("table").orElseThrow().string());
    var columns = new ArrayList<String>();
    columns.add(keyword.member("key").map(JsonValue::string).orElse("code"));
    keyword.member("extra").ifPresent(rule -> columns.add("extra"));
    keyword
        .member("not-in-force")
        .ifPresent(rule -> columns.addAll(List.of("valid_from", "valid_to")));
    for (var column : columns) {
      if (!table.hasColumn(column)) {
        wrong.add(table.name() + " has no column " + column);
      }
    }
  }

  @Test
  void theColumnsThatAgreeStandInTheTableOfTheirAttribute() {
    var wrong = new ArrayList<String>();
    schemaFiles()
        .forEach(
            name ->
                each(
                    JsonValue.parse(resolved(name)),
                    schema ->
                        schema
                            .member("x-agree")
                            .ifPresent(
                                list ->
                                    list.elements()
                                        .forEach(
                                            item -> checkAgreement(name, schema, item, wrong)))));

    assertThat(wrong).isEmpty();
  }

  /** The schema with its references to shared attributes replaced by what they lead to. */
  private static String resolved(String name) {
    var folder = name.substring(0, name.indexOf('/') + 1);
    return Pattern.compile("\\{ *\"\\$ref\": \"([a-z]+\\.schema\\.json)#/definitions/(\\w+)\" *}")
        .matcher(text(SCHEMAS.resolve(name)))
        .replaceAll(
            reference -> {
              var definition =
                  read(folder + reference.group(1))
                      .member("definitions")
                      .orElseThrow()
                      .member(reference.group(2))
                      .orElseThrow();
              var written = new StringBuilder();
              definition.canonical(written);
              return java.util.regex.Matcher.quoteReplacement(written.toString());
            });
  }

  private static void checkAgreement(
      String name, JsonObject schema, JsonValue item, List<String> wrong) {
    var attribute = item.member("attribute").orElseThrow().string();
    var table =
        schema
            .member("properties")
            .flatMap(properties -> properties.member(attribute))
            .flatMap(property -> property.member("x-table"))
            .flatMap(keyword -> keyword.member("table"));
    var column = item.member("column").orElseThrow().string();
    if (table.isEmpty() || !CATALOG.table(name, table.get().string()).hasColumn(column)) {
      wrong.add(name + ": the table of " + attribute + " has no column " + column);
    }
  }

  // ---- rules

  @Test
  void everyRuleIsUsed() {
    var used = new HashSet<String>();
    schemaFiles().forEach(name -> used.addAll(rulesIn(read(name))));
    var code =
        Stream.of("validator-core", "reference-server")
            .map(module -> TestData.root().resolve(module).resolve("src/main/java"))
            .flatMap(folder -> TestData.files(folder, ".java").stream())
            .map(ContractFilesTest::text)
            .collect(Collectors.joining());

    var complaints = new ArrayList<String>();
    for (var rule : CATALOG.rules().all()) {
      boolean isUsed = used.contains(rule.id()) || code.contains('"' + rule.id() + '"');
      if (!isUsed) {
        complaints.add(
            rule.id()
                + " is declared in schemas/rules.json, but no contract names it and no class"
                + " reports it: name it in the contract whose attribute it guards, or delete it"
                + " there");
      }
    }
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"pt", "en"})
  void everyRuleHasItsTexts(String language) {
    var messages = Messages.of(language);
    var complaints = new ArrayList<String>();
    for (var rule : CATALOG.rules().all()) {
      for (var part : List.of("title", "why", "repair", "message")) {
        var key = rule.id() + "." + part;
        if (messages.text(key).orElse("").isBlank()) {
          complaints.add(
              rule.id()
                  + " has no "
                  + part
                  + ": write it as "
                  + key
                  + " in messages_"
                  + language
                  + ".properties, for a person who meets the rule for the first time");
        }
      }
    }

    assertThat(complaints).isEmpty();
  }

  @Test
  void everyRuleHasACase() {
    var broken = new HashSet<String>();
    var groups = new TreeSet<>(Set.of("json", "schema", "mce"));
    for (var folder : List.of("mce", "sgp")) {
      var intent = TestData.testdata().resolve(folder + "/expected/intent.json");
      if (Files.exists(intent)) {
        groups.add(folder);
        collect(JsonValue.parse(text(intent)), broken);
      }
    }

    var complaints = new ArrayList<String>();
    for (var rule : CATALOG.rules().all()) {
      boolean has = broken.contains(rule.id());
      boolean excused = WITHOUT_A_CASE.containsKey(rule.id());
      if (has && excused) {
        complaints.add(rule.id() + " has a case now: take it out of WITHOUT_A_CASE");
      } else if (!has && !excused && groups.contains(rule.group())) {
        complaints.add(
            rule.id()
                + " has no case: put a payload that breaks it, named after it, under invalid/ of"
                + " testdata/mce or testdata/sgp, and what must be reported into"
                + " expected/intent.json");
      }
    }
    assertThat(complaints).isEmpty();
    assertThat(CATALOG.rules().ids()).containsAll(WITHOUT_A_CASE.keySet());
  }

  private static void collect(JsonValue value, Set<String> into) {
    value
        .member("rule")
        .filter(JsonString.class::isInstance)
        .ifPresent(rule -> into.add(rule.string()));
    value.members().values().forEach(inner -> collect(inner, into));
    value.elements().forEach(inner -> collect(inner, into));
  }

  @Test
  void everyCaseIsListedAndEveryListedCaseIsThere() {
    var intent = JsonValue.parse(text(TestData.testdata().resolve("mce/expected/intent.json")));
    var folders = List.of("mce/invalid/", "mce/honest/", "mce/spec/");
    var there =
        folders.stream()
            .flatMap(
                folder -> TestData.files(TestData.testdata().resolve(folder), ".json").stream())
            .map(TestData::name);
    var listed =
        intent.members().keySet().stream()
            .filter(name -> folders.stream().anyMatch(name::startsWith))
            .toList();

    assertThat(there).containsExactlyInAnyOrderElementsOf(listed);
  }

  // ---- tables

  @ParameterizedTest
  @CsvSource({
    "common/x, uf, 27",
    "common/x, municipio, 5571",
    "mce/x, subfuncao, 117",
    "mce/x, fonte, 100",
    "mce/x, indicador, 51",
  })
  void aTableHasAsManyCodesAsItsSource(String beside, String name, int count) {
    var table = CATALOG.table(beside, name);

    assertThat(codes(table, "code"))
        .hasSize(count)
        .doesNotHaveDuplicates()
        .allMatch(c -> !c.isEmpty());
  }

  private static List<Integer> rows(CodeTable table) {
    return IntStream.range(0, table.size()).boxed().toList();
  }

  private static List<String> codes(CodeTable table, String column) {
    return rows(table).stream().map(row -> table.text(row, column)).toList();
  }

  @Test
  void theManualHas14FontesTo2020And17From2021() {
    var table = CATALOG.table("mce/x", "fonte");

    assertThat(codes(table, "valid_to")).filteredOn("2020"::equals).hasSize(14);
    assertThat(codes(table, "valid_from")).filteredOn("2021"::equals).hasSize(17);
    for (int row : rows(table)) {
      boolean extra = table.text(row, "extra").equals("true");
      boolean dated = !(table.text(row, "valid_from") + table.text(row, "valid_to")).isEmpty();
      assertThat(extra).as("fonte %s", table.text(row, "code")).isNotEqualTo(dated);
    }
  }

  @Test
  void theManualHas41IndicadoresAndTenMoreAreInUse() {
    var table = CATALOG.table("mce/x", "indicador");

    assertThat(rows(table))
        .filteredOn(row -> table.text(row, "extra").equals("true"))
        .extracting(row -> table.text(row, "code"))
        .containsExactly("1.5", "1.6", "1.7", "1.8", "1.9", "4.15", "5.2", "7.3", "8.1", "8.2");
    assertThat(codes(table, "extra")).filteredOn("false"::equals).hasSize(41);
  }

  @Test
  void everyMunicipioBelongsToAUfAndIsKnownByItsFirstSixDigits() {
    var states = CATALOG.table("common/x", "uf");
    var table = CATALOG.table("common/x", "municipio");

    for (int row : rows(table)) {
      var code = table.text(row, "code");
      int state = states.find("code", Long.parseLong(code.substring(0, 2)));
      assertThat(code).hasSize(7).startsWith(table.text(row, "uf_code"));
      assertThat(states.text(state, "sigla")).as(code).isEqualTo(table.text(row, "uf"));
      assertThat(table.findByPrefix("code", Long.parseLong(code.substring(0, 6)), 10))
          .isEqualTo(row);
    }
    assertThat(rows(table))
        .filteredOn(row -> table.text(row, "whole_state").equals("true"))
        .extracting(row -> table.text(row, "code"))
        .containsExactly("5300108");
  }

  // ---- walking

  private interface Visitor {
    void visit(JsonObject schema);
  }

  private static void each(JsonValue value, Visitor visitor) {
    if (value instanceof JsonObject object) {
      visitor.visit(object);
    }
    value.members().values().forEach(inner -> each(inner, visitor));
    value.elements().forEach(inner -> each(inner, visitor));
  }

  /** Every rule that a schema's x- keywords name. */
  private static Set<String> rulesIn(JsonValue schema) {
    var found = new TreeSet<String>();
    each(
        schema,
        object ->
            object
                .members()
                .forEach(
                    (keyword, value) -> {
                      if (RULES.contains(keyword)) {
                        add(value, found);
                      } else if (keyword.equals("x-type-rules")) {
                        value.members().values().forEach(rule -> add(rule, found));
                      } else if (keyword.startsWith("x-") && !keyword.equals("x-query")) {
                        inside(value, found);
                      } else if (keyword.equals("x-query")) {
                        value.member("rule").ifPresent(rule -> add(rule, found));
                      }
                    }));
    return found;
  }

  private static void inside(JsonValue keyword, Set<String> found) {
    keyword.elements().forEach(element -> inside(element, found));
    keyword
        .members()
        .forEach(
            (name, value) -> {
              if (RULE_MEMBERS.contains(name) && !(name.equals("digits") && isNumber(value))) {
                add(value, found);
              } else if (name.equals("refused")) {
                value.members().values().forEach(rule -> add(rule, found));
              } else {
                inside(value, found);
              }
            });
  }

  private static boolean isNumber(JsonValue value) {
    return !(value instanceof JsonString) && !(value instanceof JsonObject);
  }

  private static void add(JsonValue rule, Set<String> found) {
    found.add(rule.member("rule").orElse(rule).string());
  }
}
