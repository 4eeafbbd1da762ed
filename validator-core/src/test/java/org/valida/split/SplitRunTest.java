package org.valida.split;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.check.FailOn;
import org.valida.check.Source;
import org.valida.json.Limits;
import org.valida.violation.Severity;

class SplitRunTest {

  private static final Map<String, Valida> ENGINES = new ConcurrentHashMap<>();
  private static final Path DUPLICATE =
      TestData.testdata().resolve("mce/invalid/despesa/ente-duplicate-six-digits.json");

  @TempDir Path folder;
  private Path good;
  private Path bad;

  @BeforeEach
  void name() {
    good = folder.resolve("good.json");
    bad = folder.resolve("bad.json");
  }

  private record FileOf(Path location) implements Source {
    @Override
    public String path() {
      return location.getFileName().toString();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(location);
    }

    @Override
    public boolean rereadable() {
      return true;
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(location);
    }
  }

  private static Valida engine(String contract) {
    return ENGINES.computeIfAbsent(
        contract, id -> Valida.builder().today(LocalDate.of(2026, 1, 31)).contract(id).build());
  }

  private SplitRun.Result split(String contract, Path file, FailOn level)
      throws SplitException, IOException {
    var valida = engine(contract);
    return new SplitRun(valida::run, id -> valida.contracts().program(id), level, Limits.defaults())
        .run(new FileOf(file), SplitFiles.in(good, bad, true));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyListOfRecordsIsPartedIntoItsRecords() throws IOException {
    var wrong = new ArrayList<String>();
    int parted = 0;
    for (var group : List.of("mce/valid", "mce/invalid", "sgp/valid", "sgp/invalid")) {
      for (var file : TestData.files(TestData.testdata().resolve(group), ".json")) {
        var contract = group.substring(0, 4) + file.getParent().getFileName();
        if (Valida.withDefaults().contracts().find(contract).isEmpty()) {
          continue;
        }
        for (var level : List.of(FailOn.ERROR, FailOn.WARNING)) {
          try {
            var result = split(contract, file, level);
            parted++;
            wrong.addAll(compared(contract, file, level, result));
          } catch (SplitException e) {
            assertThat(e.failure().kind())
                .isIn("split-broken", "split-envelope", "split-no-records");
            assertThat(names()).as("files left by %s", file).isEmpty();
          }
          Files.deleteIfExists(good);
          Files.deleteIfExists(bad);
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(parted).isGreaterThan(900);
  }

  private List<String> compared(String contract, Path file, FailOn level, SplitRun.Result result)
      throws IOException {
    var wrong = new ArrayList<String>();
    var name = TestData.name(file) + " at " + level.label() + ": ";
    var all = records(contract, Files.readAllBytes(file));
    var clean = records(contract, Files.readAllBytes(good));
    var others = records(contract, Files.readAllBytes(bad));
    if (clean.size() != result.good() || others.size() != result.bad()) {
      wrong.add(name + "counted otherwise");
    }
    var joined = Stream.concat(clean.stream(), others.stream()).sorted().toList();
    if (!joined.equals(all.stream().sorted().toList())) {
      wrong.add(name + "other records");
    }
    var violations = new ArrayList<Severity>();
    engine(contract)
        .run(List.of(new FileOf(good)), (path, violation) -> violations.add(violation.severity()));
    if (!clean.isEmpty()
        && violations.stream().anyMatch(severity -> severity.ordinal() <= level.ordinal())) {
      wrong.add(name + "the good ones are not");
    }
    if (others.isEmpty() && !Files.readString(good).equals(Files.readString(file))) {
      wrong.add(name + "a clean document came out changed");
    }
    return wrong;
  }

  /** The records as they are written, found by Jackson. */
  private static List<String> records(String contract, byte[] document) throws IOException {
    var list = engine(contract).contracts().program(contract).recordList().orElseThrow();
    int mark = document[0] == (byte) 0xEF ? 3 : 0;
    var records = new ArrayList<String>();
    try (var parser = new JsonFactory().createParser(document, mark, document.length - mark)) {
      var token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        for (var name = parser.nextFieldName();
            name != null && !name.equals(list);
            name = parser.nextFieldName()) {
          parser.nextToken();
          parser.skipChildren();
        }
        token = parser.nextToken();
      }
      assertThat(token).isEqualTo(JsonToken.START_ARRAY);
      while (parser.nextToken() != JsonToken.END_ARRAY && parser.hasCurrentToken()) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getByteOffset();
        records.add(new String(document, mark + start, end - start, UTF_8));
      }
    }
    return records;
  }

  @Test
  void bytesOfRecordsAndOfWhatStandsAroundThemStay() throws Exception {
    var text = Files.readString(DUPLICATE);

    assertThat(split("mce/despesa", DUPLICATE, FailOn.ERROR)).isEqualTo(new SplitRun.Result(1, 1));

    // The records are the only objects that are indented by four.
    int first = text.indexOf("{", text.indexOf("\"ente\""));
    int second = text.indexOf("\n    {", first) + 5;
    int firstEnd = text.lastIndexOf(",", second);
    int secondEnd = text.indexOf("\n    }", second) + 6;
    var before = text.substring(0, first);
    var after = text.substring(secondEnd);
    assertThat(Files.readString(good)).isEqualTo(before + text.substring(first, firstEnd) + after);
    assertThat(Files.readString(bad)).isEqualTo(before + text.substring(second, secondEnd) + after);
  }

  @Test
  void onlyTheOwnerMayReadThem() throws Exception {
    split("mce/despesa", DUPLICATE, FailOn.ERROR);

    if (Files.getFileStore(good).supportsFileAttributeView("posix")) {
      var owner = PosixFilePermissions.fromString("rw-------");
      assertThat(Files.getPosixFilePermissions(good)).isEqualTo(owner);
      assertThat(Files.getPosixFilePermissions(bad)).isEqualTo(owner);
    }
    assertThat(names()).containsExactly("bad.json", "good.json");
  }

  @Test
  void whatStandsOutsideRecordsStopsIt() throws Exception {
    var file = folder.resolve("envelope.json");
    Files.writeString(
        file, Files.readString(DUPLICATE).replace("\"dat_consulta\"", "\"data_consulta\""));

    var stopped = catchThrowable(() -> split("mce/despesa", file, FailOn.ERROR));

    assertThat(stopped).isInstanceOf(SplitException.class).hasMessage("split-envelope");
    assertThat(((SplitException) stopped).failure().arguments()).containsKey("rule");
    assertThat(names()).containsExactly("envelope.json");
  }

  @Test
  void aBrokenDocumentStopsIt() throws Exception {
    var file = folder.resolve("broken.json");
    var text = Files.readString(DUPLICATE);
    Files.writeString(file, text.substring(0, text.length() - 5));

    assertThatThrownBy(() -> split("mce/despesa", file, FailOn.ERROR)).hasMessage("split-broken");
    assertThat(names()).containsExactly("broken.json");
  }

  @Test
  void withoutForceNothingIsReplaced() throws Exception {
    Files.writeString(bad, "mine");
    var valida = engine("mce/despesa");
    var run =
        new SplitRun(
            valida::run, id -> valida.contracts().program(id), FailOn.ERROR, Limits.defaults());

    assertThatThrownBy(() -> run.run(new FileOf(DUPLICATE), SplitFiles.in(good, bad, false)))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(names()).containsExactly("bad.json");
    assertThat(bad).hasContent("mine");
  }

  @Test
  void aListWithoutCleanRecordsLeavesAnEmptyOne() throws Exception {
    var file = folder.resolve("all-bad.json");
    Files.writeString(file, "\uFEFF[ {\"codigoMatriculaSgp\": true} , 7 ,\n null ]  \n");

    assertThat(split("sgp/matriculas-reativar", file, FailOn.ERROR))
        .isEqualTo(new SplitRun.Result(0, 3));

    assertThat(Files.readString(good)).isEqualTo("\uFEFF[  ]  \n");
    assertThat(Files.readAllBytes(bad)).isEqualTo(Files.readString(file).getBytes(UTF_8));
  }
}
