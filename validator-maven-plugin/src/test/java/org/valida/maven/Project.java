package org.valida.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/** The project's own files. */
final class Project {

  private Project() {}

  /** The folder that holds it all. */
  static Path root() {
    return module().getParent();
  }

  /** The folder of this module. */
  static Path module() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (folder.endsWith("validator-maven-plugin")) {
        return folder;
      }
      if (Files.isDirectory(folder.resolve("validator-maven-plugin"))) {
        return folder.resolve("validator-maven-plugin");
      }
    }
    throw new IllegalStateException("no folder above this one holds the project");
  }

  /** Of all modules. */
  static String version() {
    var pom = text(root().resolve("pom.xml"));
    var version = Pattern.compile("valida-parent</artifactId>\\s*<version>([^<]+)<").matcher(pom);
    return version.results().findFirst().orElseThrow().group(1);
  }

  /** A property of the parent's pom.xml, such as the version of a plugin. */
  static String property(String name) {
    var element = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)</");
    var pom = text(root().resolve("pom.xml"));
    return element.matcher(pom).results().findFirst().orElseThrow().group(1);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a folder, in place of what may be there. */
  static void copy(Path from, Path to) throws IOException {
    delete(to);
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (folder.endsWith("target")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException trouble)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
