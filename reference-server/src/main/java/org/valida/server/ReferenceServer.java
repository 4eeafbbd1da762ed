package org.valida.server;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.valida.server.lote.DailyCheck;
import org.valida.server.lote.LoteStore;
import org.valida.server.lote.Sandbox;
import org.valida.server.oauth.Access;
import org.valida.server.oauth.ApiKeys;
import org.valida.server.oauth.Login;
import org.valida.server.store.Database;
import org.valida.server.store.Lotes;
import org.valida.server.web.AddressException;
import org.valida.server.web.Web;

/**
 * The web service of MCE-SIOPE as a Tribunal de Contas has to build it: the seven consulta methods
 * over a database, with OAuth2, and the lote routes of Gestão Presente as a sandbox.
 *
 * <pre>{@code
 * try (var database = Database.open(DatabaseUrl.inMemory(), 10);
 *     var server = ReferenceServer.start(database, Settings.local(8080))) {
 *   server.address();
 * }
 * }</pre>
 */
public final class ReferenceServer implements AutoCloseable {

  private final Settings settings;
  private final Web web;
  private final Sandbox sandbox;

  private ReferenceServer(Settings settings, Web web, Sandbox sandbox) {
    this.settings = settings;
    this.web = web;
    this.sandbox = sandbox;
  }

  /**
   * How to serve.
   *
   * @param host name or address to listen at
   * @param port 0 for any that is free
   * @param login the user, with whom consulta needs a token; empty for everyone
   * @param apiKeys which keys open the lotes
   * @param language of sentences in answers, {@code pt} or {@code en}
   * @param clock for dat_consulta and for the life of tokens
   * @param trouble is told of what goes wrong here and not with a client
   * @param persistLotes whether the database keeps lotes, with personal data of their errors
   */
  public record Settings(
      String host,
      int port,
      Optional<Login> login,
      ApiKeys apiKeys,
      String language,
      Clock clock,
      Consumer<Throwable> trouble,
      boolean persistLotes) {

    /** For this machine only, without a user, any key for the lotes, in Portuguese. */
    public static Settings local(int port) {
      return new Settings(
          "127.0.0.1",
          port,
          Optional.empty(),
          ApiKeys.any(),
          "pt",
          Clock.systemUTC(),
          trouble -> {},
          false);
    }

    /** The same with a user. */
    public Settings with(Login user) {
      return new Settings(
          host, port, Optional.of(user), apiKeys, language, clock, trouble, persistLotes);
    }

    /** The same with other keys. */
    public Settings with(ApiKeys keys) {
      return new Settings(host, port, login, keys, language, clock, trouble, persistLotes);
    }

    /** The same by another clock. */
    public Settings with(Clock other) {
      return new Settings(host, port, login, apiKeys, language, other, trouble, persistLotes);
    }

    /** The same with lotes that the database keeps. */
    public Settings persistingLotes() {
      return new Settings(host, port, login, apiKeys, language, clock, trouble, true);
    }
  }

  /**
   * Serves what is in a database, which stays the caller's to close, after this.
   *
   * @throws AddressException if nothing can listen there
   */
  public static ReferenceServer start(Database database, Settings settings)
      throws AddressException {
    var gates = new Web.Gates(new Access(settings.login(), settings.clock()), settings.apiKeys());
    var sandbox =
        new Sandbox(
            settings.language(),
            settings.clock(),
            new DailyCheck(settings.clock()),
            settings.trouble(),
            settings.persistLotes() ? new Lotes(database) : LoteStore.none());
    var options =
        new Web.Options(
            settings.host(),
            settings.port(),
            settings.language(),
            settings.clock(),
            settings.trouble());
    return new ReferenceServer(settings, Web.start(database, gates, sandbox, options), sandbox);
  }

  /** What paths are appended to, such as {@code http://127.0.0.1:8080}. */
  public URI address() {
    var host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return URI.create("http://" + host + ":" + web.port());
  }

  /** Takes no more requests and lets those under way end. */
  @Override
  public void close() {
    web.close();
    sandbox.close();
  }
}
