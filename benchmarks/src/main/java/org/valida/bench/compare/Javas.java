package org.valida.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JDKs of this machine. */
final class Javas {

  private Javas() {}

  /**
   * The home of a JDK, by {@code JAVA<version>_HOME}, {@code JAVA_HOME}, the one that runs this, or
   * the system's usual folder.
   *
   * @param major such as 17
   */
  static Optional<Path> home(int major) throws IOException {
    var homes = new ArrayList<Path>();
    for (var name : List.of("JAVA" + major + "_HOME", "JAVA_HOME")) {
      if (System.getenv(name) != null) {
        homes.add(Path.of(System.getenv(name)));
      }
    }
    homes.add(Path.of(System.getProperty("java.home")));
    var usual = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(usual)) {
      try (var folders = Files.list(usual)) {
        folders.sorted().forEach(homes::add);
      }
    }
    for (var home : homes) {
      if (version(home).startsWith(String.valueOf(major))) {
        return Optional.of(home.toRealPath());
      }
    }
    return Optional.empty();
  }

  /** Such as {@code 17.0.15}; "" if there is no JDK. */
  static String version(Path home) throws IOException {
    var release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return "";
    }
    return Files.readAllLines(release).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll("[^0-9.]", ""))
        .findFirst()
        .orElse("");
  }
}
