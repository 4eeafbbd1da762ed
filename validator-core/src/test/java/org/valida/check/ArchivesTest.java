package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.valida.check.Zips.gzip;
import static org.valida.check.Zips.utf8;
import static org.valida.check.Zips.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.Valida;
import org.valida.json.Limits;
import org.valida.report.FailureText;
import org.valida.violation.Failure;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/** Payloads inside .gz and .zip. */
class ArchivesTest {

  private static final String JSON = "{\"ente\":[]}";

  @TempDir Path folder;

  private void file(String name, byte[] bytes) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private Inputs inputs(String... arguments) {
    return Inputs.of(List.of(arguments), folder, InputStream.nullInputStream());
  }

  private List<String> paths(String... arguments) {
    return inputs(arguments).sources().stream().map(Source::path).toList();
  }

  private Failure failure(String... arguments) {
    var inputs = inputs(arguments);
    assertThat(inputs.sources()).isEmpty();
    assertThat(inputs.failures()).hasSize(1);
    var failure = inputs.failures().get(0);
    assertThat(FailureText.of("pt").sentence(failure)).doesNotContain("{", failure.kind());
    return failure;
  }

  private static Failure broken(String path, String reason) {
    return new Failure("archive-broken", path, Map.of("reason", reason));
  }

  private Failure whenRead(String... arguments) {
    var result = Valida.withDefaults().run(inputs(arguments).sources(), (path, violation) -> {});
    assertThat(result.files()).hasSize(1);
    return result.files().get(0).failure().orElseThrow();
  }

  private static String content(Source source) throws IOException {
    try (var in = source.open()) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  // ---- what is taken

  @Test
  void takesThePayloadsOfAnArchiveLikeThoseOfAFolder() throws IOException {
    file(
        "lote.zip",
        zip(
            "b.json",
            "2",
            "a/",
            "",
            "a/c.JSONL",
            "1",
            "LEIA-ME.txt",
            "x",
            "d.ndjson",
            "4",
            ".git/e.json",
            "5",
            "__MACOSX/._b.json",
            "6"));

    assertThat(paths("lote.zip"))
        .containsExactly("lote.zip!/a/c.JSONL", "lote.zip!/b.json", "lote.zip!/d.ndjson");
    assertThat(content(inputs("lote.zip").sources().get(1))).isEqualTo("2");
    assertThat(inputs("lote.zip").failures()).isEmpty();
    assertThat(inputs("lote.zip").sources().get(0).lines()).isTrue();
    assertThat(inputs("lote.zip").sources().get(0).file()).contains(folder.resolve("lote.zip"));
  }

  @Test
  void takesEachEntryOnceByWhateverNameTheArchiveIsReached() throws IOException {
    file("lote.zip", zip("a.json", JSON));

    assertThat(paths("lote.zip", "./lote.zip", "*.zip")).containsExactly("lote.zip!/a.json");
  }

  @Test
  void aFolderIsSearchedForCompressedPayloadsButItsArchivesStayClosed() throws IOException {
    file("d/a.json.gz", gzip(utf8(JSON)));
    file("d/b.jsonl.GZ", gzip(utf8(JSON)));
    file("d/c.txt.gz", gzip(utf8("x")));
    file("d/lote.zip", zip("x.json", JSON));

    assertThat(paths("d")).containsExactly("d/a.json.gz", "d/b.jsonl.GZ");
    assertThat(inputs("d").failures()).isEmpty();
    assertThat(paths("d/*.zip")).containsExactly("d/lote.zip!/x.json");
  }

  @Test
  void aFolderOfArchivesSaysThatTheyMustBeNamed() throws IOException {
    file("d/lote.zip", zip("x.json", JSON));

    assertThat(failure("d")).isEqualTo(new Failure("no-payloads", "d", Map.of("hint", "archives")));
  }

  @Test
  void theNameInsideSaysWhetherEachLineIsADocument() throws IOException {
    file("a.jsonl.gz", gzip(utf8("{\"ente\":[]}\n\n{\"ente\":[]}\n")));
    file("schema.json", utf8("{\"type\":\"object\"}"));

    var valida = Valida.builder().schema(folder.resolve("schema.json")).build();
    var result = valida.run(inputs("a.jsonl.gz").sources(), (path, violation) -> {});

    assertThat(result.records()).isEqualTo(2);
    assertThat(result.bytes()).isEqualTo(25);
  }

  @Test
  void theConfigurationBesideAnArchiveHoldsForItsEntries() throws Exception {
    file("lote.zip", zip("despesa-1.json", JSON));
    file("x/receita.json.gz", gzip(utf8(JSON)));
    file(
        "valida.yaml",
        utf8(
            """
            contracts:
              - files: "**/despesa-*.json"
                contract: mce/despesa
              - files: "x/receita.json"
                contract: mce/receita
            """));
    var configurations = Configurations.searched(folder);
    var sources = inputs("lote.zip", "x/receita.json.gz").sources();

    assertThat(configurations.of(sources.get(0)).orElseThrow().contractFor(sources.get(0)))
        .contains("mce/despesa");
    assertThat(configurations.of(sources.get(1)).orElseThrow().contractFor(sources.get(1)))
        .contains("mce/receita");
  }

  @Test
  void readsWhatOtherProgramsWrite() throws IOException {
    file("stored.zip", new Zips.Odd().entry("a.json", JSON).bytes());
    file("large.zip", new Zips.Odd().large().entry("a.json", JSON).entry("b.json", "2").bytes());
    var exe = new ByteArrayOutputStream();
    exe.writeBytes(new byte[1000]);
    exe.writeBytes(zip("a.json", JSON));
    exe.writeBytes(utf8("and something after it"));
    file("shifted.zip", exe.toByteArray());
    file("windows.zip", new Zips.Odd().entry("d\\a.json", JSON).bytes());
    byte[] cedilla = {'d', 'o', 't', 'a', (byte) 0x87, (byte) 0xC6, 'o', '.', 'j', 's', 'o', 'n'};
    file("console.zip", new Zips.Odd().entry(cedilla, utf8(JSON)).bytes());

    for (var name : List.of("stored.zip", "large.zip", "shifted.zip", "windows.zip")) {
      assertThat(content(inputs(name).sources().get(0))).as(name).isEqualTo(JSON);
    }
    assertThat(content(inputs("large.zip").sources().get(1))).isEqualTo("2");
    assertThat(paths("windows.zip")).containsExactly("windows.zip!/d/a.json");
    assertThat(paths("console.zip")).containsExactly("console.zip!/dota\u00e7\u00e3o.json");
  }

  @Test
  void namesThatClimbLeadNowhereAndAreShownSafely() throws IOException {
    file("outside.json", utf8("outside"));
    file(
        "d/lote.zip",
        zip("../outside.json", "inside", "/etc/x.json", "1", "a\u001b[2J\u202e.json", "["));
    var sources = inputs("d/lote.zip").sources();

    assertThat(sources.stream().map(Source::path))
        .containsExactly(
            "d/lote.zip!/../outside.json",
            "d/lote.zip!//etc/x.json",
            "d/lote.zip!/a\u001b[2J\u202e.json");
    assertThat(content(sources.get(0))).isEqualTo("inside");
    assertThat(FailureText.of("en").line(new Failure("not-found", sources.get(2).path(), Map.of())))
        .startsWith("d/lote.zip!/a\\u001B[2J\\u202E.json: ");
  }

  // ---- gzip

  @Test
  void readsEveryMemberOfAGzipFileHoweverItComes() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(gzip(utf8("{\"ente\"")));
    bytes.writeBytes(gzip(utf8("")));
    bytes.writeBytes(gzip(utf8(":[]}")));
    bytes.writeBytes(new byte[300]);

    // One byte at a time, and never anything available: where Java's own stream stops early.
    var slow =
        new ByteArrayInputStream(bytes.toByteArray()) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(1, length));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };
    assertThat(new GzipStream(slow).readAllBytes()).asString().isEqualTo(JSON);
  }

  @Test
  void readsAHeaderWithAllItsFields() throws IOException {
    byte[] plain = gzip(utf8(JSON));
    var bytes = new ByteArrayOutputStream();
    bytes.write(plain, 0, 3);
    bytes.write(2 | 4 | 8 | 16);
    bytes.write(plain, 4, 6);
    bytes.writeBytes(new byte[] {3, 0, 1, 2, 3});
    bytes.writeBytes(utf8("a.json\0comment\0"));
    bytes.writeBytes(new byte[] {0, 0});
    bytes.write(plain, 10, plain.length - 10);

    assertThat(new GzipStream(new ByteArrayInputStream(bytes.toByteArray())).readAllBytes())
        .asString()
        .isEqualTo(JSON);
  }

  @Test
  void everyTruncationAndEveryChangedByteOfAGzipFileIsNoticed() throws IOException {
    var content = "{\"ente\":[{\"num_ano\":2024}]}";
    byte[] whole = gzip(utf8(content));
    int noticed = 0;
    for (int length = 0; length < whole.length; length++) {
      var cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> new GzipStream(new ByteArrayInputStream(cut)).readAllBytes())
          .as("cut at " + length)
          .isInstanceOf(InputException.class);
    }
    for (int at = 10; at < whole.length; at++) {
      var changed = whole.clone();
      changed[at] ^= 0x10;
      try (var in = new GzipStream(new ByteArrayInputStream(changed))) {
        // The last byte of the data may have bits that mean nothing.
        assertThat(in.readAllBytes()).as("changed at " + at).asString().isEqualTo(content);
      } catch (InputException e) {
        noticed++;
      }
    }
    assertThat(noticed).isGreaterThanOrEqualTo(whole.length - 11);
  }

  @Test
  void saysWhatIsWrongWithAGzipFile() throws IOException {
    file("plain.json.gz", utf8(JSON));
    file("empty.json.gz", new byte[0]);
    byte[] whole = gzip(utf8(JSON));
    file("cut.json.gz", Arrays.copyOf(whole, whole.length - 3));
    var wrong = whole.clone();
    wrong[wrong.length - 6] ^= 1;
    file("sum.json.gz", wrong);
    var more = Arrays.copyOf(whole, whole.length + 1);
    more[whole.length] = 'x';
    file("more.json.gz", more);

    assertThat(whenRead("plain.json.gz")).isEqualTo(broken("plain.json.gz", "not-gzip"));
    assertThat(whenRead("empty.json.gz")).isEqualTo(broken("empty.json.gz", "not-gzip"));
    assertThat(whenRead("cut.json.gz")).isEqualTo(broken("cut.json.gz", "cut-off"));
    assertThat(whenRead("sum.json.gz")).isEqualTo(broken("sum.json.gz", "checksum"));
    assertThat(whenRead("more.json.gz")).isEqualTo(broken("more.json.gz", "data"));
  }

  // ---- what cannot be read

  @ParameterizedTest
  @CsvSource({
    "a.7z, archive-unsupported",
    "a.rar, archive-unsupported",
    "a.tar.gz, archive-unsupported",
    "a.tgz, archive-unsupported",
    "a.json.xz, archive-unsupported",
    "a.zip.gz, archive-nested",
    "a.csv.gz, spreadsheet-unsupported",
  })
  void hasASentenceForOtherArchives(String name, String kind) throws IOException {
    file(name, utf8("x"));

    assertThat(failure(name)).isEqualTo(new Failure(kind, name, Map.of()));
  }

  @Test
  void archivesInArchivesAreNamed() throws IOException {
    file("a.zip", zip("b.zip", "x", "c.json.gz", "y", "d.json", JSON, "e.tar", "z"));
    var inputs = inputs("a.zip");

    assertThat(inputs.sources()).hasSize(1);
    assertThat(inputs.failures())
        .containsExactly(
            new Failure("archive-nested", "a.zip!/b.zip", Map.of()),
            new Failure("archive-nested", "a.zip!/c.json.gz", Map.of()),
            new Failure("archive-nested", "a.zip!/e.tar", Map.of()));
  }

  @Test
  void anArchiveWithoutPayloadsSaysSo() throws IOException {
    file("a.zip", zip("LEIA-ME.txt", "x"));
    file("empty.zip", new Zips.Odd().bytes());

    var hint = Map.<String, Object>of("hint", "archive");
    assertThat(failure("a.zip")).isEqualTo(new Failure("no-payloads", "a.zip", hint));
    assertThat(failure("empty.zip")).isEqualTo(new Failure("no-payloads", "empty.zip", hint));
  }

  @Test
  void saysWhatIsWrongWithAnArchive() throws IOException {
    byte[] whole = zip("a.json", JSON);
    file("text.zip", utf8(JSON));
    file("empty.zip", new byte[0]);
    file("cut.zip", Arrays.copyOf(whole, whole.length - 30));

    assertThat(failure("text.zip")).isEqualTo(broken("text.zip", "not-zip"));
    assertThat(failure("empty.zip")).isEqualTo(broken("empty.zip", "not-zip"));
    assertThat(failure("cut.zip")).isEqualTo(broken("cut.zip", "cut-off"));
  }

  /** What stands before the archive is added to the offset, which must not overflow. */
  @Test
  void anEntryBeyondTheFileIsNoEntry() throws IOException {
    for (long offset : new long[] {Long.MAX_VALUE, 1000}) {
      var archive = ByteBuffer.allocate(1 + 46 + 6 + 12 + 22).order(ByteOrder.LITTLE_ENDIAN);
      archive.put(0, (byte) ' ');
      archive.putInt(1, 0x02014b50).putShort(1 + 28, (short) 6).putShort(1 + 30, (short) 12);
      archive.putInt(1 + 42, -1).put(1 + 46, utf8("a.json"));
      archive.putShort(1 + 52, (short) 1).putShort(1 + 54, (short) 8).putLong(1 + 56, offset);
      archive.putInt(65, 0x06054b50).putShort(65 + 8, (short) 1).putShort(65 + 10, (short) 1);
      archive.putInt(65 + 12, 64).putInt(65 + 16, 0);
      file("far.zip", archive.array());

      assertThat(failure("far.zip")).isEqualTo(broken("far.zip", "data"));
    }
  }

  @Test
  void saysWhichEntryCannotBeRead() throws IOException {
    file("secret.zip", new Zips.Odd().flags(1).entry("a.json", JSON).bytes());
    file("other.zip", new Zips.Odd().method(12).entry("a.json", JSON).bytes());
    file("longer.zip", new Zips.Odd().sizeOffBy(-1).entry("a.json", JSON).bytes());
    file("shorter.zip", new Zips.Odd().sizeOffBy(1).entry("a.json", JSON).bytes());
    byte[] changed = new Zips.Odd().entry("a.json", JSON).bytes();
    changed[30 + 6 + 3] ^= 1;
    file("changed.zip", changed);

    assertThat(whenRead("secret.zip").kind()).isEqualTo("archive-encrypted");
    assertThat(whenRead("secret.zip").path()).isEqualTo("secret.zip!/a.json");
    assertThat(whenRead("other.zip").kind()).isEqualTo("archive-method");
    assertThat(whenRead("longer.zip")).isEqualTo(broken("longer.zip!/a.json", "data"));
    assertThat(whenRead("shorter.zip")).isEqualTo(broken("shorter.zip!/a.json", "cut-off"));
    assertThat(whenRead("changed.zip")).isEqualTo(broken("changed.zip!/a.json", "checksum"));
  }

  @Test
  void ofTwoEntriesOfOneNameNoneIsTakenForTheOther() throws IOException {
    file(
        "a.zip",
        new Zips.Odd().entry("a.json", "1").entry("a.json", "2").entry("b.json", JSON).bytes());

    assertThat(paths("a.zip")).containsExactly("a.zip!/b.json");
    assertThat(inputs("a.zip").failures())
        .containsExactly(new Failure("archive-duplicate", "a.zip!/a.json", Map.of()));
  }

  @Test
  void everyTruncationOfAnArchiveIsNoticed() throws IOException {
    byte[] whole = zip("a.json", JSON, "b.json", JSON);
    for (int length = 0; length < whole.length; length++) {
      file("a.zip", Arrays.copyOf(whole, length));
      assertThat(failure("a.zip").kind()).as("cut at " + length).isEqualTo("archive-broken");
    }
  }

  @Test
  void noChangedByteOfAnArchiveIsAnythingButASentence() throws IOException {
    byte[] whole = zip("a.json", JSON, "b.json", JSON);
    for (int at = 0; at < whole.length; at++) {
      var changed = whole.clone();
      changed[at] ^= (byte) 0x81;
      file("a.zip", changed);
      var inputs = inputs("a.zip");
      var result = Valida.withDefaults().run(inputs.sources(), (path, violation) -> {});
      assertThat(result.files()).as("changed at " + at).hasSizeLessThanOrEqualTo(2);
    }
  }

  // ---- bombs

  private record Run(RunResult result, List<Violation> violations) {}

  private Run run(long inflatedBytes, String... arguments) {
    var limits = Limits.defaults();
    var valida =
        Valida.builder()
            .limits(
                new Limits(
                    limits.nesting(),
                    limits.nameBytes(),
                    limits.stringBytes(),
                    limits.numberBytes(),
                    limits.members(),
                    limits.keys(),
                    limits.captureBytes(),
                    inflatedBytes))
            .build();
    var violations = new ArrayList<Violation>();
    var result =
        valida.run(inputs(arguments).sources(), (path, violation) -> violations.add(violation));
    return new Run(result, violations);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json.gz", "a.zip"})
  void aBombEndsAtTheLimit(String name) throws IOException {
    var bomb = "[" + " ".repeat(5_000_000);
    file("a.json.gz", gzip(utf8(bomb)));
    file("a.zip", zip("a.json", bomb));

    var run = run(1_000_000, name);

    assertThat(run.violations()).hasSize(1);
    var violation = run.violations().get(0);
    assertThat(violation.rule().id()).isEqualTo("json-limit");
    assertThat(violation.arguments())
        .containsEntry("limit", "inflated-bytes")
        .containsEntry("maximum", "1000000");
    assertThat(violation.offset()).isEqualTo(1_000_000);
    assertThat(run.result().bytes()).isEqualTo(1_000_000);
  }

  @Test
  void whatReachesTheLimitIsStillReadAndABlankBeyondItIsNot() throws IOException {
    file("a.json.gz", gzip(utf8(JSON)));
    file("b.json.gz", gzip(utf8(JSON + " ")));

    assertThat(run(JSON.length(), "a.json.gz").violations())
        .noneMatch(violation -> violation.rule().id().equals("json-limit"));
    assertThat(run(JSON.length(), "b.json.gz").violations())
        .anyMatch(violation -> violation.rule().id().equals("json-limit"));
  }

  @Test
  void theEntriesOfAnArchiveShareTheLimit() throws IOException {
    file("a.zip", zip("a.json", JSON, "b.json", JSON, "c.json", JSON));

    var run = run(2L * JSON.length(), "a.zip");

    assertThat(run.violations().stream().filter(v -> v.rule().id().equals("json-limit")))
        .hasSize(1);
    assertThat(run.result().files().get(2).byRule()).containsKey("json-limit");
  }

  @Test
  void theLimitIsToldInLinesToo() throws IOException {
    file("a.jsonl.gz", gzip(utf8("[1]\n[22]\n[333]\n")));
    file("schema.json", utf8("{}"));
    var limits = Limits.defaults();
    var valida =
        Valida.builder()
            .schema(folder.resolve("schema.json"))
            .limits(
                new Limits(
                    limits.nesting(),
                    limits.nameBytes(),
                    limits.stringBytes(),
                    limits.numberBytes(),
                    limits.members(),
                    limits.keys(),
                    limits.captureBytes(),
                    11))
            .build();
    var violations = new ArrayList<Violation>();
    valida.run(inputs("a.jsonl.gz").sources(), (path, violation) -> violations.add(violation));

    assertThat(violations).hasSize(1);
    assertThat(violations.get(0).rule().id()).isEqualTo("json-limit");
    assertThat(violations.get(0).line()).isEqualTo(3);
    assertThat(violations.get(0).column()).isEqualTo(3);
    assertThat(violations.get(0).offset()).isEqualTo(11);
  }

  @Test
  void anArchiveOfVeryManyEntriesIsNotOpened() throws IOException {
    var odd = new Zips.Odd().large();
    for (int i = 0; i <= ZipDirectory.MOST_ENTRIES; i++) {
      odd.entry(Integer.toString(i), "");
    }
    file("a.zip", odd.bytes());

    assertThat(failure("a.zip"))
        .isEqualTo(
            new Failure("archive-entries", "a.zip", Map.of("maximum", ZipDirectory.MOST_ENTRIES)));
  }

  // ---- files that change

  @Test
  void aFileThatChangesWhileItIsReadIsTold() throws IOException {
    file("a.json", utf8(JSON));
    var source = inputs("a.json").sources().get(0);
    var changing =
        new Source() {
          @Override
          public String path() {
            return source.path();
          }

          @Override
          public InputStream open() throws IOException {
            var in = source.open();
            ArchivesTest.this.file("a.json", utf8(JSON + "\n"));
            return in;
          }

          @Override
          public boolean rereadable() {
            return true;
          }

          @Override
          public java.util.Optional<Path> file() {
            return source.file();
          }
        };

    var result = Valida.withDefaults().run(List.of(changing), (path, violation) -> {});

    assertThat(result.files().get(0).failure())
        .contains(new Failure("changed-while-read", "a.json", Map.of()));
  }

  @Test
  void aFileThatIsRemovedOnceItIsOpenWasReadAllTheSame() throws IOException {
    file("a.json", utf8(JSON));
    try (var in = inputs("a.json").sources().get(0).open()) {
      Files.delete(folder.resolve("a.json"));
      assertThat(in.readAllBytes()).asString().isEqualTo(JSON);
    }
  }
}
