package org.valida.violation;

import java.util.Map;
import java.util.Objects;

/**
 * Which ente or record of a payload something is about. Whatever may be personal is masked in it.
 *
 * @param label what names it to a person, such as {@code RS 4314902 2024/2}; empty where there is
 *     none
 * @param number its place among the records of its list, from 1; 0 where it is none of a list
 * @param identity what names it to a program, the same in the next run whatever its place: in a
 *     lote a keyed hash; empty where only the place is known
 * @param groups what it belongs to, by the names that the contract gives them, such as {@code
 *     school}; only values that are public
 */
public record RecordRef(String label, long number, String identity, Map<String, String> groups) {

  /** No record at all. */
  public static final RecordRef NONE = new RecordRef("", 0, "", Map.of());

  public RecordRef {
    Objects.requireNonNull(label);
    Objects.requireNonNull(identity);
    groups = Map.copyOf(groups);
  }

  /** A record whose label holds nothing personal, and so also identifies it. */
  public static RecordRef named(String label, long number) {
    return new RecordRef(label, number, label, Map.of());
  }

  /** A record that only its place identifies. */
  public static RecordRef placed(String label, long number) {
    return new RecordRef(label, number, "", Map.of());
  }

  public boolean isNone() {
    return label.isEmpty() && number == 0;
  }
}
