package org.valida.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * {@code valida serve} as a part of another program, such as a build, which stops it; else it stops
 * with the process. Whatever goes in and out is a type of Java itself, so that the program may load
 * this apart from its own classes and their versions of the same libraries.
 */
public final class EmbeddedServer implements Supplier<URI>, AutoCloseable {

  private final URI address;
  private final Thread command;

  private EmbeddedServer(URI address, Thread command) {
    this.address = address;
    this.command = command;
  }

  /**
   * Loads what there is to load and serves.
   *
   * @param options of {@code valida serve}
   * @param folder what paths in them are relative to
   * @param out what became of each payload, and the report of a refused one, in UTF-8
   * @param err what went wrong, in UTF-8, each line beginning with {@code valida: }
   * @return empty if it does not serve; what went wrong says why
   * @throws InterruptedException if this thread is to end; the server then does too
   */
  public static Optional<EmbeddedServer> start(
      List<String> options, Path folder, OutputStream out, OutputStream err)
      throws InterruptedException {
    var arguments = new ArrayList<>(List.of("serve"));
    arguments.addAll(options);
    var served = new CompletableFuture<Optional<URI>>();
    var command =
        new Thread(
            () -> {
              try {
                Main.run(
                    InputStream.nullInputStream(),
                    out,
                    err,
                    arguments,
                    environment(folder),
                    Optional.of(address -> served.complete(Optional.of(address))));
              } finally {
                served.complete(Optional.empty());
              }
            },
            "valida serve");
    command.setDaemon(true);
    // Where libraries look for what they load by name.
    command.setContextClassLoader(EmbeddedServer.class.getClassLoader());
    command.start();
    try {
      return served.get().map(address -> new EmbeddedServer(address, command));
    } catch (InterruptedException e) {
      command.interrupt();
      throw e;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Environment environment(Path folder) {
    return new Environment(
        System.getenv(),
        folder,
        System.getProperty("os.name", "").startsWith("Windows"),
        Locale.getDefault(),
        false,
        StandardCharsets.UTF_8);
  }

  /** What paths are appended to, such as {@code http://127.0.0.1:8080}. */
  @Override
  public URI get() {
    return address;
  }

  /** Lets requests under way end, and returns once the port and the database are free. */
  @Override
  public void close() {
    command.interrupt();
    boolean interrupted = false;
    while (command.isAlive()) {
      try {
        command.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
