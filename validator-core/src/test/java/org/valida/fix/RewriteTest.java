package org.valida.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.violation.Failure;

class RewriteTest {

  private static final String BROKEN = Lote.despesa("2024,", "\"2024\",").replace("\n", "\r\n");
  private static final String GOOD = BROKEN.replace("\"2024\"", "2024");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("despesa.json");
    Files.writeString(file, BROKEN);
  }

  private FixedInput input(String name) throws IOException {
    var inputs = Inputs.of(List.of(name), folder, InputStream.nullInputStream());
    var valida = Fixing.safe("mce/despesa").valida();
    return new FixRun(valida::run, false).run(inputs.sources()).inputs().get(0);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesTheRepairedDocumentAndLeavesNothingBeside() throws IOException {
    assertThat(Rewrite.file(input("despesa.json"))).isEmpty();

    assertThat(Files.readString(file)).isEqualTo(GOOD);
    assertThat(names()).containsExactly("despesa.json");
  }

  @Test
  void workingOutRepairsWritesNothing() throws IOException {
    var before = Files.getLastModifiedTime(file);

    input("despesa.json");

    assertThat(Files.readString(file)).isEqualTo(BROKEN);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }

  @Test
  void keepsThePermissions() throws IOException {
    var permissions = PosixFilePermissions.fromString("rw-r-----");
    assumeThat(Files.getFileStore(file).supportsFileAttributeView("posix")).isTrue();
    Files.setPosixFilePermissions(file, permissions);

    Rewrite.file(input("despesa.json"));

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(permissions);
  }

  @Test
  void aWrappedInputIsStillWhatItWas() throws IOException {
    var zipped = folder.resolve("a.jsonl.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(BROKEN.getBytes(UTF_8));
    }
    var source = Source.of(zipped);
    var wrapped =
        List.of(
            new PatchedSource(source, Patch.empty()),
            new RecodedSource(source),
            HeldSource.of(source).orElseThrow());

    assertThat(source.inflatedBefore()).isPresent();
    assertThat(source.lines()).isTrue();
    for (var one : wrapped) {
      assertThat(one.lines()).isEqualTo(source.lines());
      assertThat(one.within()).isEqualTo(source.within());
      assertThat(one.inflatedBefore()).isEqualTo(source.inflatedBefore());
      assertThat(one.size()).isEqualTo(source.size());
    }
  }

  @Test
  void keepsALinkAndRewritesWhatItPointsTo() throws IOException {
    var link = folder.resolve("link.json");
    Files.createSymbolicLink(link, Path.of("despesa.json"));

    assertThat(Rewrite.file(input("link.json"))).isEmpty();

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(file)).isEqualTo(GOOD);
  }

  @Test
  void doesNotOverwriteAFileThatHasChanged() throws IOException {
    var input = input("despesa.json");
    var changed = BROKEN.replace("540", "541");
    Files.writeString(file, changed);

    assertThat(Rewrite.file(input)).map(Failure::kind).contains("changed-while-read");
    assertThat(Files.readString(file)).isEqualTo(changed);
    assertThat(names()).containsExactly("despesa.json");
  }

  @Test
  void doesNotOverwriteAFileWhoseBrokenBytesHaveChanged() throws IOException {
    var input = input("despesa.json");
    Files.writeString(file, GOOD);

    assertThat(Rewrite.file(input)).map(Failure::kind).contains("changed-while-read");
    assertThat(Files.readString(file)).isEqualTo(GOOD);
    assertThat(names()).containsExactly("despesa.json");
  }

  @Test
  void doesNotBringBackAFileThatIsGone() throws IOException {
    var input = input("despesa.json");
    Files.delete(file);

    assertThat(Rewrite.file(input)).map(Failure::kind).contains("changed-while-read");
    assertThat(names()).isEmpty();
  }

  @Test
  void anInputThatIsGoneWhenItsTokensAreReadIsAFailure() {
    var source =
        new Source() {
          private int opened;

          @Override
          public String path() {
            return "a.json";
          }

          @Override
          public InputStream open() throws IOException {
            if (opened++ > 0) {
              throw new NoSuchFileException(path());
            }
            return new ByteArrayInputStream(BROKEN.getBytes(UTF_8));
          }

          @Override
          public boolean rereadable() {
            return true;
          }

          @Override
          public Optional<Path> file() {
            return Optional.empty();
          }
        };
    var valida = Fixing.safe("mce/despesa").valida();

    var input = new FixRun(valida::run, false).run(List.of(source)).inputs().get(0);

    assertThat(input.failure()).map(Failure::kind).contains("changed-while-read");
    assertThat(input.changed()).isFalse();
  }

  @Test
  void saysThatAFolderMayNotBeWritten() throws IOException {
    var input = input("despesa.json");
    folder.toFile().setWritable(false);
    try {
      assumeThat(Files.isWritable(folder)).as("root may write everywhere").isFalse();

      assertThat(Rewrite.file(input)).map(Failure::kind).contains("fix-unwritable");
      assertThat(Files.readString(file)).isEqualTo(BROKEN);
    } finally {
      folder.toFile().setWritable(true);
    }
  }
}
