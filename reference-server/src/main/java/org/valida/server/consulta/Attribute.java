package org.valida.server.consulta;

/**
 * An attribute of the items in an ente's list: a member of the JSON object and a column of the
 * table, under the same name.
 *
 * @param name as the manual writes it
 * @param kind what its values are
 */
public record Attribute(String name, Kind kind) {

  /** What values are, in JSON and in the database. */
  public enum Kind {
    /** A code that the manual calls NU: an integer. */
    INTEGER,
    /** A code or text that the manual calls AN: a string, in which 2.10 stays 2.10. */
    TEXT,
    /** An amount, NU 15,2: exact, never a double. */
    DECIMAL
  }

  static Attribute integer(String name) {
    return new Attribute(name, Kind.INTEGER);
  }

  static Attribute text(String name) {
    return new Attribute(name, Kind.TEXT);
  }

  static Attribute decimal(String name) {
    return new Attribute(name, Kind.DECIMAL);
  }
}
