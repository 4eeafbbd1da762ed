package org.valida.text;

import java.nio.charset.StandardCharsets;

/** Searches a text for one pattern. Immutable and safe to share among threads. */
sealed interface EcmaMatcher permits EcmaAutomaton, EcmaRe2, EcmaBacktracker {

  /**
   * Whether the pattern matches anywhere in the text.
   *
   * @throws PatternBudgetException if that takes more steps than allowed
   */
  boolean find(String text);

  /** As {@link #find(String)}, of valid UTF-8 bytes from {@code from} to before {@code to}. */
  default boolean find(byte[] utf8, int from, int to) {
    return find(new String(utf8, from, to - from, StandardCharsets.UTF_8));
  }
}
