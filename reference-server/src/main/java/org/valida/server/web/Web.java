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
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.valida.server.lote.Sandbox;
import org.valida.server.oauth.Access;
import org.valida.server.oauth.ApiKeys;
import org.valida.server.store.Database;

/** The running HTTP server, with all its limits. */
public final class Web implements AutoCloseable {

  /** Of one request: method, address and headers. */
  private static final int HEADER_BYTES = 8 << 10;

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
      String host,
      int port,
      String language,
      Clock clock,
      Consumer<Throwable> trouble,
      Limits limits) {

    /** With the usual limits. */
    public Options(
        String host, int port, String language, Clock clock, Consumer<Throwable> trouble) {
      this(host, port, language, clock, trouble, Limits.USUAL);
    }
  }

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
    var limits = options.limits();
    var lotes = new LoteRoutes(sandbox, gates.apiKeys(), options.language(), limits);
    var routes = new Routes(database, gates.access(), problems, options.clock(), lotes, limits);
    var javalin =
        Javalin.create(
            config -> {
              quiet(config);
              config.jetty.host = options.host();
              config.jetty.port = options.port();
              config.jetty.threadPool = new QueuedThreadPool(limits.threads(), 4);
              config.jetty.modifyHttpConfiguration(http -> limit(http, limits));
              config.jetty.modifyServer(server -> limit(server, limits, problems));
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

  private static void limit(HttpConfiguration http, Limits limits) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setIdleTimeout(limits.idle().toMillis());
    http.setSendServerVersion(false);
  }

  private static void limit(Server server, Limits limits, Problems problems) {
    server.setErrorHandler(new JettyErrors(problems));
    server.setStopTimeout(limits.stop().toMillis());
    server.setHandler(new GracefulHandler(new ReadablePath(new PacedAnswers(limits))));
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
  }

  /** The port it listens at. */
  public int port() {
    return javalin.port();
  }

  /** Takes no more requests, lets those under way end, and cuts off the others. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // Some were not through in time. Jetty says so when it has stopped all the same.
    }
  }
}
