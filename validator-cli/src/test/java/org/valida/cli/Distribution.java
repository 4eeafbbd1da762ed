package org.valida.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The zip that was packaged, unpacked in a folder.
 *
 * @param home the folder that came out of it
 */
record Distribution(Path home) {

  /** What a command said, its two streams apart. */
  record Ended(int status, String out, String err) {}

  static Path zip() throws IOException {
    var zips =
        Project.files(Project.root().resolve("validator-cli/target"), ".zip").stream()
            .filter(file -> file.getFileName().toString().startsWith("valida-"))
            .toList();
    if (zips.size() != 1) {
      throw new IOException("mvn package makes one zip; found: " + zips);
    }
    return zips.get(0);
  }

  /** Unpacks it with the permissions that it keeps. */
  static Distribution unpackedIn(Path folder) throws IOException {
    Files.createDirectories(folder);
    var options = Map.of("enablePosixFileAttributes", true);
    try (var zip = FileSystems.newFileSystem(zip(), options);
        var entries = Files.walk(zip.getPath("/"))) {
      for (var entry : entries.skip(1).toList()) {
        var target = folder.resolve(entry.toString().substring(1));
        if (Files.isDirectory(entry)) {
          Files.createDirectories(target);
        } else {
          Files.copy(entry, target);
          Files.setLastModifiedTime(target, Files.getLastModifiedTime(entry));
          if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(entry));
          }
        }
      }
    }
    try (var homes = Files.list(folder)) {
      return new Distribution(homes.toList().get(0));
    }
  }

  /**
   * Runs its launcher, with this Java and hardly any environment.
   *
   * @param more environment variables
   */
  Ended run(Path in, Map<String, String> more, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(home.resolve("valida").toString()));
    command.addAll(List.of(arguments));
    return run(command, in, more);
  }

  static Ended run(List<String> command, Path in, Map<String, String> more) throws Exception {
    var out = Files.createTempFile("said", ".out");
    var err = Files.createTempFile("said", ".err");
    var builder =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(empty().toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(more);
    var process = builder.start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException("has not ended: " + command);
      }
      return new Ended(process.exitValue(), text(out), text(err));
    } finally {
      process.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static Path empty() throws IOException {
    var file = Files.createTempFile("nothing", "");
    file.toFile().deleteOnExit();
    return file;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
