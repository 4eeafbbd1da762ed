package org.valida.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.valida.server.ReferenceServer;
import org.valida.server.oauth.ApiKeys;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseException;
import org.valida.server.web.AddressException;

/** {@code valida serve}: database, payloads, server, in this order; then it waits for its end. */
final class ServeCommand {

  /** Answers being written and payloads being loaded at once. */
  private static final int CONNECTIONS = 16;

  private final Terminal terminal;
  private final ServeOptions options;
  private final Optional<Consumer<URI>> host;

  /**
   * @param host the program that this one is a part of, which is told where the server is; without
   *     one the user is
   */
  ServeCommand(Terminal terminal, ServeOptions options, Optional<Consumer<URI>> host) {
    this.terminal = terminal;
    this.options = options;
    this.host = host;
  }

  Exit run() throws UseException, IOException {
    boolean local = listensHereOnly();
    warnOfOpenDoor(local);
    try (var database = Database.open(options.database(), CONNECTIONS)) {
      var loading = new ServeLoading(terminal, database, options.database());
      if (options.sample()) {
        loading.sample();
      }
      if (!options.load().isEmpty()) {
        var exit = loading.load(options.load());
        if (exit != Exit.CLEAN) {
          return exit;
        }
      }
      return serve(database, local);
    } catch (DatabaseException e) {
      throw wrong(
          "use.serve.database",
          Map.of("database", options.database(), "reason", String.valueOf(e.getMessage())));
    }
  }

  private Exit serve(Database database, boolean local) throws UseException, IOException {
    var settings =
        new ReferenceServer.Settings(
            options.host(),
            options.port(),
            options.login(),
            apiKeys(local),
            terminal.language(),
            Clock.systemUTC(),
            this::complain,
            options.persistLotes());
    try (var server = ReferenceServer.start(database, settings)) {
      if (host.isPresent()) {
        host.get().accept(server.address());
      } else {
        greet(server);
      }
      awaitEnd(server, database);
      return Exit.CLEAN;
    } catch (AddressException e) {
      throw wrong("use.serve.address", Map.of("host", options.host(), "port", options.port()));
    }
  }

  /** Until the process is told to end, or, where the command is not a process, its thread is. */
  private static void awaitEnd(ReferenceServer server, Database database) {
    var end =
        new Thread(
            () -> {
              server.close();
              database.close();
            });
    Runtime.getRuntime().addShutdownHook(end);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private void greet(ReferenceServer server) throws IOException {
    var phrases = terminal.phrases();
    var database =
        options.database().temporary()
            ? phrases.text("serve.memory")
            : options.database().toString();
    terminal.print(
        List.of(
            phrases.text("serve.ready", Map.of("address", server.address(), "database", database)),
            phrases.text("serve.try", Map.of("address", server.address()))));
  }

  /** Without a key file any key will do, but not for those who come over the network. */
  private ApiKeys apiKeys(boolean local) {
    return options.apiKey().map(ApiKeys::only).orElse(local ? ApiKeys.any() : ApiKeys.none());
  }

  private boolean listensHereOnly() throws UseException {
    try {
      return Stream.of(InetAddress.getAllByName(options.host()))
          .allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      throw wrong("use.serve.host", Map.of("host", options.host()));
    }
  }

  private void warnOfOpenDoor(boolean local) throws IOException {
    if (!local && options.login().isEmpty()) {
      terminal.complain(terminal.phrases().text("serve.open", Map.of("host", options.host())));
    }
    if (!local && options.apiKey().isEmpty()) {
      terminal.complain(terminal.phrases().text("serve.closed", Map.of("host", options.host())));
    }
  }

  /** Names what went wrong and where, never a message, in which data may stand. */
  private void complain(Throwable trouble) {
    var root = trouble;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    var place =
        Stream.of(root.getStackTrace())
            .findFirst()
            .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
            .orElse("?");
    terminal.complain(
        terminal
            .phrases()
            .text("serve.trouble", Map.of("kind", root.getClass().getName(), "place", place)));
  }

  private UseException wrong(String key, Map<String, ?> parts) {
    return new UseException(terminal.phrases().text(key, parts));
  }
}
