package org.valida;

import java.util.Objects;

/**
 * A contract by its public id.
 *
 * @param id such as {@code mce/despesa}
 */
public record Contract(String id) {
  public Contract {
    Objects.requireNonNull(id);
  }

  /** The contract of that id; whether it exists is told when it is used. */
  public static Contract of(String id) {
    return new Contract(id);
  }
}
