package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.valida.Valida;
import org.valida.check.Source;
import org.valida.server.load.LoadResult;
import org.valida.server.load.Loader;
import org.valida.server.sample.SampleData;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseException;
import org.valida.server.store.DatabaseUrl;
import org.valida.server.web.AddressException;

/** A server over a new database with the sample data. */
public final class SampleServer implements AutoCloseable {

  private static final Map<Engine, SampleServer> SHARED = new ConcurrentHashMap<>();
  private static final Map<Engine, SampleServer> TO_LOAD = new ConcurrentHashMap<>();

  private final DatabaseUrl url;

  private final Database database;
  private final ReferenceServer server;
  private final Loader loader;

  private SampleServer(DatabaseUrl url, Database database, ReferenceServer server) {
    this.url = url;
    this.database = database;
    this.server = server;
    this.loader = new Loader(Valida.withDefaults(), database, Clock.systemUTC());
  }

  /** One for all tests that only ask. It ends with this process. */
  public static SampleServer shared(Engine engine) {
    return SHARED.computeIfAbsent(
        engine, each -> start(each.inMemory(), ReferenceServer.Settings.local(0)));
  }

  /** One for tests that load, and clear it before. */
  public static SampleServer sharedToLoad(Engine engine) {
    return TO_LOAD.computeIfAbsent(
        engine, each -> empty(each.inMemory(), ReferenceServer.Settings.local(0)));
  }

  public static SampleServer start(DatabaseUrl url, ReferenceServer.Settings settings) {
    var server = empty(url, settings);
    for (var payload : SampleData.payloads()) {
      assertThat(server.load(payload)).isInstanceOf(LoadResult.Loaded.class);
    }
    return server;
  }

  public static SampleServer empty(DatabaseUrl url, ReferenceServer.Settings settings) {
    try {
      var database = Database.open(url, 4);
      return new SampleServer(url, database, ReferenceServer.start(database, settings));
    } catch (DatabaseException | AddressException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets all data. */
  public void clear() {
    try (var connection = DriverManager.getConnection(url.jdbc());
        var statement = connection.createStatement()) {
      statement.execute("delete from ente");
      statement.execute("delete from retificadora");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From now on no connection to the database can be had. */
  public void loseDatabase() {
    database.close();
  }

  public LoadResult load(Source payload) {
    try {
      return loader.load(payload);
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }

  public Client client() {
    return new Client(server.address());
  }

  public int port() {
    return server.address().getPort();
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
