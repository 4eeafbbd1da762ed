package org.valida.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fix} and {@code split} write, and what they do not. */
class WritingTest {

  private static final Path CASES = Project.root().resolve("testdata/mce/invalid/despesa");

  @TempDir Path folder;

  private record Said(int exit, String out, String err) {}

  private Said run(byte[] in, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var environment = new Environment(Map.of(), folder, false, Locale.ROOT, false, UTF_8);
    int exit = Main.run(new ByteArrayInputStream(in), out, err, List.of(arguments), environment);
    return new Said(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  private Said run(String... arguments) {
    return run(new byte[0], arguments);
  }

  @BeforeEach
  void copy() throws IOException {
    Files.copy(CASES.resolve("number-as-string-every-code.json"), folder.resolve("a.json"));
    Files.copy(CASES.resolve("ente-duplicate-six-digits.json"), folder.resolve("b.json"));
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void fixWritesOnlyWhenAsked() throws IOException {
    var before = text("a.json");

    assertThat(run("fix", "a.json").exit()).isEqualTo(1);
    assertThat(run("fix", "a.json", "--diff").exit()).isEqualTo(1);
    assertThat(text("a.json")).isEqualTo(before);

    assertThat(run("fix", "a.json", "--write").exit()).isZero();
    assertThat(text("a.json")).isNotEqualTo(before);
    assertThat(run("check", "a.json", "--fail-on", "warning").exit()).isZero();
    assertThat(run("fix", "a.json").exit()).isZero();
  }

  @Test
  void whatErrorsAreLeftDecideTheStatusAfterWriting() {
    var said = run("fix", "b.json", "--write", "--lang", "en");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).endsWith("1 repair written to 1 file; 1 error left\n");
    assertThat(run("fix", "b.json", "--write", "--fail-on", "never").exit()).isZero();
  }

  @Test
  void standardInputGoesRepairedToStandardOutput() throws IOException {
    byte[] document = Files.readAllBytes(folder.resolve("a.json"));

    var said = run(document, "fix", "-", "--write", "--lang", "en");

    assertThat(said.exit()).isZero();
    run("fix", "a.json", "--write");
    assertThat(said.out()).isEqualTo(text("a.json"));
    assertThat(said.err()).contains("-:7:18: repair:").endsWith("0 violations left\n");
  }

  @Test
  void standardInputStandsAloneWhenWritten() {
    var said = run(new byte[0], "fix", "-", "a.json", "--write", "--lang", "en");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("standard input (-) stands alone");
  }

  @Test
  void splitWritesBothFiles() throws IOException {
    var said = run("split", "b.json", "--good", "g.json", "--bad", "r.json", "--lang", "en");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).isEqualTo("1 clean record in g.json; 1 other in r.json\n");
    assertThat(run("check", "g.json").exit()).isZero();
    assertThat(text("g.json").length() + text("r.json").length())
        .isGreaterThan(text("b.json").length());
  }

  @Test
  void splitReplacesNothingUnlessForced() throws IOException {
    Files.writeString(folder.resolve("r.json"), "mine");

    var said = run("split", "b.json", "--good", "g.json", "--bad", "r.json", "--lang", "en");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("r.json exists");
    assertThat(text("r.json")).isEqualTo("mine");
    assertThat(folder.resolve("g.json")).doesNotExist();
    assertThat(run("split", "b.json", "--good", "g.json", "--bad", "r.json", "--force").exit())
        .isZero();
    assertThat(text("r.json")).isNotEqualTo("mine");
  }

  @Test
  void splitNeverReplacesItsInput() throws IOException {
    var before = text("b.json");

    assertThat(run("split", "b.json", "--good", "./b.json", "--bad", "r.json", "--force").exit())
        .isEqualTo(2);
    Files.createSymbolicLink(folder.resolve("link.json"), Path.of("b.json"));
    assertThat(run("split", "b.json", "--good", "g.json", "--bad", "link.json", "--force").exit())
        .isEqualTo(2);
    assertThat(text("b.json")).isEqualTo(before);
  }

  @Test
  void splitSaysWhenNothingIsClean() throws IOException {
    Files.copy(CASES.resolve("cod-fonte-unknown-122.json"), folder.resolve("c.json"));

    var said = run("split", "c.json", "--good", "g.json", "--bad", "r.json", "--lang", "en");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).isEqualTo("0 clean records in g.json; 1 other in r.json\n");
    assertThat(text("r.json")).isEqualTo(text("c.json"));
  }
}
