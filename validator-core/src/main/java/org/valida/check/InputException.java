package org.valida.check;

import java.io.IOException;
import java.util.Map;
import org.valida.violation.Failure;

/** Trouble with the bytes of an input that has a sentence of its own. */
final class InputException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String kind;
  private final transient Map<String, Object> arguments;

  /**
   * @param kind of the {@link Failure}
   */
  InputException(String kind, Map<String, Object> arguments) {
    super(kind + " " + arguments);
    this.kind = kind;
    this.arguments = Map.copyOf(arguments);
  }

  InputException(String kind) {
    this(kind, Map.of());
  }

  Failure about(String path) {
    return new Failure(kind, path, arguments);
  }
}
