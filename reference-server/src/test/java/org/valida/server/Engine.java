package org.valida.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.valida.server.store.DatabaseUrl;

/** The databases that every test of data runs on. */
public enum Engine {
  H2 {
    @Override
    public DatabaseUrl fresh(Path folder) {
      return DatabaseUrl.inFolder(folder);
    }

    @Override
    public DatabaseUrl inMemory() {
      return DatabaseUrl.inMemory();
    }
  },
  POSTGRES {
    @Override
    public DatabaseUrl fresh(Path folder) {
      return Postgres.fresh();
    }

    @Override
    public DatabaseUrl inMemory() {
      return Postgres.fresh();
    }
  };

  /**
   * A new, empty database.
   *
   * @param folder for files, if it has any
   */
  public abstract DatabaseUrl fresh(Path folder);

  /** A new, empty database, in memory where there is such a thing. */
  public abstract DatabaseUrl inMemory();

  /** A real server, started when the first test needs it. It ends with this process. */
  private static final class Postgres {
    private static final EmbeddedPostgres SERVER = start();
    private static int databases;

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static synchronized DatabaseUrl fresh() {
      var name = "valida" + databases++;
      try (var connection = SERVER.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return DatabaseUrl.of(
          SERVER.getJdbcUrl("postgres", name), Optional.empty(), Optional.empty());
    }
  }
}
