package org.valida.document;

import java.util.List;
import org.valida.violation.Failure;

/** A document that a user wrote for Valida itself and that cannot be followed. */
public class DocumentException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Failure> failures;

  /**
   * @param failures everything that is wrong with it, at least one
   */
  public DocumentException(List<Failure> failures) {
    super(failures.get(0).kind() + " " + failures.get(0).path());
    this.failures = List.copyOf(failures);
  }

  /**
   * What is wrong, in the order of the document; the paths are {@code file:line:column}, or the
   * file alone.
   */
  public List<Failure> failures() {
    return failures;
  }

  /** The first of them. */
  public Failure failure() {
    return failures.get(0);
  }
}
