package org.valida.text;

import java.util.Optional;

/**
 * A deterministic automaton: one table look-up for each code point, no allocation, on text and on
 * UTF-8 bytes alike. {@link EcmaAutomatonBuilder} makes it.
 *
 * <p>Code points fall into classes that the pattern cannot tell apart: those of ASCII by a table,
 * the others by a search among intervals.
 */
final class EcmaAutomaton implements EcmaMatcher {

  /** The state that nothing leads out of: the pattern cannot match any more. */
  static final int DEAD = 0;

  /** The state after a match, whatever follows. */
  static final int FOUND = 1;

  private final EcmaAlphabet alphabet;
  private final char[] next;
  private final boolean[] acceptsEnd;
  private final int start;

  /** The same as a chain, or null. */
  private final EcmaChain chain;

  private static final int LONGEST_CHAIN = 32;

  /**
   * @param next the next state, at {@code state * alphabet.size() + class}; kept, not copied
   * @param acceptsEnd for each state whether the text may end there; kept, not copied
   */
  EcmaAutomaton(EcmaAlphabet alphabet, char[] next, boolean[] acceptsEnd, int start) {
    this.alphabet = alphabet;
    this.next = next;
    this.acceptsEnd = acceptsEnd;
    this.start = start;
    this.chain = start == FOUND ? null : chain().orElse(null);
  }

  private Optional<EcmaChain> chain() {
    var steps =
        new EcmaChain.Steps() {
          @Override
          public int after(int state, int c) {
            return next[state * alphabet.size() + alphabet.classOf(c)];
          }

          @Override
          public boolean onlyAscii(int state) {
            for (var i = 0; i < alphabet.size(); i++) {
              if (alphabet.isBeyondAscii(i) && next[state * alphabet.size() + i] != DEAD) {
                return false;
              }
            }
            return true;
          }
        };
    return EcmaChain.of(steps, acceptsEnd, start, LONGEST_CHAIN);
  }

  @Override
  public boolean find(String text) {
    var classes = alphabet.size();
    var state = start;
    for (var i = 0; i < text.length() && state > FOUND; i++) {
      int c = text.charAt(i);
      if (Character.isHighSurrogate((char) c)) {
        c = text.codePointAt(i);
        i += Character.charCount(c) - 1;
      }
      state = next[state * classes + alphabet.classOf(c)];
    }
    return acceptsEnd[state];
  }

  @Override
  public boolean find(byte[] utf8, int from, int to) {
    if (chain != null) {
      return chain.matches(utf8, from, to);
    }
    var classes = alphabet.size();
    var state = start;
    for (var i = from; i < to && state > FOUND; i++) {
      int c = utf8[i];
      if (c < 0) {
        c = codePoint(utf8, i, to);
        i += c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
      }
      state = next[state * classes + alphabet.classOf(c)];
    }
    return acceptsEnd[state];
  }

  /** Bytes that end too soon read as if zeros followed: no error, for the cursor judged them. */
  private static int codePoint(byte[] utf8, int at, int to) {
    int lead = utf8[at];
    if (lead < (byte) 0xE0) {
      return (lead & 0x1F) << 6 | more(utf8, at + 1, to);
    }
    if (lead < (byte) 0xF0) {
      return (lead & 0x0F) << 12 | more(utf8, at + 1, to) << 6 | more(utf8, at + 2, to);
    }
    return (lead & 0x07) << 18
        | more(utf8, at + 1, to) << 12
        | more(utf8, at + 2, to) << 6
        | more(utf8, at + 3, to);
  }

  private static int more(byte[] utf8, int at, int to) {
    return at < to ? utf8[at] & 0x3F : 0;
  }
}
