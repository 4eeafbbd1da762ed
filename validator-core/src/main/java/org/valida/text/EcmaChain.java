package org.valida.text;

import java.util.Optional;

/**
 * A pattern that asks of each place of a text for a character of one range of ASCII, whatever stood
 * before, as codes and dates are described: {@code ^[34][0-9]{7,}$}. Found in an automaton, and
 * quicker than it, for no place waits for the one before.
 */
final class EcmaChain {

  /** The last place repeats where the text may go on for ever. */
  private final byte[] least;

  private final byte[] greatest;

  /** Whether the text may end after so many places. */
  private final boolean[] accepts;

  private final boolean endless;

  private EcmaChain(byte[] least, byte[] greatest, boolean[] accepts, boolean endless) {
    this.least = least;
    this.greatest = greatest;
    this.accepts = accepts;
    this.endless = endless;
  }

  /** How an automaton goes on. */
  interface Steps {
    /** The next state after an ASCII character. */
    int after(int state, int c);

    /** Whether any character beyond ASCII leads to the dead state. */
    boolean onlyAscii(int state);
  }

  /** The chain that an automaton is; empty if it is none, or longer than {@code most} places. */
  static Optional<EcmaChain> of(Steps steps, boolean[] acceptsEnd, int start, int most) {
    var least = new byte[most];
    var greatest = new byte[most];
    var accepts = new boolean[most + 1];
    int state = start;
    for (int place = 0; place <= most; place++) {
      if (state == EcmaAutomaton.FOUND || !steps.onlyAscii(state)) {
        return Optional.empty();
      }
      accepts[place] = acceptsEnd[state];
      int next = EcmaAutomaton.DEAD;
      int from = 0;
      int to = -1;
      for (int c = 0; c < 128; c++) {
        int after = steps.after(state, c);
        if (after == EcmaAutomaton.DEAD) {
          continue;
        }
        if (next == EcmaAutomaton.DEAD) {
          next = after;
          from = c;
        } else if (after != next || to != c - 1) {
          return Optional.empty();
        }
        to = c;
      }
      if (next == EcmaAutomaton.DEAD || place == most) {
        return next == EcmaAutomaton.DEAD
            ? Optional.of(chain(least, greatest, accepts, place, false))
            : Optional.empty();
      }
      least[place] = (byte) from;
      greatest[place] = (byte) to;
      if (next == state) {
        // Before the last place and after it the state is the same.
        accepts[place + 1] = accepts[place];
        return Optional.of(chain(least, greatest, accepts, place + 1, true));
      }
      state = next;
    }
    return Optional.empty();
  }

  private static EcmaChain chain(
      byte[] least, byte[] greatest, boolean[] accepts, int places, boolean endless) {
    return new EcmaChain(
        java.util.Arrays.copyOf(least, places),
        java.util.Arrays.copyOf(greatest, places),
        java.util.Arrays.copyOf(accepts, places + 1),
        endless);
  }

  boolean matches(byte[] utf8, int from, int to) {
    int length = to - from;
    int places = least.length;
    if (length > places && !endless || !accepts[Math.min(length, places)]) {
      return false;
    }
    int wrong = 0;
    int given = Math.min(length, places);
    for (int i = 0; i < given; i++) {
      int c = utf8[from + i];
      // Negative where the character is below the one or above the other.
      wrong |= c - least[i] | greatest[i] - c;
    }
    for (int i = given; i < length; i++) {
      int c = utf8[from + i];
      wrong |= c - least[places - 1] | greatest[places - 1] - c;
    }
    return wrong >= 0;
  }
}
