package org.valida.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.valida.check.Source;
import org.valida.output.WatchedOutput;

/** Shows on a terminal how far a run is, until it is closed. */
final class ProgressBar implements AutoCloseable {

  private static final long EVERY_MILLIS = 200;

  private final Terminal terminal;
  private final Progress progress;
  private final LiveOutput live;
  private final ScheduledExecutorService clock;

  private ProgressBar(Terminal terminal, Progress progress) {
    this.terminal = terminal;
    this.progress = progress;
    this.live = new LiveOutput(terminal.out(), terminal.environment().charset());
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Whether somebody would see it, and see nothing else. */
  static boolean fits(Environment environment) {
    return environment.terminal() && !environment.variable("TERM").equals("dumb");
  }

  static ProgressBar over(Terminal terminal, List<Source> sources) {
    var bar =
        new ProgressBar(
            terminal, new Progress(terminal.phrases(), total(sources), System.nanoTime()));
    var unused =
        bar.clock.scheduleAtFixedRate(bar::tick, 1000, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return bar;
  }

  /** The size of all inputs; empty where one of them is no file. */
  private static OptionalLong total(List<Source> sources) {
    long total = 0;
    for (var source : sources) {
      if (source.file().isEmpty()) {
        return OptionalLong.empty();
      }
      try {
        total += Files.size(source.file().get());
      } catch (IOException e) {
        // The run will say what is the matter with it.
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(total);
  }

  Progress progress() {
    return progress;
  }

  /** The terminal to write to meanwhile: the bar gives way to what is written there. */
  Terminal terminal() {
    var out = new WatchedOutput(live);
    var err =
        LegibleWriter.stream(new Yielding(terminal.err()), terminal.environment().errorCharset());
    return new Terminal(terminal.in(), out, err, terminal.environment(), terminal.phrases());
  }

  private void tick() {
    try {
      live.show(progress.line(System.nanoTime()));
    } catch (IOException e) {
      // The report meets the same trouble, and tells it.
      clock.shutdown();
    }
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    live.show("");
  }

  /** Standard error, which goes to the same screen. */
  private final class Yielding extends FilterOutputStream {
    Yielding(OutputStream err) {
      super(err);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      live.show("");
      out.write(bytes, from, length);
    }
  }
}
