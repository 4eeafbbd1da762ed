package org.valida.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** An open database, its tables brought up to date. Thread-safe. */
public final class Database implements AutoCloseable {

  /** What Flyway needs while it migrates. */
  private static final int FEWEST = 3;

  private static final String MIGRATIONS = "classpath:org/valida/server/db";

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Connects, and makes or changes the tables as this version needs them.
   *
   * @param connections at most so many at once, {@value #FEWEST} or more
   * @throws DatabaseException if that cannot be
   */
  public static Database open(DatabaseUrl url, int connections) throws DatabaseException {
    return open(url, connections, Duration.ofSeconds(10));
  }

  /**
   * The same.
   *
   * @param wait how long one waits for a connection before it is told that all are busy
   */
  public static Database open(DatabaseUrl url, int connections, Duration wait)
      throws DatabaseException {
    if (connections < FEWEST) {
      throw new IllegalArgumentException("too few connections: " + connections);
    }
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(pool(url, connections, wait));
    } catch (PoolInitializationException e) {
      throw new DatabaseException(reason(e), e);
    }
    try {
      Flyway.configure().dataSource(pool).locations(MIGRATIONS).load().migrate();
      return new Database(pool);
    } catch (FlywayException e) {
      pool.close();
      throw new DatabaseException(reason(e), e);
    }
  }

  private static HikariConfig pool(DatabaseUrl url, int connections, Duration wait) {
    var config = new HikariConfig();
    config.setPoolName("valida");
    config.setJdbcUrl(url.jdbc());
    // By its name: Java looks for drivers once, and within another program that may have been
    // before.
    config.setDriverClassName(url.isPostgres() ? "org.postgresql.Driver" : "org.h2.Driver");
    url.user().ifPresent(config::setUsername);
    url.password().ifPresent(config::setPassword);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(wait.toMillis());
    if (url.temporary()) {
      // It lasts as long as one of them does.
      config.setMaxLifetime(0);
    }
    if (url.isPostgres()) {
      config.addDataSourceProperty("ApplicationName", "valida");
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
    }
    return config;
  }

  /** What the driver says, on one line. */
  private static String reason(Throwable e) {
    var root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("").strip();
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** Whether it answers. */
  public boolean isReady() {
    try {
      return jdbi.withHandle(
          handle -> handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
    } catch (JdbiException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
