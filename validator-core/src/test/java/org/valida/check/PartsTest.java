package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.rule.ServerErrors;
import org.valida.schema.Query;
import org.valida.schema.Settings;
import org.valida.violation.Level;
import org.valida.violation.Suppression;

/** A document that several threads read in parts says the same, in the same order, as in one. */
class PartsTest {

  private static final long SEED = 20_261_122;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final Contracts CONTRACTS = Valida.withDefaults().contracts();

  /** How a run is to go. */
  private record Way(
      Limits limits,
      Map<String, Level> levels,
      Optional<Query> query,
      long maxRecords,
      boolean totals,
      Optional<ServerErrors> errors) {
    static final Way PLAIN =
        new Way(
            Limits.defaults(),
            Map.of(),
            Optional.empty(),
            0,
            false,
            Optional.<ServerErrors>empty());
  }

  @TempDir private Path folder;

  private static CheckRun.Plan plan(String contract, Way way, int jobs) {
    return plan(CONTRACTS, contract, way, jobs);
  }

  private static CheckRun.Plan plan(Contracts contracts, String contract, Way way, int jobs) {
    var settings =
        new Settings(way.levels, TODAY, way.query, way.maxRecords, way.limits, "key", false);
    return new CheckRun.Plan(
        contracts,
        settings,
        source -> Optional.ofNullable(contract),
        null,
        source -> way.levels,
        Suppression.NONE,
        way.errors,
        jobs);
  }

  private static List<String> calls(List<? extends Source> sources, String contract, Way way) {
    var log = new CallLog(way.totals);
    new CheckRun(plan(contract, way, 1), log).run(sources);
    return log.calls();
  }

  /** Compares a run in one thread and one in parts. */
  private static void sameInParts(Source source, String contract, Way way, Parting parting) {
    var log = new CallLog(way.totals);
    new CheckRun(plan(contract, way, 1), log, parting).run(List.of(source));
    assertThat(log.calls())
        .as("%s in parts of %d", source.path(), parting.part())
        .isEqualTo(calls(List.of(source), contract, way));
  }

  private static Parting parting(int threads, int part) {
    return new Parting(threads, 1, part);
  }

  private static MemorySource bytes(String text) {
    return MemorySource.shared("payload.json", text.getBytes(StandardCharsets.UTF_8));
  }

  // ---- payloads

  private record Payload(String contract, String name, byte[] bytes) {
    Optional<RecordCut> cut() {
      return RecordCut.of(CONTRACTS.program(contract), bytes);
    }
  }

  private static List<Payload> testdata() {
    var payloads = new ArrayList<Payload>();
    for (var file : TestData.files(TestData.testdata(), ".json")) {
      var name = TestData.name(file);
      var parts = name.split("/", -1);
      if (parts.length > 3 && Files.isRegularFile(file)) {
        var id = parts[0] + "/" + parts[2];
        if (CONTRACTS.find(id).isPresent()) {
          payloads.add(new Payload(id, name, TestData.bytes(file)));
        }
      }
    }
    return payloads;
  }

  private static MemorySource raw(String text) {
    return MemorySource.shared("payload.json", text.getBytes(StandardCharsets.ISO_8859_1));
  }

  // ---- the same

  @Test
  @DisabledIfSystemProperty(
      named = "valida.mutating",
      matches = "true",
      disabledReason = "too long for each mutant")
  void thePayloadsOfTheTestdata() {
    var random = new Random(SEED);
    var parting = parting(2, 1);
    for (var payload : testdata()) {
      var source = MemorySource.shared(payload.name, payload.bytes);
      sameInParts(source, payload.contract, Way.PLAIN, parting(2 + random.nextInt(3), 40));
      sameInParts(
          source,
          payload.contract,
          Way.PLAIN,
          parting(2, 1 + random.nextInt(payload.bytes.length + 1)));
    }
    assertThat(parting.taken()).isZero();
  }

  @Test
  void recordsOfTheTestdataInAnyOrderAndMoreThanOnce() {
    var random = new Random(SEED);
    var byContract =
        testdata().stream().collect(Collectors.groupingBy(Payload::contract, Collectors.toList()));
    int taken = 0;
    int refused = 0;
    int lists = 0;
    for (var payloads : byContract.values()) {
      var all = payloads.stream().flatMap(payload -> payload.cut().stream()).toList();
      var valid =
          payloads.stream()
              .filter(payload -> payload.name().contains("/valid/"))
              .flatMap(payload -> payload.cut().stream())
              .toList();
      for (int round = 0; round < 6 && !valid.isEmpty(); round++) {
        var cuts = round % 3 == 0 ? all : valid;
        var frame = cuts.get(random.nextInt(cuts.size()));
        var text = new StringBuilder(frame.before());
        int records = 20 + random.nextInt(60);
        for (int i = 0; i < records; i++) {
          var some = cuts.get(random.nextInt(cuts.size())).records();
          text.append(
              i == 0 ? "" : List.of(",", " ,\r\n", ",\n\n  ", "\n,", ",\r").get(random.nextInt(5)));
          text.append(random.nextInt(150) == 0 ? "7" : some.get(random.nextInt(some.size())));
        }
        var source = raw(text.append(frame.after()).toString());
        var contract = payloads.get(0).contract();
        var parting = parting(2 + random.nextInt(3), 100 + random.nextInt(6000));
        sameInParts(source, contract, Way.PLAIN, parting);
        taken += parting.taken();
        refused += parting.refused();
        lists++;
      }
    }
    assertThat(lists).isGreaterThan(75);
    assertThat(taken).isGreaterThan(10);
    assertThat(refused).isGreaterThan(25);
  }

  // ---- generated lists

  private static String funcao(int number, String text) {
    return "{\"inep\": 35012345, \"matriculaRede\": \""
        + text
        + number
        + "\", \"tipoVinculo\": 1, \"codigoFuncao\": 1,"
        + " \"dataIngresso\": \"2020-02-03\", \"cargaHorariaSemanal\": 40, \"cpf\": \""
        + cpf(number + 1)
        + "\"}";
  }

  private static String cpf(int number) {
    var digits = String.format(java.util.Locale.ROOT, "%09d", number * 7919L % 999_999_937L);
    for (int length = 9; length < 11; length++) {
      int sum = 0;
      for (int i = 0; i < length; i++) {
        sum += (digits.charAt(i) - '0') * (length + 1 - i);
      }
      digits += sum * 10 % 11 % 10;
    }
    return digits;
  }

  private static final List<String> SP =
      new String(
              TestData.bytes(TestData.root().resolve("schemas/common/tables/municipio.csv")),
              StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[2].equals("SP"))
          .map(cells -> cells[0])
          .toList();

  private static String ente(int number, String change) {
    int period = number / SP.size();
    return ("{\"sgl_uf\": \"SP\",\n \"cod_municipio\": "
            + SP.get(number % SP.size())
            + ", \"num_ano\": "
            + (2021 + period / 6)
            + ", \"num_periodo\": "
            + (1 + period % 6)
            + ", \"despesa\": [\n{\"cod_fonte\": 540, \"des_elemento_despesa\": \"30000000\","
            + " \"vlr_despesa_empenhada\": 5.10, \"vlr_despesa_liquidada\": 4, \"vlr_despesa_paga\": 3},"
            + " {\"cod_fonte\": 540, \"des_elemento_despesa\": \"31000000\","
            + " \"vlr_despesa_empenhada\": 5.1, \"vlr_despesa_liquidada\": 4, \"vlr_despesa_paga\": 3}]}")
        .replace("5.1,", change);
  }

  private static String despesa(List<String> entes) {
    return "{\"dat_consulta\": \"2026-01-15T10:00:00Z\", \"ente\": ["
        + String.join(",\n", entes)
        + "]}";
  }

  private static String lote(String between, List<String> records) {
    return "[" + String.join(between, records) + "]";
  }

  private static List<String> funcoes(int count) {
    return IntStream.range(0, count).mapToObj(i -> funcao(i, "M")).collect(Collectors.toList());
  }

  private static List<String> entes(int count) {
    return IntStream.range(0, count).mapToObj(i -> ente(i, "5.1,")).collect(Collectors.toList());
  }

  private static final String FUNCOES = "sgp/profissionais-funcoes";
  private static final String DESPESA = "mce/despesa";

  @Test
  void ofListsWithoutADefectOnesShareIsTakenOver() {
    for (int threads : new int[] {2, 3, 4}) {
      for (var between : List.of(",", ",\n", "\r\n  ,\t")) {
        var parting = parting(threads, 5_000);
        sameInParts(bytes(lote(between, funcoes(2_000))), FUNCOES, Way.PLAIN, parting);
        assertThat(parting.refused()).isZero();
        int pieces = lote(between, funcoes(2_000)).length() / 5_000;
        assertThat(parting.taken()).isBetween(pieces * (threads - 1) / threads - 1, pieces + 1);
        assertThat(parting.begun()).isEqualTo(threads - 1);
      }
      var parting = parting(threads, 9_000);
      sameInParts(bytes(despesa(entes(1_500))), DESPESA, Way.PLAIN, parting);
      assertThat(parting.refused()).isZero();
      assertThat(parting.taken()).isGreaterThan(20);
    }
  }

  @Test
  void defectsHereAndThere() {
    for (int every : new int[] {1, 2, 100, 700, 1_999}) {
      var records = funcoes(2_000);
      var some = entes(1_500);
      for (int i = every - 1; i < 1_500; i += every) {
        records.set(
            i,
            List.of(
                    records.get(i).replace("2020-02-03", "2020-02-30"),
                    records.get(i).replace("\"codigoFuncao\": 1,", ""),
                    records.get(i / 2),
                    records.get(i).replace("\"inep\"", "\"Inep\""))
                .get(i % 4));
        some.set(
            i, i % 3 == 0 ? ente(i, "9,") : i % 3 == 1 ? some.get(i / 2) : ente(i, "\"5,1\","));
      }
      sameInParts(bytes(lote(",\n", records)), FUNCOES, Way.PLAIN, parting(2, 7_000));
      sameInParts(bytes(despesa(some)), DESPESA, Way.PLAIN, parting(3, 20_000));
    }
  }

  @Test
  void partsWithDefectsAreTakenOver() {
    var records = funcoes(3_000);
    var some = entes(3_000);
    for (int i = 0; i < 3_000; i++) {
      if (i % 3 > 0) {
        records.set(
            i, records.get(i).replace("2020-02-03", "2020-02-30").replace("\"M\"", "\"X\""));
      }
      some.set(i, ente(i, i % 2 == 0 ? "\"5,1\"," : "9,").replace("\n", ""));
    }
    // Twice the same account in one ente: that says where the first one is.
    some.replaceAll(ente -> ente.replace("\"31000000\"", "\"30000000\""));
    for (var between : List.of(",", ",\n")) {
      var lote = parting(2, 9_000);
      sameInParts(bytes(lote(between, records)), FUNCOES, Way.PLAIN, lote);
      assertThat(lote.refused()).isZero();
      assertThat(lote.taken()).isGreaterThan(20);
    }
    var entes = parting(3, 30_000);
    sameInParts(bytes(despesa(some)), DESPESA, Way.PLAIN, entes);
    assertThat(entes.refused()).isZero();
    assertThat(entes.taken()).isGreaterThan(20);
  }

  /** A window of some hundred KB ends elsewhere where a part is read from its beginning. */
  @Test
  void whatIsShownOfALineDoesNotDependOnWhereAWindowEnds() {
    var some = entes(6_000);
    some.replaceAll(ente -> ente.replace(": 4,", ": \"4,1\",").replace(": 3}", ": \"3,1\"}"));
    for (var document : List.of(despesa(some), despesa(some).replace("\n", ""))) {
      var parting = parting(3, 20_000);
      sameInParts(bytes(document), DESPESA, Way.PLAIN, parting);
      assertThat(parting.refused()).isZero();
    }
  }

  @Test
  void aPartWithTooManyDefectsIsReadInTurn() {
    var records = funcoes(20_000);
    records.replaceAll(
        record ->
            record
                .replace("2020-02-03", "2020-02-30")
                .replace("\"M\"", "\"X\"")
                .replace("\"inep\"", "\"Inep\""));
    var parting = parting(2, 1_000_000);

    sameInParts(bytes(lote(",", records)), FUNCOES, Way.PLAIN, parting);

    assertThat(parting.refused()).isPositive();
  }

  @Test
  void aKeyThatComesAgainInAnotherPartIsTold() {
    var records = funcoes(1_000);
    records.set(900, records.get(100));
    records.set(901, records.get(890));
    records.set(950, records.get(900));
    var parting = parting(2, 4_000);

    sameInParts(bytes(lote(",", records)), FUNCOES, Way.PLAIN, parting);

    assertThat(parting.taken()).isPositive();
    assertThat(parting.refused()).isPositive();
  }

  /** The rule is off, and an ente that comes twice still has no total. */
  @Test
  void aKeyThatComesAgainIsKnownWhereItsRuleIsOff() {
    var some = entes(900);
    some.set(800, ente(20, "2,"));
    some.set(801, ente(801, "1,"));
    var way =
        new Way(
            Limits.defaults(),
            Map.of("ente-duplicate", Level.OFF),
            Optional.empty(),
            0,
            false,
            Optional.empty());

    sameInParts(bytes(despesa(some)), DESPESA, way, parting(2, 9_000));
  }

  /** What rules say after the last input is placed by line, column and position. */
  @Test
  void whatIsComparedAtTheEndStandsWhereItStood() {
    var records = funcoes(500);
    var profissionais = bytes("[{\"cpf\": \"" + cpf(4) + "\"}]");
    for (var between : List.of(",", ",\n")) {
      var source = bytes(lote(between, records));
      var sources = List.of(MemorySource.shared("p.json", profissionais.bytes()), source);
      var alone = runBoth(sources, parting(1, 1));
      var parting = parting(2, 3_000);
      assertThat(runBoth(sources, parting)).isEqualTo(alone);
      assertThat(parting.taken()).isPositive();
      assertThat(alone).anyMatch(call -> call.contains("cpf-not-in-profissionais"));
    }
    var first = entes(1_300);
    var falling = ente(1_299, "5.1,").replace("5.10", "1.10").replace("5.1,", "1.1,");
    first.set(1_299, falling);
    sameInParts(bytes(despesa(first)), DESPESA, Way.PLAIN, parting(2, 9_000));
    sameInParts(bytes(despesa(first).replace("\n", "")), DESPESA, Way.PLAIN, parting(2, 9_000));
  }

  private static List<String> runBoth(List<? extends Source> sources, Parting parting) {
    var log = new CallLog(false);
    var plan =
        new CheckRun.Plan(
            CONTRACTS,
            new Settings(Map.of(), TODAY, Optional.empty(), 0, Limits.defaults(), "key", false),
            source -> Optional.of(source.path().equals("p.json") ? "sgp/profissionais" : FUNCOES),
            null,
            source -> Map.of(),
            Suppression.NONE,
            Optional.empty(),
            1);
    new CheckRun(plan, log, parting).run(sources);
    return log.calls();
  }

  @Test
  void whatLooksLikeABoundaryIsNone() {
    var records = new ArrayList<String>();
    for (int i = 0; i < 400; i++) {
      records.add(funcao(i, "x\\\"},{\\\"inep\\\": "));
      records.add(
          funcao(10_000 + i, "M")
              .replace("}", ", \"more\": [{\"inep\": 1}, {\"inep\": 2}, {\"inep\": 3}]}"));
    }
    sameInParts(bytes(lote(",", records)), FUNCOES, Way.PLAIN, parting(2, 900));

    // A name that makes a text end where the boundary seems to be.
    var odd = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      odd.add("{\",\":\"},{\",\"b\":\"},{\",\"c\":\"},{\"}");
    }
    sameInParts(bytes(lote(",", odd)), FUNCOES, Way.PLAIN, parting(2, 300));
  }

  @Test
  void whatEndsTooSoon() {
    var text = lote(",\n", funcoes(300));
    var random = new Random(SEED);
    for (int round = 0; round < 24; round++) {
      int cut = 1 + random.nextInt(text.length() - 1);
      sameInParts(bytes(text.substring(0, cut)), FUNCOES, Way.PLAIN, parting(2, 4_000));
      sameInParts(
          bytes(
              text.substring(0, cut)
                  + List.of("}", "]", "\u0001", "é", "{", ",").get(round % 6)
                  + text.substring(cut)),
          FUNCOES,
          Way.PLAIN,
          parting(2, 4_000));
    }
  }

  @Test
  void whatPassesALimit() {
    var text = lote(",\n", funcoes(800));
    for (int keys : new int[] {1, 50, 400, 799, 800}) {
      var limits = new Limits(512, 10_000, 4 << 20, 1_000, 100_000, keys, 16 << 20, 8L << 30);
      var way = new Way(limits, Map.of(), Optional.empty(), 0, false, Optional.empty());
      sameInParts(bytes(text), FUNCOES, way, parting(2, 3_000));
    }
    var way = new Way(Limits.defaults(), Map.of(), Optional.empty(), 500, false, Optional.empty());
    sameInParts(bytes(text), FUNCOES, way, parting(2, 3_000));
  }

  @Test
  void withAQuery() {
    var way =
        new Way(
            Limits.defaults(),
            Map.of(),
            Optional.of(Query.parse("num_ano=2021&sgl_uf=SP")),
            0,
            false,
            Optional.empty());
    sameInParts(bytes(despesa(entes(1_500))), DESPESA, way, parting(2, 9_000));
  }

  /** Rules that wait for the end of the document find everything where it is read in turn. */
  @Test
  void whatWaitsForTheObjectAroundTheListIsNotRead() {
    var text =
        despesa(entes(600))
                .replace("\"dat_consulta\": \"2026-01-15T10:00:00Z\", ", "")
                .replaceFirst("]}$", "")
            + "], \"dat_consulta\": \"2021-01-15T10:00:00Z\"}";
    var parting = parting(2, 9_000);

    sameInParts(bytes(text), DESPESA, Way.PLAIN, parting);

    assertThat(parting.taken()).isZero();
  }

  @Test
  void aFallFromOnePartToAnotherIsTold() {
    var some = entes(1_500);
    some.set(1_400, some.get(1_400).replace("liquidada\": 4", "liquidada\": 3.5"));
    var parting = parting(2, 9_000);
    var source = bytes(despesa(some));

    sameInParts(source, DESPESA, Way.PLAIN, parting);

    assertThat(parting.taken()).isGreaterThan(20);
    assertThat(calls(List.of(source), DESPESA, Way.PLAIN))
        .filteredOn(call -> call.startsWith("violation"))
        .singleElement()
        .asString()
        .contains("pointer=/ente/1400,", "number=1401,");
  }

  /**
   * The first part that is taken over brings what the rules of a run remember for the first time.
   */
  @Test
  void whatNothingWasRememberedOfBefore() {
    var records = funcoes(900);
    for (int i = 0; i < 500; i++) {
      records.set(i, records.get(i).replaceFirst("\"cpf\": \"[0-9]+\"", "\"cpf\": null"));
    }
    var source = bytes(lote(",", records));
    var file = TestData.testdata().resolve("sgp/valid/profissionais/minimal.json");
    var sources = List.of(source, new MemorySource("p.json", TestData.bytes(file)));
    var log = new CallLog();
    var plan = plan(null, Way.PLAIN, 1);
    new CheckRun(plan, log, parting(2, 3_000)).run(sources);

    assertThat(log.calls()).isEqualTo(calls(sources, null, Way.PLAIN));
    assertThat(log.calls()).anyMatch(call -> call.contains("cpf-not-in-profissionais"));
  }

  // ---- where nothing is read in parts

  private void isReadInTurn(Source source, String contract, Way way) {
    var parting = parting(2, 1_000);
    sameInParts(source, contract, way, parting);
    assertThat(parting.begun()).isZero();
  }

  @Test
  void littleIsReadByTheThreadItself() {
    var parting = new Parting(2, 1 << 20, 1_000);
    sameInParts(bytes(lote(",", funcoes(1_000))), FUNCOES, Way.PLAIN, parting);
    assertThat(parting.begun()).isZero();
    assertThat(new Parting(2).isWorthwhile(15 << 20)).isFalse();
    assertThat(new Parting(2).isWorthwhile(16 << 20)).isTrue();
    assertThat(new Parting(1).isWorthwhile(16 << 20)).isFalse();
  }

  /** What JSON Schema says of a list needs all of its items. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"uniqueItems\": true, \"items\": ITEM",
        "\"contains\": {\"properties\": {\"a\": {\"const\": 7}}, \"required\": [\"b\"]}, \"items\": ITEM",
        "\"items\": [{\"maxProperties\": 0}], \"additionalItems\": ITEM",
      })
  void listsThatAreJudgedAsAWhole(String list) throws IOException {
    var item = "{\"type\": \"object\", \"x-record\": {\"name\": \"own\", \"label\": \"{#}\"}}";
    ownList(list.replace("ITEM", item));
    var items = IntStream.range(0, 900).mapToObj(i -> "{\"a\": " + i % 800 + "}").toList();
    var parting = parting(2, 1_000);
    sameInPartsByOwnContract(items, parting);

    assertThat(parting.begun()).isZero();
  }

  /** Compares a run by the contract in the folder in one thread and one in parts. */
  private void sameInPartsByOwnContract(List<String> items, Parting parting) {
    var contracts = Valida.builder().contractsFolder(folder).build().contracts();
    var source = List.of(bytes(lote(",", items)));
    var alone = new CallLog(false);
    new CheckRun(plan(contracts, "own/list", Way.PLAIN, 1), alone).run(source);
    var inParts = new CallLog(false);
    new CheckRun(plan(contracts, "own/list", Way.PLAIN, 1), inParts, parting).run(source);

    assertThat(inParts.calls()).isEqualTo(alone.calls());
    assertThat(alone.calls()).anyMatch(call -> call.contains("schema-"));
  }

  /** However an own contract names its records, and the records within them. */
  @ParameterizedTest
  @CsvSource({
    "#{#} {id}, false",
    "{id}, false",
    "{id} #{#}, false",
    "#{#} x #{#}, false",
    "{#}, false",
    "#{#} {id}, {nome}",
    "{id}, #{#} {nome}",
    "#{#}, #{#}",
  })
  void recordsOfAnyNameAndWithinOthers(String label, String inner) throws IOException {
    var within =
        inner.equals("false")
            ? ""
            : "\"x-record\": {\"name\": \"own\", \"label\": \"" + inner + "\"},";
    ownList(
        "\"items\": {\"type\": \"object\", \"x-record\": {\"name\": \"own\", \"label\": \""
            + label
            + "\"}, \"properties\": {\"id\": {\"type\": \"integer\"}, \"a\": {\"maximum\": 700},"
            + " \"filhos\": {\"type\": \"array\", \"items\": {\"type\": \"object\", "
            + within
            + " \"properties\": {\"nome\": {\"type\": \"string\"}, \"n\": {\"maximum\": 2}}}}}}");
    var items =
        IntStream.range(0, 900)
            .mapToObj(
                i ->
                    "{\"id\": "
                        + i
                        + ", \"a\": "
                        + i
                        + ", \"filhos\": [{\"nome\": \"n\", \"n\": 1}, {\"n\": "
                        + i % 5
                        + "}]}")
            .toList();

    sameInPartsByOwnContract(items, parting(2, 3_000));
  }

  private void ownList(String list) throws IOException {
    Files.writeString(
        folder.resolve("contracts.json"),
        "{\"contracts\": [{\"id\": \"own/list\", \"schema\": \"list.schema.json\","
            + " \"title\": {\"pt\": \"Lista\", \"en\": \"List\"}, \"recognise\": {\"records\": \"\"}}]}");
    Files.writeString(
        folder.resolve("list.schema.json"),
        "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"type\": \"array\","
            + list
            + "}");
  }

  @Test
  void totalsAreToldInTurn() {
    var way = new Way(Limits.defaults(), Map.of(), Optional.empty(), 0, true, Optional.empty());
    isReadInTurn(bytes(despesa(entes(900))), DESPESA, way);
  }

  @Test
  void whatIsCompressedOrNoFileIsReadInTurn() throws IOException {
    var text = lote(",", funcoes(900)).getBytes(StandardCharsets.UTF_8);
    var compressed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(compressed)) {
      out.write(text);
    }
    var file = Files.write(folder.resolve("a.json.gz"), compressed.toByteArray());
    isReadInTurn(Source.of(file), FUNCOES, Way.PLAIN);
    isReadInTurn(new MemorySource("-", text), FUNCOES, Way.PLAIN);
    var standardInput = Inputs.of(List.of("-"), folder, new ByteArrayInputStream(text)).sources();
    var parting = parting(2, 1_000);
    var log = new CallLog(false);
    new CheckRun(plan(FUNCOES, Way.PLAIN, 1), log, parting).run(standardInput);
    assertThat(log.calls()).anyMatch(call -> call.contains("records=900"));
    assertThat(parting.begun()).isZero();
  }

  @Test
  void answersOfAServerAreJoinedInTurn() {
    var answer = JsonValue.parse("{\"errors\":[{\"cpf\":\"1\",\"erro\":\"x\",\"nome\":\"\"}]}");
    var plan =
        plan(
            FUNCOES,
            new Way(
                Limits.defaults(),
                Map.of(),
                Optional.empty(),
                0,
                false,
                Optional.of(ServerErrors.of(List.of(answer)))),
            2);
    var log = new CallLog(false);
    new CheckRun(plan, log, parting(2, 1_000)).run(List.of(bytes(lote(",", funcoes(900)))));
    assertThat(log.calls()).anyMatch(call -> call.contains("server-error"));
  }

  // ---- files

  @Test
  void aFileIsReadInPartsAndEachByteIsCountedOnce() throws IOException {
    var text = lote(",\n", funcoes(5_000));
    var file = Files.writeString(folder.resolve("a.json"), text);
    for (var contract : Arrays.asList(FUNCOES, null)) {
      var read = new AtomicLong();
      var parting = parting(2, 100_000);

      sameInParts(
          new MeteredSource(Source.of(file), read::addAndGet), contract, Way.PLAIN, parting);

      assertThat(parting.taken()).as("with contract %s", contract).isPositive();
      assertThat(parting.refused()).isZero();
      assertThat(read).as("of both runs").hasValue(2L * text.length());
    }
  }

  @Test
  void aFileThatIsCutShortMeanwhileIsTold() throws IOException {
    var text = lote(",\n", funcoes(5_000));
    var file = Files.writeString(folder.resolve("a.json"), text);
    var source =
        new MeteredSource(
            Source.of(file),
            count -> {
              try (var channel =
                  java.nio.channels.FileChannel.open(
                      file, java.nio.file.StandardOpenOption.WRITE)) {
                channel.truncate(300_000);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    var log = new CallLog(false);
    var result =
        new CheckRun(plan(FUNCOES, Way.PLAIN, 2), log, parting(2, 50_000)).run(List.of(source));

    assertThat(result.files().get(0).failure().orElseThrow().kind())
        .isEqualTo("changed-while-read");
  }

  @Test
  void anInterruptStopsEverything() throws IOException {
    var file = Files.writeString(folder.resolve("a.json"), lote(",\n", funcoes(5_000)));
    var source = new MeteredSource(Source.of(file), count -> Thread.currentThread().interrupt());
    var run = new CheckRun(plan(FUNCOES, Way.PLAIN, 2), new CallLog(false), parting(2, 50_000));

    assertThatThrownBy(() -> run.run(List.of(source))).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void noThreadIsLeft() {
    var parting = parting(4, 2_000);
    sameInParts(bytes(lote(",", funcoes(2_000))), FUNCOES, Way.PLAIN, parting);
    assertThat(parting.begun()).isPositive();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("valida-part"));
  }
}
