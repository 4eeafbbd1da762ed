package org.valida.server.roundtrip;

import java.time.Clock;
import java.util.Optional;
import org.valida.Valida;
import org.valida.check.Source;
import org.valida.server.ReferenceServer;
import org.valida.server.load.LoadResult;
import org.valida.server.load.Loader;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseException;
import org.valida.server.store.DatabaseUrl;
import org.valida.server.store.Payloads;
import org.valida.server.web.AddressException;

/**
 * The reference implementation in this process: over a database in memory, at a free port that only
 * this machine reaches.
 */
public final class LocalSubject implements Subject, AutoCloseable {

  private final Database database;
  private final ReferenceServer server;
  private final Loader loader;
  private final Payloads payloads;
  private final Service service;

  private LocalSubject(Database database, ReferenceServer server, Loader loader) {
    this.database = database;
    this.server = server;
    this.loader = loader;
    this.payloads = new Payloads(database);
    this.service = new HttpService(server.address(), Optional.empty());
  }

  /**
   * Starts it.
   *
   * @param clock for rectifications of a payload that does not say when
   */
  public static LocalSubject start(Valida valida, Clock clock)
      throws DatabaseException, AddressException {
    var database = Database.open(DatabaseUrl.inMemory(), 4);
    try {
      var server = ReferenceServer.start(database, ReferenceServer.Settings.local(0));
      return new LocalSubject(database, server, new Loader(valida, database, clock));
    } catch (AddressException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public LoadResult take(Source payload) throws DatabaseException {
    payloads.clear();
    return loader.load(payload);
  }

  @Override
  public boolean oneByOne() {
    return true;
  }

  @Override
  public Service service() {
    return service;
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
