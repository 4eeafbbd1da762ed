package org.valida.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts on the class path, UTF-8. */
public final class Resources {

  private Resources() {}

  /**
   * The text of a resource; empty if there is none.
   *
   * @param beside a class of the module that holds it
   * @param name its absolute name, such as {@code /org/valida/schemas/rules.json}
   */
  public static Optional<String> text(Class<?> beside, String name) {
    var packed = Packed.text(name);
    if (packed != null) {
      return Optional.of(packed);
    }
    try (var stream = beside.getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
