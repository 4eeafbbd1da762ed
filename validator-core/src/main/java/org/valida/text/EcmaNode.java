package org.valida.text;

import java.util.List;

/** A regular expression as a tree; every escape, class and name is already resolved. */
sealed interface EcmaNode {

  /** Matches the empty text. */
  record Empty() implements EcmaNode {}

  /** One code point of the set. */
  record Chars(EcmaSet set) implements EcmaNode {}

  record Sequence(List<EcmaNode> parts) implements EcmaNode {}

  record Choice(List<EcmaNode> options) implements EcmaNode {}

  /**
   * @param max {@link #UNBOUNDED} for no upper bound
   * @param groupsBefore how many groups open before the body
   * @param lastGroup number of the last group in the body; {@code groupsBefore} if it has none
   */
  record Repeat(EcmaNode body, int min, int max, boolean greedy, int groupsBefore, int lastGroup)
      implements EcmaNode {}

  /** A capturing group, counted from 1. */
  record Group(EcmaNode body, int number) implements EcmaNode {}

  /** What the group captured before; the empty text if it captured nothing. */
  record Reference(int group) implements EcmaNode {}

  record Look(EcmaNode body, boolean ahead, boolean negated) implements EcmaNode {}

  enum Assertion implements EcmaNode {
    START,
    END,
    WORD_EDGE,
    NOT_WORD_EDGE
  }

  int UNBOUNDED = Integer.MAX_VALUE;

  /** Whether the node can match the empty text, if its assertions and references allow it. */
  default boolean mayBeEmpty() {
    return matchesEmpty(true);
  }

  /** Whether the node can match the empty text wherever it stands. */
  default boolean alwaysMayBeEmpty() {
    return matchesEmpty(false);
  }

  private boolean matchesEmpty(boolean conditions) {
    if (this instanceof Sequence sequence) {
      for (var part : sequence.parts) {
        if (!part.matchesEmpty(conditions)) {
          return false;
        }
      }
      return true;
    }
    if (this instanceof Choice choice) {
      for (var option : choice.options) {
        if (option.matchesEmpty(conditions)) {
          return true;
        }
      }
      return false;
    }
    if (this instanceof Repeat repeat) {
      return repeat.min == 0 || repeat.body.matchesEmpty(conditions);
    }
    if (this instanceof Group group) {
      return group.body.matchesEmpty(conditions);
    }
    return this instanceof Empty || conditions && !(this instanceof Chars);
  }
}
