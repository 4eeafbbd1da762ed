package org.valida.bench.compare;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a comparison takes place.
 *
 * @param root the project
 * @param folder what is made on the way: data, programs, figures
 */
record Workplace(Path root, Path folder) {

  static Workplace of(Path root, Options options) throws IOException {
    var folder = root.resolve("benchmarks/target/compare-" + options.megabytes());
    Files.createDirectories(folder);
    return new Workplace(root, folder);
  }

  Path data(String name) {
    return folder.resolve(name);
  }

  Path module() {
    return root.resolve("benchmarks");
  }

  /** The classes of this module, wherever the build put them. */
  Path classes() {
    try {
      return Path.of(Workplace.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The classes of this module and its libraries. */
  String classPath() throws IOException {
    try (var jars = Files.list(module().resolve("target/lib"))) {
      return classes() + ":" + jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
    }
  }

  /** A class of this module as a program. */
  List<String> java(Path home, List<String> options, String main, List<String> arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), "org.valida.bench." + main));
    command.addAll(arguments);
    return command;
  }

  /**
   * Runs a command that prepares something.
   *
   * @return whether it succeeded
   */
  boolean prepare(Path in, String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .directory(in.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("prepare.log").toFile())
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      // There is no such command.
      return false;
    }
  }
}
