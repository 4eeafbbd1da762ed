package org.valida;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the project's files stand, whatever folder the tests are started in. */
public final class TestData {

  private TestData() {}

  /** The top of the project: the nearest folder, from the working folder upward, with its parts. */
  public static Path root() {
    var start = Path.of("").toAbsolutePath();
    for (var folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("schemas"))
          && Files.isDirectory(folder.resolve("testdata"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder above " + start + " has schemas and testdata");
  }

  /** The payloads that tests check. */
  public static Path testdata() {
    return root().resolve("testdata");
  }

  /** All files below a folder whose names end like that, sorted; none if there is no folder. */
  public static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's bytes. */
  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path from {@link #testdata}, with slashes. */
  public static String name(Path file) {
    return testdata().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }
}
