package org.valida.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.valida.check.Source;

/**
 * Measures passes in one process, in turn, after they have warmed up, and prints a line {@code NAME
 * ROUND MEGABYTES-PER-SECOND} for each. Passes in turn see the same state of the machine, so their
 * ratio holds where the absolute figures do not.
 *
 * <pre>
 * InProcess tokens ROUNDS FILE        Jackson's bare tokens, and the engine
 * InProcess bad ROUNDS CLEAN BAD      the engine over two payloads
 * InProcess threads ROUNDS FILE       the engine over a file, with one thread and with two
 * </pre>
 */
public final class InProcess {

  private static final double WARM_SECONDS = 3;
  private static final double MEASURED_SECONDS = 0.3;

  private interface Work {
    long run() throws IOException;
  }

  private record Pass(String name, long bytes, Work work) {}

  private InProcess() {}

  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[1]);
    var passes = passes(args);
    for (var pass : passes) {
      warm(pass);
    }
    for (int round = 1; round <= rounds; round++) {
      for (var pass : passes) {
        double rate = rate(pass, MEASURED_SECONDS);
        System.out.printf(Locale.ROOT, "%s %d %.1f%n", pass.name(), round, rate);
      }
    }
  }

  private static List<Pass> passes(String[] args) throws IOException {
    var file = Path.of(args[2]);
    var contract = Payloads.contract(String.valueOf(file.getFileName()));
    var passes = new ArrayList<Pass>();
    switch (args[0]) {
      case "tokens" -> {
        var bytes = Files.readAllBytes(file);
        passes.add(new Pass("jackson", bytes.length, () -> Passes.jacksonTokens(bytes)));
        passes.add(engine("valida", Passes.inMemory(bytes), bytes.length, contract, 1));
      }
      case "bad" -> {
        var clean = Files.readAllBytes(file);
        var bad = Files.readAllBytes(Path.of(args[3]));
        passes.add(engine("clean", Passes.inMemory(clean), clean.length, contract, 1));
        passes.add(engine("bad", Passes.inMemory(bad), bad.length, contract, 1));
      }
      case "threads" -> {
        passes.add(engine("one", Source.of(file), Files.size(file), contract, 1));
        passes.add(engine("two", Source.of(file), Files.size(file), contract, 2));
      }
      default -> throw new IllegalArgumentException("there is no measure " + args[0]);
    }
    return passes;
  }

  private static Pass engine(String name, Source source, long bytes, String contract, int jobs) {
    var valida = Passes.valida(contract, jobs);
    return new Pass(name, bytes, () -> Passes.check(valida, source));
  }

  /** By the processor's time, so that it is warm on a busy machine too. */
  private static void warm(Pass pass) throws IOException {
    var thread = ManagementFactory.getThreadMXBean();
    long end = thread.getCurrentThreadCpuTime() + (long) (WARM_SECONDS * 1e9);
    do {
      pass.work().run();
    } while (thread.getCurrentThreadCpuTime() < end);
  }

  /** Repeats a pass until the time is up; megabytes per second. */
  private static double rate(Pass pass, double seconds) throws IOException {
    long begin = System.nanoTime();
    long bytes = 0;
    double passed;
    do {
      pass.work().run();
      bytes += pass.bytes();
      passed = (System.nanoTime() - begin) / 1e9;
    } while (passed < seconds);
    return bytes / passed / 1e6;
  }
}
