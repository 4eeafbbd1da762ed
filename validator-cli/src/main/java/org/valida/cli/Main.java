package org.valida.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.valida.output.WatchedOutput;
import org.valida.report.OutputException;

/** Where the command line begins. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    // Not System.out, which swallows the failure of a closed pipe and would let a long run go on
    // for nobody.
    var out = new FileOutputStream(FileDescriptor.out);
    var err = new FileOutputStream(FileDescriptor.err);
    int status = run(System.in, out, err, List.of(args), Environment.ofProcess());
    // To exit, Java 21 and later look for a logger in all jars; where nothing runs any more, there
    // is no need to.
    if (status != Exit.CLEAN.status() || Thread.activeCount() > 1) {
      System.exit(status);
    }
  }

  /**
   * A whole command as a function of its streams, arguments and environment.
   *
   * @return the exit status: 0, 1 or 2
   */
  public static int run(
      InputStream in,
      OutputStream out,
      OutputStream err,
      List<String> arguments,
      Environment environment) {
    return run(in, out, err, arguments, environment, Optional.empty());
  }

  /**
   * @param host the program that this one is a part of, if it is; it is told where a server is
   */
  static int run(
      InputStream in,
      OutputStream out,
      OutputStream err,
      List<String> arguments,
      Environment environment,
      Optional<Consumer<URI>> host) {
    var output = new WatchedOutput(out);
    var errors = LegibleWriter.stream(err, environment.errorCharset());
    var phrases = Terminal.phrases(Language.of(arguments, environment));
    var terminal = new Terminal(in, output, errors, environment, phrases);
    try {
      var exit = new Commands(terminal, host).run(arguments);
      output.flush();
      return exit.status();
    } catch (UseException e) {
      terminal.complain(e.getMessage());
    } catch (IOException | OutputException e) {
      lost(terminal, e, arguments);
    } catch (OutOfMemoryError | StackOverflowError e) {
      terminal.complain(phrases.text("memory"));
    } catch (NoClassDefFoundError e) {
      if (Examples.areThere()) {
        unexpected(terminal, e, arguments);
      } else {
        // The second jar has the examples, and the server beside them.
        terminal.complain(phrases.text("incomplete"));
      }
    } catch (RuntimeException | Error e) {
      unexpected(terminal, e, arguments);
    }
    return Exit.TROUBLE.status();
  }

  private static void lost(Terminal terminal, Exception e, List<String> arguments) {
    if (terminal.out().closedPipe()) {
      return;
    }
    if (terminal.out().failure().isPresent()) {
      var reason = String.valueOf(terminal.out().failure().get().getMessage());
      terminal.complain(terminal.phrases().text("output-lost", Map.of("reason", reason)));
    } else {
      unexpected(terminal, e, arguments);
    }
  }

  /**
   * Names the exception and where it came from, never its message, which may hold a piece of a
   * payload.
   */
  private static void unexpected(Terminal terminal, Throwable e, List<String> arguments) {
    var kind = e.getClass().getSimpleName();
    terminal.complain(terminal.phrases().text("unexpected", Map.of("kind", kind)));
    if (arguments.contains("--verbose") || arguments.contains("-v")) {
      var frames =
          Stream.of(e.getStackTrace())
              .limit(6)
              .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
              .collect(Collectors.joining(" < "));
      terminal.complain(
          terminal
              .phrases()
              .text(
                  "unexpected.report",
                  Map.of(
                      "build",
                      BuildInfo.read().line(),
                      "kind",
                      e.getClass().getName(),
                      "frames",
                      frames)));
    }
  }
}
