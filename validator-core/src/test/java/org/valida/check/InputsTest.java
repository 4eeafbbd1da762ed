package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.violation.Failure;

class InputsTest {

  @TempDir Path folder;

  private void files(String... names) throws IOException {
    for (var name : names) {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  private Inputs inputs(String... arguments) {
    var input = new ByteArrayInputStream("input".getBytes(StandardCharsets.UTF_8));
    return Inputs.of(List.of(arguments), folder, input);
  }

  private List<String> paths(String... arguments) {
    var inputs = inputs(arguments);
    assertThat(inputs.failures()).isEmpty();
    return inputs.sources().stream().map(Source::path).toList();
  }

  private Failure failure(String... arguments) {
    var inputs = inputs(arguments);
    assertThat(inputs.sources()).isEmpty();
    assertThat(inputs.failures()).hasSize(1);
    return inputs.failures().get(0);
  }

  @Test
  void takesFilesOfAnyNameInTheOrderOfTheArguments() throws IOException {
    files("b.txt", "a.json");

    assertThat(paths("b.txt", "./a.json")).containsExactly("b.txt", "./a.json");
  }

  @Test
  void readsTheFileItNames() throws IOException {
    files("sub/a.json");
    var source = inputs("sub").sources().get(0);

    assertThat(source.open()).hasContent("sub/a.json");
    assertThat(source.rereadable()).isTrue();
    assertThat(source.file()).contains(folder.resolve("sub/a.json"));
  }

  @Test
  void takesThePayloadsOfAFolderSortedByPath() throws IOException {
    files("d/z.json", "d/b/c.ndjson", "d/a.jsonl", "d/B.JSON", "d/x.txt", "d/valida.yaml");

    assertThat(paths("d")).containsExactly("d/B.JSON", "d/a.jsonl", "d/b/c.ndjson", "d/z.json");
    assertThat(paths("d/")).isEqualTo(paths("d"));
  }

  @Test
  void doesNotWriteADotForTheWorkingFolder() throws IOException {
    files("a.json", "d/b.json");

    assertThat(paths(".")).containsExactly("a.json", "d/b.json");
  }

  @Test
  void passesOverHiddenFilesAndFolders() throws IOException {
    files("d/.a.json", "d/.git/b.json", "d/c.json");

    assertThat(paths("d")).containsExactly("d/c.json");
    assertThat(paths("d/.a.json")).containsExactly("d/.a.json");
  }

  @Test
  void expandsPatternsThatNoShellExpanded() throws IOException {
    files("a.json", "b.json", "d/c.json", "d/e/f.json", "d/.g.json", "x.txt");

    assertThat(paths("*.json")).containsExactly("a.json", "b.json");
    assertThat(paths("**/*.json")).containsExactly("a.json", "b.json", "d/c.json", "d/e/f.json");
    assertThat(paths("d/**")).containsExactly("d/c.json", "d/e/f.json");
    assertThat(paths("./{a,b}.json")).containsExactly("a.json", "b.json");
    assertThat(paths("?.txt")).containsExactly("x.txt");
    assertThat(paths(folder.toString().replace('\\', '/') + "/d/*.json")).hasSize(1);
  }

  @Test
  void expandsAFolderThatAPatternNames() throws IOException {
    files("d1/a.json", "d1/x.txt", "d2/e/b.json");

    assertThat(paths("d*")).containsExactly("d1/a.json", "d2/e/b.json");
  }

  @Test
  void prefersAFileToAPatternOfTheSameName() throws IOException {
    files("a{1}.json", "a1.json");

    assertThat(paths("a{1}.json")).containsExactly("a{1}.json");
  }

  @Test
  void checksAFileNamedTwiceOnce() throws IOException {
    files("a.json", "d/b.json");
    link("l.json", "a.json");

    assertThat(paths("a.json", "./a.json", "d/../a.json", "l.json", "*.json", "a.json"))
        .containsExactly("a.json");
  }

  @Test
  void aFileWithTwoNamesInFullRightIsTwoInputs() throws IOException {
    files("d/a.json");
    hardLink("d/b.json", "d/a.json");
    link("d/c.json", "b.json");

    assertThat(paths("d")).containsExactly("d/a.json", "d/b.json");
    assertThat(paths("d/c.json", "d")).containsExactly("d/c.json", "d/a.json");
  }

  @Test
  void whatLiesInAFolderAndLeadsNowhereIsNotFound() throws IOException {
    files("d/a.json");
    link("d/b.json", "gone");

    var inputs = inputs("d");
    assertThat(inputs.sources()).extracting(Source::path).containsExactly("d/a.json");
    assertThat(inputs.failures())
        .containsExactly(new Failure("not-found", "d/b.json", Map.of("suggestion", "d/a.json")));
  }

  private void hardLink(String name, String target) throws IOException {
    try {
      Files.createLink(folder.resolve(name), folder.resolve(target));
    } catch (UnsupportedOperationException e) {
      assumeThat(false).as("this system has links").isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.JSON, true",
    "b.nDjSoN, true",
    "c.json.GZ, true",
    ".json, false",
    "json, false",
    "d.j\u017Fon, false",
    "e.jsonx, false",
    "gz, false",
  })
  void aFolderHasPayloadsOfTheseNames(String name, boolean wanted) throws IOException {
    files("d/" + name, "d/other.json");

    assertThat(paths("d").contains("d/" + name)).isEqualTo(wanted);
  }

  @Test
  void followsLinksButNotInCircles() throws IOException {
    files("d/a.json", "e/b.json");
    link("d/loop", "../d");
    link("d/e", "../e");

    assertThat(paths("d")).containsExactly("d/a.json", "d/e/b.json");
  }

  private void link(String name, String target) throws IOException {
    try {
      Files.createSymbolicLink(folder.resolve(name), Path.of(target));
    } catch (UnsupportedOperationException e) {
      assumeThat(false).as("this system has links").isTrue();
    }
  }

  @Test
  void takesStandardInputOnce() throws IOException {
    var sources = inputs("-", "-").sources();

    assertThat(sources).hasSize(1);
    assertThat(sources.get(0).path()).isEqualTo("-");
    assertThat(sources.get(0).rereadable()).isFalse();
    assertThat(sources.get(0).file()).isEmpty();
    assertThat(sources.get(0).open()).hasContent("input");
    assertThatThrownBy(() -> sources.get(0).open()).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "despeza.json, despesa.json",
    "sub/recieta.json, sub/receita.json",
    "sbu/receita.json, sub/receita.json",
    "sbu/x.json, sub",
  })
  void namesTheNearestOfWhatIsNotThere(String missing, String nearest) throws IOException {
    files("despesa.json", "sub/receita.json");

    assertThat(failure(missing))
        .isEqualTo(new Failure("not-found", missing, Map.of("suggestion", nearest)));
  }

  @ParameterizedTest
  @CsvSource({"nada.json", "''", "x/y/z"})
  void saysWhatIsNotThere(String missing) {
    assertThat(failure(missing)).isEqualTo(new Failure("not-found", missing, Map.of()));
  }

  @Test
  void saysThatALinkLeadsNowhere() throws IOException {
    link("a.json", "gone");

    assertThat(failure("a.json")).isEqualTo(new Failure("not-found", "a.json", Map.of()));
  }

  @Test
  void saysThatAFolderOrPatternHasNothing() throws IOException {
    files("d/a.txt");

    assertThat(failure("d")).isEqualTo(new Failure("no-payloads", "d", Map.of("hint", "folder")));
    assertThat(failure("e/*.json"))
        .isEqualTo(new Failure("no-payloads", "e/*.json", Map.of("hint", "glob")));
  }

  @ParameterizedTest
  @CsvSource({
    "a.7z, archive-unsupported",
    "a.CSV, spreadsheet-unsupported",
    "a.xlsx, spreadsheet-unsupported",
  })
  void hasASentenceForWhatIsNoJson(String name, String kind) throws IOException {
    files(name);

    assertThat(failure(name)).isEqualTo(new Failure(kind, name, Map.of()));
  }

  @Test
  void takesAddressesAndShowsNoneOfTheirValues() {
    assertThat(paths("HTTPS://user:secret@example.org/x?a=*&b=1", "https://example.org/x?a=2"))
        .containsExactly("HTTPS://***@example.org/x?a=***&b=***", "https://example.org/x?a=***");
  }

  @Test
  void addressesThatLookTheSameAreCounted() {
    assertThat(paths("http://h/x?a=1", "http://h/x?a=2", "http://h/x?a=1", "http://h/x?a=3"))
        .containsExactly("http://h/x?a=***", "http://h/x?a=***#2", "http://h/x?a=***#3");
  }

  @ParameterizedTest
  @CsvSource({
    "http://, address-malformed, http://",
    "http:///x?senha=1, address-malformed, http:///x?senha=***",
    "https://u:p@/x, address-malformed, https://***@/x",
    "https://h/lote.zip?t=1, archive-address, https://h/lote.zip?t=***",
    "https://h/notas.xlsx, spreadsheet-unsupported, https://h/notas.xlsx",
  })
  void hasASentenceForOtherAddresses(String address, String kind, String shown) {
    assertThat(failure(address)).isEqualTo(new Failure(kind, shown, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"d", "a.zip", "a.json.gz", "http://h/x", "nada"})
  void oneFileIsTakenAsItIsOrNotAtAll(String name) throws IOException {
    files("a.json", "d/b.json", "a.zip", "a.json.gz");

    var inputs = Inputs.file(name, folder);
    assertThat(inputs.sources()).isEmpty();
    assertThat(inputs.failures().get(0).kind()).isIn("not-plain", "not-found");
    assertThat(Inputs.file("a.json", folder).sources()).hasSize(1);
  }

  @Test
  void keepsWhatIsThereBesideWhatIsNot() throws IOException {
    files("a.json");
    var inputs = inputs("nada", "a.json");

    assertThat(inputs.sources()).hasSize(1);
    assertThat(inputs.failures()).hasSize(1);
  }

  @Test
  void readsAPipeThatIsNamedAndOpensNoneThatIsFound() throws IOException, InterruptedException {
    var pipe = folder.resolve("a.json");
    assumeThat(made(pipe)).isTrue();

    assertThat(failure(".")).isEqualTo(new Failure("not-regular", "a.json", Map.of()));
    assertThat(failure("*.json")).isEqualTo(new Failure("not-regular", "a.json", Map.of()));
    var source = inputs("a.json").sources().get(0);
    assertThat(source.rereadable()).isFalse();
    var writer = new Thread(() -> write(pipe));
    writer.start();
    try (var in = source.open()) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("through the pipe");
    }
    writer.join();
  }

  private static void write(Path pipe) {
    try {
      Files.writeString(pipe, "through the pipe");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean made(Path pipe) throws InterruptedException {
    try {
      var mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
      return mkfifo.waitFor(10, TimeUnit.SECONDS) && mkfifo.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void saysThatItMayNotRead() throws IOException {
    files("a.json", "d/b.json");
    var file = folder.resolve("a.json").toFile();
    var sub = folder.resolve("d").toFile();
    assumeThat(file.setReadable(false) && !file.canRead() && sub.setReadable(false)).isTrue();

    try {
      var reason = Map.<String, Object>of("reason", "permission");
      assertThat(failure("a.json")).isEqualTo(new Failure("unreadable", "a.json", reason));
      assertThat(failure("d")).isEqualTo(new Failure("unreadable", "d", reason));
    } finally {
      sub.setReadable(true);
    }
  }
}
