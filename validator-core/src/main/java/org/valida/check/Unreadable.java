package org.valida.check;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.valida.violation.Failure;

/** Why an input could not be read, as a user is told. */
public final class Unreadable {

  private Unreadable() {}

  /**
   * What is said of an input.
   *
   * @param path as reports name it
   * @param cause what opening or reading it threw; its own message is not for users
   */
  public static Failure of(String path, IOException cause) {
    if (cause instanceof InputException trouble) {
      return trouble.about(path);
    }
    var reason =
        cause instanceof AccessDeniedException
            ? "permission"
            : cause instanceof NoSuchFileException ? "gone" : "io";
    return new Failure("unreadable", path, Map.of("reason", reason));
  }
}
