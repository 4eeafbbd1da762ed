package org.valida.text;

import java.util.EnumSet;
import java.util.Set;

/** The Bidi rule for labels: RFC 5893, clause 2. */
final class HostnamesBidi {

  /** The classes of characters that the rule tells apart. */
  private enum Direction {
    LEFT,
    RIGHT,
    ARABIC_NUMBER,
    EUROPEAN_NUMBER,
    MARK,
    NEUTRAL,
    FORBIDDEN
  }

  private HostnamesBidi() {}

  /** Whether a label with this makes its whole name a Bidi domain name (RFC 5893, clause 1.4). */
  static boolean isRightToLeft(String label) {
    return label
        .codePoints()
        .mapToObj(HostnamesBidi::direction)
        .anyMatch(found -> found == Direction.RIGHT || found == Direction.ARABIC_NUMBER);
  }

  /** Whether the label may stand in a Bidi domain name; it must not be empty. */
  static boolean isValid(String label) {
    var first = direction(label.codePointAt(0));
    var last = first;
    Set<Direction> found = EnumSet.noneOf(Direction.class);
    for (var c : label.codePoints().toArray()) {
      var direction = direction(c);
      found.add(direction);
      last = direction == Direction.MARK ? last : direction;
    }
    if (found.contains(Direction.FORBIDDEN)) {
      return false;
    }
    if (first == Direction.RIGHT) {
      return !found.contains(Direction.LEFT)
          && last != Direction.NEUTRAL
          && !(found.contains(Direction.EUROPEAN_NUMBER)
              && found.contains(Direction.ARABIC_NUMBER));
    }
    return first == Direction.LEFT
        && !found.contains(Direction.RIGHT)
        && !found.contains(Direction.ARABIC_NUMBER)
        && last != Direction.NEUTRAL;
  }

  private static Direction direction(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> Direction.LEFT;
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          Direction.RIGHT;
      case Character.DIRECTIONALITY_ARABIC_NUMBER -> Direction.ARABIC_NUMBER;
      case Character.DIRECTIONALITY_EUROPEAN_NUMBER -> Direction.EUROPEAN_NUMBER;
      case Character.DIRECTIONALITY_NONSPACING_MARK -> Direction.MARK;
      case Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL ->
          Direction.NEUTRAL;
      default -> Direction.FORBIDDEN;
    };
  }
}
