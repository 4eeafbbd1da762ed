package org.valida.session;

import java.util.List;
import org.valida.violation.Failure;

/** What was asked for cannot be done, for a reason that a user can mend. */
public final class RequestException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Failure> failures;

  public RequestException(Failure failure) {
    this(List.of(failure));
  }

  /**
   * @param failures at least one
   */
  public RequestException(List<Failure> failures) {
    super(failures.get(0).kind() + " " + failures.get(0).path());
    this.failures = List.copyOf(failures);
  }

  /** Why not: more than one where a document of the user's has several faults. */
  public List<Failure> failures() {
    return failures;
  }

  /** The first of them. */
  public Failure failure() {
    return failures.get(0);
  }
}
