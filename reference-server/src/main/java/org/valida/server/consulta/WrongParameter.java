package org.valida.server.consulta;

/** A request that MCE 4.1 does not allow. Says which parameter is wrong, and in which way. */
public final class WrongParameter extends Exception {

  private static final long serialVersionUID = 1L;

  /** In which way. */
  public enum Kind {
    /** Not a parameter of the manual. */
    UNKNOWN,
    /** Given twice. */
    TWICE,
    /** Not of the form that the manual gives it. */
    MALFORMED,
    /** Not there, though it has to be. */
    MISSING,
    /** An interval that ends before it begins. */
    REVERSED,
    /** A query that cannot be decoded. */
    ENCODING
  }

  /** In which way it is wrong. */
  private final Kind kind;

  private final String name;
  private final String suggestion;

  WrongParameter(Kind kind, String name, String suggestion) {
    super(kind + " " + name);
    this.kind = kind;
    this.name = name;
    this.suggestion = suggestion;
  }

  public Kind kind() {
    return kind;
  }

  /** Of the parameter. */
  public String name() {
    return name;
  }

  /** The name that was probably meant, empty where none is near. */
  public String suggestion() {
    return suggestion;
  }
}
