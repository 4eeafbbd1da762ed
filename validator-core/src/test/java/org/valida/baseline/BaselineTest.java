package org.valida.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.document.DocumentException;
import org.valida.report.FailureText;
import org.valida.violation.Note;
import org.valida.violation.RecordRef;
import org.valida.violation.Rule;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/** What is accepted today is accepted tomorrow, and nothing else. */
class BaselineTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-06-15");
  private static final IdentityKey KEY = new IdentityKey("a secret of some length");

  /** Generated: no one's. */
  private static final List<String> PERSONS = List.of("70000000159", "70000000230");

  @TempDir Path folder;

  private FileNames names() {
    return new FileNames(folder, folder.resolve(Baseline.FILE_NAME));
  }

  private Valida.Builder valida() {
    return Valida.builder().today(TODAY);
  }

  private RunResult run(Valida valida, Findings findings, String... inputs) {
    var sources = Inputs.of(List.of(inputs), folder, InputStream.nullInputStream()).sources();
    return valida.run(sources, findings);
  }

  private Findings find(IdentityKey key, String... inputs) {
    var findings = new Findings(names());
    run(valida().identityKey(key.text()).build(), findings, inputs);
    return findings;
  }

  private static Update.Terms terms() {
    return new Update.Terms(TODAY, Optional.empty(), Optional.empty());
  }

  private Baseline accept(IdentityKey key, String... inputs) {
    return Update.accepting(Baseline.EMPTY, find(key, inputs), key, terms()).baseline();
  }

  private RunResult check(Baseline baseline, IdentityKey key, String... inputs) {
    return run(
        valida().identityKey(key.text()).suppression(baseline.suppression(names(), TODAY)).build(),
        new Findings(names()),
        inputs);
  }

  private static long shown(RunResult result) {
    return result.errors() + result.warnings() + result.infos();
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String despesa(String... entes) {
    return """
        {"dat_consulta": "2024-07-15T10:00:00Z", "ente": [%s]}
        """
        .formatted(String.join(", ", entes));
  }

  /** An ente whose items have a fonte that is none. */
  private static String ente(String uf, int... fontes) {
    var items =
        java.util.stream.IntStream.of(fontes)
            .mapToObj(
                fonte ->
                    """
                    {"cod_fonte": %d, "des_elemento_despesa": "3%07d",
                     "vlr_despesa_empenhada": 1, "vlr_despesa_liquidada": 1, "vlr_despesa_paga": 1}
                    """
                        .formatted(fonte, fonte * 1000))
            .collect(Collectors.joining(", "));
    return "{\"sgl_uf\": \"%s\", \"num_ano\": 2023, \"num_periodo\": 6, \"despesa\": [%s]}"
        .formatted(uf, items);
  }

  private static String student(String cpf) {
    return """
        {"cpf": "%s", "nome": "Ana Exemplo", "dataNascimento": "2015-02-30", "inep": 35000001}
        """
        .formatted(cpf);
  }

  @Test
  void movedLinesAndInsertedRecordsAndItemsChangeNothing() throws IOException {
    write("a.json", despesa(ente("RS", 901)));
    var baseline = accept(IdentityKey.NONE, "a.json");
    assertThat(baseline.violations()).isPositive();

    write("a.json", "\n\n\n" + despesa(ente("SC", 500), ente("RS", 500, 901)));
    var result = check(baseline, IdentityKey.NONE, "a.json");

    assertThat(result.suppressed()).isEqualTo(baseline.violations());
    assertThat(result.errors()).isZero();
  }

  @Test
  void oneMoreThanTheCountIsNew() throws IOException {
    write("a.json", despesa(ente("RS", 901, 902)));
    var baseline = accept(IdentityKey.NONE, "a.json");
    write("a.json", despesa(ente("RS", 901, 902, 903)));

    var result = check(baseline, IdentityKey.NONE, "a.json");

    assertThat(baseline.entries()).extracting(Entry::count).contains(2L);
    assertThat(result.files().get(0).byRule()).containsEntry("cod-fonte-unknown", 1L);
    assertThat(result.files().get(0).suppressed()).isEqualTo(baseline.violations());
  }

  @Test
  void anotherRecordIsNotAccepted() throws IOException {
    write("a.json", despesa(ente("RS", 901)));
    var baseline = accept(IdentityKey.NONE, "a.json");
    write("a.json", despesa(ente("SC", 901)));

    assertThat(check(baseline, IdentityKey.NONE, "a.json").suppressed()).isZero();
  }

  @Test
  void eachRunBeginsAnew() throws IOException {
    write("a.json", despesa(ente("RS", 901)));
    var baseline = accept(IdentityKey.NONE, "a.json");
    var valida = valida().suppression(baseline.suppression(names(), TODAY)).build();

    assertThat(run(valida, new Findings(names()), "a.json").errors()).isZero();
    assertThat(run(valida, new Findings(names()), "a.json").errors()).isZero();
  }

  @Test
  void anEntryAcceptsUpToTheDayItExpires() throws IOException {
    write("a.json", despesa(ente("RS", 901)));
    var terms = new Update.Terms(TODAY, Optional.of("known"), Optional.of(TODAY));
    var baseline =
        Update.accepting(Baseline.EMPTY, find(IdentityKey.NONE, "a.json"), IdentityKey.NONE, terms)
            .baseline();

    assertThat(shown(check(baseline, IdentityKey.NONE, "a.json"))).isZero();
    var tomorrow = baseline.suppression(names(), TODAY.plusDays(1));
    var findings = new Findings(names());
    var result = run(valida().suppression(tomorrow).build(), findings, "a.json");
    assertThat(shown(result)).isEqualTo(baseline.violations());
    assertThat(
            new Standing(baseline, "b.json", findings).notes(IdentityKey.NONE, TODAY.plusDays(1)))
        .extracting(Note::kind)
        .containsExactly(Note.Kind.BASELINE_EXPIRED);
  }

  @Test
  void aRenamedFileIsAnotherAndTheOldNameIsPruned() throws IOException {
    write("in/a.json", despesa(ente("RS", 901)));
    var baseline = accept(IdentityKey.NONE, "in/a.json");
    Files.move(folder.resolve("in/a.json"), folder.resolve("in/b.json"));

    assertThat(check(baseline, IdentityKey.NONE, "in/b.json").suppressed()).isZero();
    var pruned =
        Update.pruning(
            baseline, find(IdentityKey.NONE, "in/b.json"), names(), IdentityKey.NONE, TODAY);
    assertThat(pruned.baseline().entries()).isEmpty();
    assertThat(pruned.removed()).isEqualTo(baseline.entries().size());
  }

  @Test
  void aFileHasOneNameWhereverOneStands() throws IOException {
    write("in/a.json", despesa(ente("RS", 901)));
    var baseline = accept(IdentityKey.NONE, "in/a.json");
    var elsewhere = new FileNames(folder.resolve("in"), folder.resolve(Baseline.FILE_NAME));

    assertThat(baseline.entries().get(0).group().file()).isEqualTo("in/a.json");
    assertThat(elsewhere.of("a.json")).isEqualTo("in/a.json");
    assertThat(elsewhere.of("../c.zip!/a.json")).isEqualTo("c.zip!/a.json");
    assertThat(elsewhere.of("https://example.org/a.json")).isEqualTo("https://example.org/a.json");
    assertThat(elsewhere.of("-")).isEqualTo("-");
    assertThat(elsewhere.of(PERSONS.get(0) + ".json")).isEqualTo("in/***.000.001-**.json");
  }

  @Test
  void withAKeyARecordOfALoteIsKnownWhereverItStands() throws IOException {
    write("l.json", "[" + student(PERSONS.get(0)) + "]");
    var baseline = accept(KEY, "l.json");
    write("l.json", "[" + student(PERSONS.get(1)) + ", " + student(PERSONS.get(0)) + "]");

    var result = check(baseline, KEY, "l.json");

    assertThat(baseline.keySign()).isPresent();
    assertThat(baseline.entries()).allMatch(entry -> entry.group().isHashed());
    assertThat(result.suppressed()).isEqualTo(baseline.violations());
    assertThat(shown(result)).isEqualTo(baseline.violations());
  }

  @Test
  void withoutAKeyARecordOfALoteIsKnownByItsPlace() throws IOException {
    write("l.json", "[" + student(PERSONS.get(0)) + "]");
    var baseline = accept(IdentityKey.NONE, "l.json");

    assertThat(baseline.keySign()).isEmpty();
    assertThat(baseline.entries()).extracting(e -> e.group().record()).containsOnly("#1");
    assertThat(shown(check(baseline, IdentityKey.NONE, "l.json"))).isZero();
    write("l.json", "[{}, " + student(PERSONS.get(0)) + "]");
    assertThat(check(baseline, IdentityKey.NONE, "l.json").suppressed()).isZero();
  }

  /** One of some hundreds of hashes has eleven digits in a row. */
  @Test
  void aHashIsNoTextToMask() {
    var hash = "abcd" + PERSONS.get(0) + "efabc";
    var group = Group.of("l.json", about(new RecordRef("", 1, hash, Map.of())));

    assertThat(group.record()).isEqualTo(hash);
    assertThat(group.isHashed()).isTrue();
    var named = RecordRef.named("RS " + PERSONS.get(0), 1);
    assertThat(Group.of("l.json", about(named)).record()).doesNotContain(PERSONS.get(0));
  }

  private static Violation about(RecordRef record) {
    var rule = new Rule("json-syntax", Severity.ERROR, "json", "", false);
    return new Violation(
        rule, rule.severity(), "", Map.of(), "", 1, 1, 0, "", null, record, Violation.Excerpt.NONE);
  }

  @Test
  void anotherKeyIsNoticed() throws IOException {
    write("l.json", "[" + student(PERSONS.get(0)) + "]");
    var baseline = accept(KEY, "l.json");
    var other = new IdentityKey("another secret, also long");
    var standing = new Standing(baseline, "b.json", find(other, "l.json"));

    assertThat(baseline.needsOtherKey(KEY)).isFalse();
    for (var key : List.of(other, IdentityKey.NONE)) {
      assertThat(baseline.needsOtherKey(key)).isTrue();
      assertThat(standing.notes(key, TODAY))
          .extracting(Note::kind)
          .containsExactly(Note.Kind.BASELINE_KEY);
    }
  }

  @Test
  void whatEndsTheReadingIsNeverAccepted() throws IOException {
    write("a.json", despesa(ente("RS", 901)) + "}");
    var findings = find(IdentityKey.NONE, "a.json");
    var baseline = Update.accepting(Baseline.EMPTY, findings, IdentityKey.NONE, terms()).baseline();

    assertThat(findings.unacceptable()).isEqualTo(1);
    assertThat(baseline.entries()).extracting(e -> e.group().rule()).doesNotContain("json-syntax");
    var byHand =
        new Baseline(
            Optional.empty(),
            List.of(
                new Entry(
                    new Group("json-syntax", "a.json", "", ""),
                    9,
                    Optional.empty(),
                    Optional.empty())));
    var result = check(byHand, IdentityKey.NONE, "a.json");
    assertThat(result.files().get(0).byRule()).containsEntry("json-syntax", 1L);
    assertThat(result.suppressed()).isZero();
  }

  @Test
  void writingAgainKeepsReasonsAndWhatWasNotRead() throws IOException {
    write("a.json", despesa(ente("RS", 901)));
    write("b.json", despesa(ente("RS", 901)));
    var terms = new Update.Terms(TODAY, Optional.of("why"), Optional.of(TODAY));
    var before =
        Update.accepting(
                Baseline.EMPTY, find(IdentityKey.NONE, "a.json", "b.json"), IdentityKey.NONE, terms)
            .baseline();
    write("a.json", despesa(ente("RS", 901, 902), ente("SC", 903)));

    var update =
        Update.accepting(before, find(IdentityKey.NONE, "a.json"), IdentityKey.NONE, terms());

    assertThat(update.removed()).isZero();
    assertThat(entry(update.baseline(), "a.json", "RS"))
        .isEqualTo(entry(before, "a.json", "RS").withCount(2));
    assertThat(entry(update.baseline(), "a.json", "SC").reason()).isEmpty();
    assertThat(entry(update.baseline(), "b.json", "RS")).isEqualTo(entry(before, "b.json", "RS"));
  }

  @Test
  void anExpiredEntryIsRenewedOnlyOnPurpose() throws IOException {
    write("a.json", despesa(ente("RS", 901)));
    var findings = find(IdentityKey.NONE, "a.json");
    var yesterday = Optional.of(TODAY.minusDays(1));
    var before =
        Update.accepting(
                Baseline.EMPTY,
                findings,
                IdentityKey.NONE,
                new Update.Terms(TODAY, Optional.of("why"), yesterday))
            .baseline();

    var again = Update.accepting(before, findings, IdentityKey.NONE, terms());
    assertThat(again.baseline()).isEqualTo(before);
    assertThat(again.expired()).isEqualTo(before.entries().size());

    var renewed =
        Update.accepting(
            before,
            findings,
            IdentityKey.NONE,
            new Update.Terms(TODAY, Optional.empty(), Optional.of(TODAY)));
    assertThat(renewed.expired()).isZero();
    assertThat(renewed.baseline().entries())
        .extracting(Entry::reason)
        .containsOnly(Optional.of("why"));
  }

  @Test
  void pruningAcceptsNothingNew() throws IOException {
    write("a.json", despesa(ente("RS", 901, 902), ente("SC", 901)));
    var before = accept(IdentityKey.NONE, "a.json");
    write("a.json", despesa(ente("RS", 901), ente("PR", 901)));

    var pruned =
        Update.pruning(before, find(IdentityKey.NONE, "a.json"), names(), IdentityKey.NONE, TODAY)
            .baseline();

    assertThat(entry(pruned, "a.json", "RS").count()).isEqualTo(1);
    assertThat(pruned.entries())
        .noneMatch(e -> e.group().record().startsWith("SC"))
        .noneMatch(e -> e.group().record().startsWith("PR"));
  }

  @Test
  void aFileThatBreaksOffLosesNoEntry() throws IOException {
    write("a.json", despesa(ente("RS", 901), ente("SC", 901)));
    var before = accept(IdentityKey.NONE, "a.json");
    write("a.json", despesa(ente("RS", 901) + " oops"));
    var findings = find(IdentityKey.NONE, "a.json");

    assertThat(Update.accepting(before, findings, IdentityKey.NONE, terms()).baseline())
        .isEqualTo(before);
    assertThat(Update.pruning(before, findings, names(), IdentityKey.NONE, TODAY).baseline())
        .isEqualTo(before);
  }

  private static Entry entry(Baseline baseline, String file, String record) {
    return baseline.entries().stream()
        .filter(entry -> entry.group().file().equals(file))
        .filter(entry -> entry.group().record().startsWith(record))
        .filter(entry -> entry.group().rule().equals("cod-fonte-unknown"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    write("a.json", despesa(ente("RS", 901)));
    write("l.json", "[" + (student(PERSONS.get(0)) + ",").repeat(11) + "{}]");
    var terms =
        new Update.Terms(
            TODAY, Optional.of("CPF " + PERSONS.get(1) + " \"x\""), Optional.of(TODAY));
    var baseline =
        Update.accepting(
                Baseline.EMPTY, find(IdentityKey.NONE, "l.json", "a.json"), IdentityKey.NONE, terms)
            .baseline();
    var text = new StringBuilder();
    baseline.write(text);
    write("b.json", text.toString());

    var read = Baseline.read(folder.resolve("b.json"), "b.json");

    assertThat(read.entries())
        .extracting(Entry::group)
        .containsExactlyElementsOf(baseline.entries().stream().map(Entry::group).toList());
    assertThat(read.entries().get(0).reason()).contains("CPF ***.000.002-** \"x\"");
    assertThat(read.entries()).extracting(Entry::expires).containsOnly(Optional.of(TODAY));
    assertThat(read.entries()).extracting(e -> e.group().record()).containsSubsequence("#9", "#10");
    var again = new StringBuilder();
    read.write(again);
    assertThat(again).hasToString(text.toString());
  }

  @Test
  void saysAllThatIsWrongInAFileWithItsPlace() throws IOException {
    write(
        "b.json",
        """
        {
          "version": 2,
          "entries": [
            {"rule": "a", "file": "f", "pointer": "ente/*", "count": 0, "expires": "2026-02-30"},
            {"rule": "a", "file": "f", "pointer": "", "count": 1, "reazon": "x"},
            {"rule": "a", "pointer": "", "count": "1"}
          ]
        }
        """);

    assertThat(wrong("b.json"))
        .containsExactly(
            "b.json:2:14: invalid value for version: 2; use 1.",
            "b.json:4:43: invalid value for pointer: ente/*; use a JSON Pointer, with * for a"
                + " position, such as /ente/*/sgl_uf.",
            "b.json:4:62: invalid value for count: 0; use a whole number from 1.",
            "b.json:4:76: invalid value for expires: 2026-02-30; use a date YYYY-MM-DD.",
            "b.json:5:59: unknown key: reazon. Did you mean reason?",
            "b.json:6:5: the key file is missing.",
            "b.json:6:43: count must be a whole number.");
  }

  @Test
  void refusesAnEntryThatStandsTwiceAndWhatIsNoJson() throws IOException {
    var entry = "{\"rule\": \"a\", \"file\": \"f\", \"pointer\": \"\", \"count\": 1}";
    write("b.json", "{\"version\": 1, \"entries\": [" + entry + ",\n " + entry + "]}");
    write("c.json", "{\n\"version\": 1,}");

    assertThat(wrong("b.json"))
        .containsExactly(
            "b.json:2:2: this entry stands twice; leave it once, with the sum of the counts.");
    assertThat(wrong("c.json"))
        .first()
        .asString()
        .matches("c\\.json:2:1[34]: this is no well-formed JSON\\.");
  }

  private List<String> wrong(String name) {
    var e =
        catchThrowableOfType(
            DocumentException.class, () -> Baseline.read(folder.resolve(name), name));
    return e.failures().stream().map(FailureText.of("en")::line).toList();
  }

  @Test
  void aKeyIsLongAndNeverShown() {
    assertThat(new IdentityKey("0123456789abcde").isTooShort()).isTrue();
    assertThat(new IdentityKey("0123456789abcdef").isTooShort()).isFalse();
    assertThat(IdentityKey.NONE.isTooShort()).isFalse();
    assertThat(KEY.toString()).doesNotContain("secret");
    assertThat(KEY.sign()).hasSize(4);
  }
}
