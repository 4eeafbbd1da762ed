package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in processes of their own, which a test bounds in memory and time. */
final class Child {

  /** No check of a test takes longer, however busy the machine: it hangs. */
  private static final int MINUTES = 10;

  /**
   * How a process ended.
   *
   * @param output both of its outputs
   */
  record Ended(int status, String output) {}

  private Child() {}

  /** This command line in a Java of its own with a heap of that many megabytes. */
  static List<String> valida(int megabytes, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(java());
    command.add("-Xmx" + megabytes + "m");
    command.add("-XX:+UseSerialGC");
    // It lives too shortly to gain by more.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.valida.cli.Main");
    command.addAll(arguments);
    return command;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Runs it to its end. */
  static Ended run(List<String> command, Path in) throws IOException, InterruptedException {
    var output = Files.createTempFile("said", ".txt");
    var process =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ended in time").isTrue();
      return new Ended(process.exitValue(), Files.readString(output));
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
