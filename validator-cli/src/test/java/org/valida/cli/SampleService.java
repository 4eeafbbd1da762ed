package org.valida.cli;

import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import org.valida.Valida;
import org.valida.server.ReferenceServer;
import org.valida.server.consulta.Method;
import org.valida.server.load.LoadResult;
import org.valida.server.load.Loader;
import org.valida.server.oauth.Login;
import org.valida.server.sample.SampleData;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseUrl;

/** The reference implementation with its sample data, open or with the user SIOPE. */
final class SampleService implements AutoCloseable {

  static final String USER = "SIOPE";
  static final String PASSWORD = "segredo-de-teste";

  private final Database database;
  private final ReferenceServer open;
  private final ReferenceServer closed;

  SampleService() throws Exception {
    database = Database.open(DatabaseUrl.inMemory(), 8);
    var loader = new Loader(Valida.withDefaults(), database, Clock.systemUTC());
    for (var payload : SampleData.payloads()) {
      if (!(loader.load(payload) instanceof LoadResult.Loaded)) {
        throw new IllegalStateException(payload.path());
      }
    }
    var settings = ReferenceServer.Settings.local(0);
    var login = Login.of(USER, PASSWORD, EnumSet.allOf(Method.class));
    open = ReferenceServer.start(database, settings);
    closed = ReferenceServer.start(database, settings.with(login));
  }

  /** Everyone may ask. */
  URI open() {
    return open.address();
  }

  /** Only with a token. */
  URI closed() {
    return closed.address();
  }

  @Override
  public void close() {
    open.close();
    closed.close();
    database.close();
  }
}
