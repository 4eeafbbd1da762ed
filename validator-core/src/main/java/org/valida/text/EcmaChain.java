package org.valida.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A pattern that asks of each place of a text for a character of one range of ASCII, whatever stood
 * before, as codes and dates are described: {@code ^[34][0-9]{7,}$}. Found in an automaton, and
 * quicker than it, for no place waits for the one before.
 */
final class EcmaChain {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH_BITS = 0x8080808080808080L;

  /** The last place repeats where the text may go on for ever. */
  private final byte[] least;

  private final byte[] greatest;

  /** The same, eight places to a word; the last word is of the last place only. */
  private final long[] leasts;

  private final long[] greatests;

  /** Whether the text may end after so many places. */
  private final boolean[] accepts;

  private final boolean endless;

  private EcmaChain(byte[] least, byte[] greatest, boolean[] accepts, boolean endless) {
    this.least = least;
    this.greatest = greatest;
    leasts = words(least);
    greatests = words(greatest);
    this.accepts = accepts;
    this.endless = endless;
  }

  private static long[] words(byte[] places) {
    var words = new long[places.length / Long.BYTES + 2];
    int last = places.length - 1;
    for (int i = 0; last >= 0 && i < words.length * Long.BYTES; i++) {
      words[i / Long.BYTES] |= (long) places[Math.min(i, last)] << i % Long.BYTES * Byte.SIZE;
    }
    return words;
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
    int at = from;
    long wrong = 0;
    for (int word = 0; to - at >= Long.BYTES; at += Long.BYTES) {
      long eight = (long) LONGS.get(utf8, at);
      // The high bit of a byte stays where the character is no less than the one, and no more than
      // the other; beyond ASCII it is there from the beginning.
      wrong |=
          eight | ~((eight | HIGH_BITS) - leasts[word]) | ~((greatests[word] | HIGH_BITS) - eight);
      word = Math.min(word + 1, leasts.length - 1);
    }
    if ((wrong & HIGH_BITS) != 0) {
      return false;
    }
    int others = 0;
    for (; at < to; at++) {
      int place = Math.min(at - from, places - 1);
      int c = utf8[at];
      // Negative where the character is below the one or above the other.
      others |= c - least[place] | greatest[place] - c;
    }
    return others >= 0;
  }
}
