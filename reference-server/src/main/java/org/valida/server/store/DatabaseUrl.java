package org.valida.server.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Which database, and as whom. Its text never shows a password.
 *
 * @param jdbc for the driver
 * @param user empty where the URL says it, or nobody need
 * @param password likewise
 * @param temporary whether the data go when it is closed
 */
public record DatabaseUrl(
    String jdbc, Optional<String> user, Optional<String> password, boolean temporary) {

  /** Every commit is in the file before it is acknowledged, so a killed process loses none. */
  private static final String DURABLE = ";WRITE_DELAY=0";

  /** A new one in memory. */
  public static DatabaseUrl inMemory() {
    return new DatabaseUrl(
        "jdbc:h2:mem:" + UUID.randomUUID(), Optional.empty(), Optional.empty(), true);
  }

  /** The embedded one whose files are in a folder, made when it is missing. */
  public static DatabaseUrl inFolder(Path folder) {
    return new DatabaseUrl(
        "jdbc:h2:file:" + folder.toAbsolutePath().resolve("valida") + DURABLE,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /**
   * That of a {@code jdbc:} URL.
   *
   * @throws IllegalArgumentException if it is neither H2 nor PostgreSQL
   */
  public static DatabaseUrl of(String jdbc, Optional<String> user, Optional<String> password) {
    if (jdbc.startsWith("jdbc:postgresql:")) {
      return new DatabaseUrl(jdbc, user, password, false);
    }
    if (!jdbc.startsWith("jdbc:h2:")) {
      throw new IllegalArgumentException("neither H2 nor PostgreSQL");
    }
    boolean memory = jdbc.startsWith("jdbc:h2:mem:");
    boolean delayed = jdbc.toUpperCase(java.util.Locale.ROOT).contains(";WRITE_DELAY=");
    return new DatabaseUrl(memory || delayed ? jdbc : jdbc + DURABLE, user, password, memory);
  }

  public boolean isPostgres() {
    return jdbc.startsWith("jdbc:postgresql:");
  }

  /** As a person may see it: without parameters, in which a password may stand. */
  @Override
  public String toString() {
    return jdbc.split("[?;]", 2)[0].replaceFirst("//[^/@]*@", "//");
  }
}
