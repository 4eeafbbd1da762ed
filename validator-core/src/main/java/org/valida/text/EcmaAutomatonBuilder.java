package org.valida.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.text.EcmaProgram.Op;

/**
 * Makes the automaton of a program by the subset construction; gives up early when it would grow
 * too large, as some small patterns' do.
 */
final class EcmaAutomatonBuilder {

  /** Cells of the transition table, at two bytes each. */
  private static final int MAX_CELLS = 1 << 18;

  /** States, so that a number fits a char. */
  private static final int MAX_STATES = 1 << 16;

  private static final int MAX_SETS = 1_000;

  /** Instructions looked at while building. */
  private static final int MAX_WORK = 5_000_000;

  private final EcmaProgram program;
  private final EcmaAlphabet alphabet;
  private final int[] seen;
  private int round;
  private long work;

  private final List<int[]> states = new ArrayList<>();
  private final List<Boolean> acceptsEnd = new ArrayList<>();
  private final Map<Key, Integer> numbers = new HashMap<>();

  /** The instructions that a state stands before, as a key. */
  private record Key(int[] instructions) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(instructions, key.instructions);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(instructions);
    }
  }

  private EcmaAutomatonBuilder(EcmaProgram program) {
    this.program = program;
    alphabet = new EcmaAlphabet(program.sets());
    seen = new int[program.length()];
  }

  /** The automaton of a regular program; empty if it would be too large or asks for word edges. */
  static Optional<EcmaAutomaton> build(EcmaProgram program) {
    return program.sets().size() > MAX_SETS || looksAtWords(program)
        ? Optional.empty()
        : new EcmaAutomatonBuilder(program).automaton();
  }

  private static boolean looksAtWords(EcmaProgram program) {
    for (int pc = 0; pc < program.length(); pc++) {
      if (program.op(pc) == Op.WORD_EDGE || program.op(pc) == Op.NOT_WORD_EDGE) {
        return true;
      }
    }
    return false;
  }

  private Optional<EcmaAutomaton> automaton() {
    add(new int[0], false);
    add(new int[0], true);
    numbers.put(new Key(new int[0]), EcmaAutomaton.DEAD);
    var first = closure(new int[] {0}, true, false);
    if (matches(first)) {
      return Optional.of(finish(new char[2 * alphabet.size()], EcmaAutomaton.FOUND));
    }
    // The first state alone knows that it is at the start: it is never looked up by its key.
    add(first, atEnd(first, true));
    var classes = alphabet.size();
    var next = new char[Math.min(MAX_CELLS, 64 * classes)];
    for (var state = EcmaAutomaton.FOUND + 1; state < states.size(); state++) {
      if (states.size() > MAX_STATES || (state + 1) * classes > MAX_CELLS || work > MAX_WORK) {
        return Optional.empty();
      }
      if ((state + 1) * classes > next.length) {
        next = Arrays.copyOf(next, Math.min(MAX_CELLS, next.length * 2));
      }
      for (var c = 0; c < classes; c++) {
        next[state * classes + c] = (char) step(states.get(state), alphabet.sample(c));
      }
    }
    return Optional.of(finish(next, EcmaAutomaton.FOUND + 1));
  }

  private EcmaAutomaton finish(char[] next, int start) {
    var accepts = new boolean[states.size()];
    for (var i = 0; i < accepts.length; i++) {
      accepts[i] = acceptsEnd.get(i);
    }
    return new EcmaAutomaton(
        alphabet, Arrays.copyOf(next, states.size() * alphabet.size()), accepts, start);
  }

  private int add(int[] instructions, boolean accepts) {
    states.add(instructions);
    acceptsEnd.add(accepts);
    return states.size() - 1;
  }

  /** The number of the state after the code point. */
  private int step(int[] from, int codePoint) {
    var after = new int[from.length + 1];
    var count = 0;
    for (var pc : from) {
      if (program.op(pc) == Op.CHAR && program.sets().get(program.x(pc)).contains(codePoint)) {
        after[count++] = pc + 1;
      }
    }
    work += from.length;
    after[count++] = 0; // the search may begin anywhere
    var reached = closure(Arrays.copyOf(after, count), false, false);
    if (matches(reached)) {
      return EcmaAutomaton.FOUND;
    }
    var key = new Key(reached);
    var known = numbers.get(key);
    if (known == null) {
      known = add(reached, atEnd(reached, false));
      numbers.put(key, known);
    }
    return known;
  }

  private boolean atEnd(int[] state, boolean atStart) {
    return matches(closure(state, atStart, true));
  }

  private boolean matches(int[] instructions) {
    for (var pc : instructions) {
      if (program.op(pc) == Op.MATCH) {
        return true;
      }
    }
    return false;
  }

  /** The instructions that wait for a code point, the end or nothing more, in ascending order. */
  private int[] closure(int[] from, boolean atStart, boolean atEnd) {
    round++;
    var stack = new ArrayList<Integer>();
    for (var pc : from) {
      stack.add(pc);
    }
    var waiting = new ArrayList<Integer>();
    while (!stack.isEmpty()) {
      int pc = stack.remove(stack.size() - 1);
      work++;
      if (seen[pc] == round) {
        continue;
      }
      seen[pc] = round;
      switch (program.op(pc)) {
        case SPLIT -> {
          stack.add(program.x(pc));
          stack.add(program.y(pc));
        }
        case JUMP -> stack.add(program.x(pc));
        case MARK, MOVED -> stack.add(pc + 1);
        case START -> {
          if (atStart) {
            stack.add(pc + 1);
          }
        }
        case END -> {
          waiting.add(pc);
          if (atEnd) {
            stack.add(pc + 1);
          }
        }
        case CHAR, MATCH -> waiting.add(pc);
        default -> throw new IllegalStateException("not regular: " + program.op(pc));
      }
    }
    var sorted = new int[waiting.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = waiting.get(i);
    }
    Arrays.sort(sorted);
    return sorted;
  }
}
