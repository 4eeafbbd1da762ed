package org.valida.schema;

/** Judges one value: its form or its meaning. Immutable and shared by all threads. */
public interface ValueRule {

  /** What the judging came to. */
  enum Outcome {
    /** Nothing wrong here: the next rule has its say. */
    PASS,
    /** The value counts as absent, and rightly or with a warning; nothing more is said about it. */
    ABSENT,
    /** Reported, but the value can be built on; nothing more is said about it. */
    DONE,
    /** Reported as malformed or unknown; nothing more is said about it or built on it. */
    BROKEN
  }

  Outcome judge(Value value, Scope scope);

  /**
   * Narrows down the values that this rule passes, and that mean what they mean anyway, without
   * anything to say of them.
   *
   * @return false if the rule cannot tell them beforehand
   */
  default boolean quiet(QuietValue quiet) {
    return false;
  }
}
