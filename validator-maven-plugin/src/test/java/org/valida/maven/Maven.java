package org.valida.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An installed Maven that builds projects as a user would, offline.
 *
 * @param name that tells one from the other
 * @param home of the Maven
 */
record Maven(String name, Path home) {

  /** What a build said and how it ended. */
  record Outcome(int exit, List<String> lines) {}

  /** The Maven of this build. */
  static Maven ofThisBuild() {
    return new Maven("this", Path.of(System.getProperty("valida.maven.home")));
  }

  /** The newest that the plugin is tested with, which the build unpacks. */
  static Maven newest() {
    var version = System.getProperty("valida.maven.newest");
    return new Maven("newest", Project.module().resolve("target/maven/apache-maven-" + version));
  }

  /** Runs a build to its end. */
  Outcome build(
      Workplace workplace, Path folder, List<String> arguments, Map<String, String> environment) {
    try {
      return outcome(workplace, folder, arguments, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome outcome(
      Workplace workplace, Path folder, List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    var output = workplace.folder().resolve("build.log");
    var builder =
        new ProcessBuilder(command(workplace, arguments))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("MAVEN_.*|LC_.*|LANG.*|VALIDA_.*"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_SKIP_RC", "true");
    builder
        .environment()
        .put(
            "MAVEN_OPTS",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"
                + " -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8");
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the build does not end: " + String.join(" ", arguments));
    }
    return new Outcome(process.exitValue(), Files.readAllLines(output, StandardCharsets.UTF_8));
  }

  private List<String> command(Workplace workplace, List<String> arguments) {
    var windows = System.getProperty("os.name").startsWith("Windows");
    var command = new ArrayList<String>();
    command.add(home.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString());
    command.addAll(List.of("--batch-mode", "--no-transfer-progress", "--offline"));
    command.add("-Dstyle.color=never");
    // What is in the repository of this build is a file, not the network.
    command.add("-Daether.offline.protocols=file");
    command.addAll(List.of("--settings", workplace.settings().toString()));
    command.addAll(arguments);
    return command;
  }
}
