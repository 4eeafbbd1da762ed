package org.valida.bench.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command that can be measured.
 *
 * @param environment added to that of this process
 */
record Program(List<String> command, Map<String, String> environment) {

  /** How often the system is asked for the memory of the running process. */
  private static final long MILLIS_BETWEEN_LOOKS = 5;

  Program(String... command) {
    this(List.of(command), Map.of());
  }

  /**
   * Runs it to its end, with nothing on its standard input.
   *
   * @param output is written with what it says, errors too
   */
  Measured run(Path output) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    long begin = System.nanoTime();
    var process = builder.start();
    var status = Path.of("/proc", String.valueOf(process.pid()), "status");
    long kilobytes = 0;
    long wait = 0;
    while (!process.waitFor(wait, TimeUnit.MILLISECONDS)) {
      kilobytes = Math.max(kilobytes, peak(status));
      wait = MILLIS_BETWEEN_LOOKS;
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    try (var lines = Files.lines(output)) {
      var says = lines.findFirst().orElse("").replace('\t', ' ');
      return new Measured(seconds, kilobytes * 1024 / 1e6, process.exitValue(), says);
    } catch (UncheckedIOException e) {
      return new Measured(seconds, kilobytes * 1024 / 1e6, process.exitValue(), "");
    }
  }

  /**
   * The high-water mark of resident memory; 0 once it has ended, or where there is no such file.
   */
  private static long peak(Path status) {
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
