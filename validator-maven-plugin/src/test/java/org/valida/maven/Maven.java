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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * An installed Maven that builds projects as a user would, offline. It finds the plugin as this
 * build packaged it, and everything else where this build has it from.
 *
 * @param home of the Maven
 */
record Maven(Path home) {

  /** What a build said and how it ended. */
  record Outcome(int exit, List<String> lines) {}

  private static final Path TARGET = Project.module().resolve("target");
  private static final Path REPOSITORY = TARGET.resolve("it/repository");
  private static final Path SETTINGS = TARGET.resolve("it/settings.xml");

  /** The Maven of this build. */
  static Maven ofThisBuild() {
    return new Maven(Path.of(System.getProperty("valida.maven.home")));
  }

  /** The newest that the plugin is tested with, which the build unpacks. */
  static Maven newest() {
    var version = System.getProperty("valida.maven.newest");
    return new Maven(TARGET.resolve("maven/apache-maven-" + version));
  }

  /** Puts the plugin where {@link #build} finds it. */
  static void provide() throws IOException {
    Files.createDirectories(REPOSITORY);
    put("valida-parent", Project.root().resolve("pom.xml"), "pom");
    // Besides itself what the plugin depends on, and what the goal start looks for.
    for (var module :
        List.of("validator-core", "reference-server", "validator-cli", "validator-maven-plugin")) {
      put(module, Project.root().resolve(module).resolve("pom.xml"), "pom");
      put(module, jar(module), "jar");
    }
    Files.writeString(SETTINGS, settings());
  }

  private static Path jar(String module) {
    var name = module + "-" + Project.version() + ".jar";
    return Project.root().resolve(module).resolve("target").resolve(name);
  }

  private static void put(String artifact, Path file, String type) throws IOException {
    var folder = REPOSITORY.resolve("org/valida").resolve(artifact).resolve(Project.version());
    Files.createDirectories(folder);
    Files.copy(
        file,
        folder.resolve(artifact + "-" + Project.version() + "." + type),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static String settings() {
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
        .formatted(REPOSITORY, repository, repository);
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

  /** Runs a build to its end. */
  Outcome build(Path folder, List<String> arguments, Map<String, String> environment) {
    try {
      var output = Files.createTempFile(TARGET.resolve("it"), "build", ".log");
      var builder =
          new ProcessBuilder(command(arguments))
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
      var lines = Files.readAllLines(output, StandardCharsets.UTF_8);
      Files.delete(output);
      return new Outcome(process.exitValue(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> command(List<String> arguments) {
    var windows = System.getProperty("os.name").startsWith("Windows");
    var command = new ArrayList<String>();
    command.add(home.resolve(windows ? "bin/mvn.cmd" : "bin/mvn").toString());
    command.addAll(List.of("--batch-mode", "--no-transfer-progress", "--offline"));
    command.add("-Dstyle.color=never");
    // What is in the repository of this build is a file, not the network.
    command.add("-Daether.offline.protocols=file");
    command.addAll(List.of("--settings", SETTINGS.toString()));
    command.addAll(arguments);
    return command;
  }
}
