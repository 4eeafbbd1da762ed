package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashedSourceTest {

  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  private HashedSource source;

  @BeforeEach
  void makeSource() throws IOException {
    var file = folder.resolve("a.json");
    Files.writeString(file, "abc");
    source = new HashedSource(new FileSource("a.json", file));
  }

  @Test
  void knowsTheHashOnceTheInputWasRead() throws IOException {
    assertThat(source.sha256()).isEmpty();
    try (var stream = source.open()) {
      assertThat(stream.readAllBytes()).hasSize(3);
    }

    assertThat(source.sha256()).contains(SHA256_OF_ABC);
  }

  @Test
  void hashesAllBytesThoughReadingStoppedEarly() throws IOException {
    try (var stream = source.open()) {
      assertThat(stream.read()).isEqualTo('a');
    }

    assertThat(source.sha256()).contains(SHA256_OF_ABC);
  }

  @Test
  void isOtherwiseTheSourceItself() throws IOException {
    source.open().close();

    assertThat(source.open()).hasContent("abc");
    assertThat(source.path()).isEqualTo("a.json");
    assertThat(source.rereadable()).isTrue();
    assertThat(source.file()).contains(folder.resolve("a.json"));
  }

  @Test
  void readsNothingOnThatIsDecompressed() throws IOException {
    var file = folder.resolve("a.json.gz");
    Files.write(file, Zips.gzip(Zips.utf8("abc")));
    var begun = new HashedSource(new GzipSource(new FileSource("a.json.gz", file)));
    try (var stream = begun.open()) {
      assertThat(stream.read()).isEqualTo('a');
    }
    assertThat(begun.sha256()).isEmpty();

    try (var stream = begun.open()) {
      assertThat(stream.readAllBytes()).hasSize(3);
    }
    assertThat(begun.sha256()).contains(SHA256_OF_ABC);
  }
}
