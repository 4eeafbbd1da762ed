package org.valida.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * An installed Maven that builds projects as a user would, offline. It finds the plugin as this
 * build packaged it, and everything else where this build has it from.
 *
 * @param name that tells one from the other
 * @param home of the Maven
 */
record Maven(String name, Path home) {

  /** What a build said and how it ended. */
  record Outcome(int exit, List<String> lines) {}

  private static final Path IT = Project.module().resolve("target/it");

  /** How many builds run at a time: they wait for themselves more than they compute. */
  private static final int AT_A_TIME = 2;

  /**
   * Folders with a local repository and the settings that name it. A build has one to itself, since
   * Maven 3.8 lets nobody write to a repository that another reads.
   */
  private static final class Workplaces {
    static final BlockingQueue<Path> FREE = new ArrayBlockingQueue<>(AT_A_TIME);

    static {
      try {
        for (int i = 1; i <= AT_A_TIME; i++) {
          FREE.add(provide(IT.resolve("workplace-" + i)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The Maven of this build. */
  static Maven ofThisBuild() {
    return new Maven("this", Path.of(System.getProperty("valida.maven.home")));
  }

  /** The newest that the plugin is tested with, which the build unpacks. */
  static Maven newest() {
    var version = System.getProperty("valida.maven.newest");
    return new Maven("newest", Project.module().resolve("target/maven/apache-maven-" + version));
  }

  /** Puts the plugin into the repository of a workplace. */
  private static Path provide(Path workplace) throws IOException {
    var repository = Files.createDirectories(workplace.resolve("repository"));
    put(repository, "valida-parent", Project.root().resolve("pom.xml"), "pom");
    // Besides itself what the plugin depends on, and what the goal start looks for.
    for (var module :
        List.of("validator-core", "reference-server", "validator-cli", "validator-maven-plugin")) {
      put(repository, module, Project.root().resolve(module).resolve("pom.xml"), "pom");
      put(repository, module, jar(module), "jar");
    }
    Files.writeString(workplace.resolve("settings.xml"), settings(repository));
    return workplace;
  }

  private static Path jar(String module) {
    var name = module + "-" + Project.version() + ".jar";
    return Project.root().resolve(module).resolve("target").resolve(name);
  }

  private static void put(Path repository, String artifact, Path file, String type)
      throws IOException {
    var folder = repository.resolve("org/valida").resolve(artifact).resolve(Project.version());
    Files.createDirectories(folder);
    Files.copy(
        file,
        folder.resolve(artifact + "-" + Project.version() + "." + type),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static String settings(Path local) {
    var repository =
        """
        <id>this-build</id>
        <url>%s</url>
        <releases><checksumPolicy>ignore</checksumPolicy></releases>
        <snapshots><enabled>false</enabled></snapshots>
        """
            .formatted(repositoryOfThisBuild().toUri());
    return """
        <settings>
          <localRepository>%s</localRepository>
          <profiles><profile>
            <id>this-build</id>
            <repositories><repository>%s</repository></repositories>
            <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
          </profile></profiles>
          <activeProfiles><activeProfile>this-build</activeProfile></activeProfiles>
        </settings>
        """
        .formatted(local, repository, repository);
  }

  /** The local repository that the tests' own libraries come from. */
  private static Path repositoryOfThisBuild() {
    try {
      var jar = Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      // org/junit/jupiter/junit-jupiter-api/VERSION/FILE
      return jar.getParent().getParent().getParent().getParent().getParent().getParent();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a build to its end, once it has a workplace. */
  Outcome build(Path folder, List<String> arguments, Map<String, String> environment) {
    try {
      var workplace = Workplaces.FREE.take();
      try {
        return build(workplace, folder, arguments, environment);
      } finally {
        Workplaces.FREE.add(workplace);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome build(
      Path workplace, Path folder, List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    var output = workplace.resolve("build.log");
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

  private List<String> command(Path workplace, List<String> arguments) {
    var windows = System.getProperty("os.name").startsWith("Windows");
    var command = new ArrayList<String>();
    command.add(home.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString());
    command.addAll(List.of("--batch-mode", "--no-transfer-progress", "--offline"));
    command.add("-Dstyle.color=never");
    // What is in the repository of this build is a file, not the network.
    command.add("-Daether.offline.protocols=file");
    command.addAll(List.of("--settings", workplace.resolve("settings.xml").toString()));
    command.addAll(arguments);
    return command;
  }
}
