package org.valida.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.valida.output.WholeFiles.Access.AS_BEFORE;
import static org.valida.output.WholeFiles.Access.OWNER;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {

  @TempDir private Path folder;
  private Path good;
  private Path bad;

  @BeforeEach
  void name() {
    good = folder.resolve("good.json");
    bad = folder.resolve("bad.json");
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** Writes both, but does not put them in their places. */
  private WholeFiles begun() throws IOException {
    var files = new WholeFiles();
    for (var target : List.of(good, bad)) {
      files.begin(target, OWNER).stream().write("new".getBytes(UTF_8));
    }
    return files;
  }

  @Test
  void nothingIsThereBeforeAllIsThere() throws IOException {
    try (var files = begun()) {
      assertThat(names()).hasSize(2).allMatch(name -> name.startsWith(".valida-"));

      files.complete(false);

      assertThat(names()).containsExactly("bad.json", "good.json");
      assertThat(good).hasContent("new");
      assertThat(bad).hasContent("new");
    }
    assertThat(names()).containsExactly("bad.json", "good.json");
  }

  @Test
  void closingWithoutCompletingLeavesNothing() throws IOException {
    begun().close();

    assertThat(names()).isEmpty();
  }

  @Test
  void oneThatExistsStopsAll() throws IOException {
    try (var files = begun()) {
      Files.writeString(bad, "old");

      assertThatThrownBy(() -> files.complete(false))
          .isInstanceOf(FileAlreadyExistsException.class)
          .hasMessage(bad.toString());
    }
    assertThat(names()).containsExactly("bad.json");
    assertThat(bad).hasContent("old");
  }

  @Test
  void replacingLeavesNothingOfTheOldOnes() throws IOException {
    Files.writeString(good, "old");
    Files.writeString(bad, "old");

    try (var files = begun()) {
      files.complete(true);
    }

    assertThat(names()).containsExactly("bad.json", "good.json");
    assertThat(good).hasContent("new");
    assertThat(bad).hasContent("new");
  }

  /** Nothing moves over a folder with something in it. */
  private static void block(Path target) throws IOException {
    Files.deleteIfExists(target);
    Files.createDirectory(target);
    Files.writeString(target.resolve("inside"), "");
  }

  @Test
  void whereTheSecondCannotBeMovedTheFirstIsWhatItWas() throws IOException {
    Files.writeString(good, "old");
    try (var files = begun()) {
      block(bad);

      assertThatThrownBy(() -> files.complete(true)).isInstanceOf(IOException.class);
    }
    assertThat(names()).containsExactly("bad.json", "good.json");
    assertThat(good).hasContent("old");
  }

  @Test
  void whereTheSecondCannotBeMovedANewFirstIsGone() throws IOException {
    try (var files = begun()) {
      block(bad);

      assertThatThrownBy(() -> files.complete(true)).isInstanceOf(IOException.class);
    }
    assertThat(names()).containsExactly("bad.json");
  }

  @Test
  void whereTheFirstCannotBeMovedNothingIsChanged() throws IOException {
    Files.writeString(bad, "old");
    try (var files = begun()) {
      block(good);

      assertThatThrownBy(() -> files.complete(true)).isInstanceOf(IOException.class);
    }
    assertThat(names()).containsExactly("bad.json", "good.json");
    assertThat(bad).hasContent("old");
  }

  @Test
  void aMoveThatFailsLeavesItsOwnTargetAlone() throws IOException {
    Files.writeString(good, "old");

    assertThatThrownBy(() -> new Moves(true).move(folder.resolve("missing"), good, false))
        .isInstanceOf(IOException.class);

    assertThat(names()).containsExactly("good.json");
    assertThat(good).hasContent("old");
  }

  @Test
  void whatCannotBeTakenBackIsTold() throws IOException {
    Files.writeString(good, "old");
    var moves = new Moves(true);
    moves.move(Files.writeString(folder.resolve("new"), "new"), good, false);
    block(good);

    var half =
        catchThrowableOfType(
            HalfWrittenException.class, () -> moves.move(folder.resolve("missing"), bad, true));

    var left = half.left().get(0);
    assertThat(left.target()).isEqualTo(good);
    assertThat(left.before().orElseThrow()).hasContent("old");
  }

  @Test
  void whatWasNotThereAndCannotBeTakenBackIsToldToo() throws IOException {
    var moves = new Moves(true);
    moves.move(Files.writeString(folder.resolve("new"), "new"), good, false);
    block(good);

    var half =
        catchThrowableOfType(
            HalfWrittenException.class, () -> moves.move(folder.resolve("missing"), bad, true));

    assertThat(half.left()).containsExactly(new HalfWrittenException.Left(good, Optional.empty()));
  }

  @Test
  void aNameAsLongAsANameMayBeHasRoomForItsTemporary() throws IOException {
    good = folder.resolve("n".repeat(250) + ".json");

    try (var files = begun()) {
      files.complete(true);
    }

    assertThat(good).hasContent("new");
  }

  @Test
  void whileItIsWrittenOnlyItsOwnerMayReadWhatReplacesAnother() throws IOException {
    assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
    Files.writeString(good, "old");
    Files.setPosixFilePermissions(good, PosixFilePermissions.fromString("rw-r--r--"));
    try (var files = new WholeFiles()) {
      var file = files.begin(good, AS_BEFORE);

      assertThat(permissions(file.temporary())).isEqualTo("rw-------");
      files.complete(true);
    }
    assertThat(permissions(good)).isEqualTo("rw-r--r--");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void whatTheGroupMayIsNotGivenToAnotherGroup() throws IOException {
    assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix")).isTrue();
    var file = Files.writeString(good, "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    var from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    var strange =
        (PosixFileAttributeView)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PosixFileAttributeView.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("setGroup")) {
                    throw new AccessDeniedException("group");
                  }
                  return method.invoke(from, arguments);
                });

    WholeFile.likewise(from, strange);

    assertThat(permissions(file)).isEqualTo("rw----r--");
  }
}
