package org.valida.server.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.time.Clock;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.valida.server.lote.Sandbox;
import org.valida.server.oauth.Access;
import org.valida.server.oauth.ApiKeys;
import org.valida.server.store.Database;

/** The running HTTP server, with all its limits. */
public final class Web implements AutoCloseable {

  /** Requests worked on at once; more wait. */
  private static final int THREADS = 64;

  /** Open at once; more are taken when others close. */
  private static final int CONNECTIONS = 1_024;

  /** Of one request: method, address and headers. */
  private static final int HEADER_BYTES = 8 << 10;

  /** Without a byte in either direction a connection is closed. */
  private static final int IDLE_MILLIS = 30_000;

  /** A client that reads an answer more slowly than that is cut off. */
  private static final int BYTES_PER_SECOND = 256;

  /** What requests under way get to end when the server stops. */
  private static final int STOP_MILLIS = 10_000;

  private final Javalin javalin;

  private Web(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Where and how to serve.
   *
   * @param host name or address to listen at
   * @param port 0 for any that is free
   * @param language of sentences in answers, {@code pt} or {@code en}
   * @param clock for dat_consulta
   * @param trouble is told of what goes wrong here and not with a client
   */
  public record Options(
      String host, int port, String language, Clock clock, Consumer<Throwable> trouble) {}

  /**
   * Who may pass.
   *
   * @param access to the consulta methods
   * @param apiKeys to the lotes
   */
  public record Gates(Access access, ApiKeys apiKeys) {}

  /**
   * Starts it. The sandbox stays the caller's to close, after this.
   *
   * @throws AddressException if nothing can listen there
   */
  public static Web start(Database database, Gates gates, Sandbox sandbox, Options options)
      throws AddressException {
    var problems = new Problems(options.language(), options.trouble());
    var lotes = new LoteRoutes(sandbox, gates.apiKeys(), options.language());
    var routes = new Routes(database, gates.access(), problems, options.clock(), lotes);
    var javalin =
        Javalin.create(
            config -> {
              quiet(config);
              config.jetty.host = options.host();
              config.jetty.port = options.port();
              config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
              config.jetty.modifyHttpConfiguration(Web::limit);
              config.jetty.modifyServer(server -> limit(server, problems));
              config.http.prefer405over404 = true;
              routes.addTo(config.routes);
            });
    try {
      return new Web(javalin.start());
    } catch (JavalinException e) {
      throw new AddressException(e);
    }
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }

  private static void limit(HttpConfiguration http) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setIdleTimeout(IDLE_MILLIS);
    http.setSendServerVersion(false);
  }

  private static void limit(Server server, Problems problems) {
    server.setErrorHandler(new JettyErrors(problems));
    server.setStopTimeout(STOP_MILLIS);
    server.setHandler(new GracefulHandler(new MinimumDataRateHandler(0, BYTES_PER_SECOND)));
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
  }

  /** The port it listens at. */
  public int port() {
    return javalin.port();
  }

  /** Takes no more requests and lets those under way end. */
  @Override
  public void close() {
    javalin.stop();
  }
}
