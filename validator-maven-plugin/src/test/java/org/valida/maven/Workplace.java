package org.valida.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;

/**
 * Where builds find the plugin as this build packaged it, and everything else where this build has
 * it from. Whoever builds has one alone until it is closed: Maven 3.8 lets nobody write to a local
 * repository that another reads.
 *
 * @param folder of the local repository, and of the settings that name it
 */
record Workplace(Path folder) implements AutoCloseable {

  /** How many projects are built at a time. */
  private static final int AT_A_TIME = 2;

  /** Made when the first is asked for. */
  private static final class All {
    static final BlockingQueue<Workplace> FREE = new ArrayBlockingQueue<>(AT_A_TIME);

    static {
      try {
        for (int i = 1; i <= AT_A_TIME; i++) {
          FREE.add(provide(Project.module().resolve("target/it/workplace-" + i)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Waits for one that nobody has. */
  static Workplace take() {
    try {
      return All.FREE.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    All.FREE.add(this);
  }

  Path settings() {
    return folder.resolve("settings.xml");
  }

  private static Workplace provide(Path folder) throws IOException {
    var repository = Files.createDirectories(folder.resolve("repository"));
    put(repository, "valida-parent", Project.root().resolve("pom.xml"), "pom");
    // Besides itself what the plugin depends on, and what the goal start looks for.
    for (var module :
        List.of("validator-core", "reference-server", "validator-cli", "validator-maven-plugin")) {
      put(repository, module, Project.root().resolve(module).resolve("pom.xml"), "pom");
      put(repository, module, jar(module), "jar");
    }
    var workplace = new Workplace(folder);
    Files.writeString(workplace.settings(), settings(repository));
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
}
