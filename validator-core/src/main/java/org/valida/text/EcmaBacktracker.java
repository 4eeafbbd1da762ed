package org.valida.text;

import java.util.Arrays;

/**
 * Matches by trying, as ECMA-262 clause 22.2.2 describes, under a budget of steps. It is the engine
 * for lookaround and references to groups, which no linear-time engine knows.
 *
 * <p>java.util.regex is not used for this: some of its searches read no character while they take
 * exponential time ({@code (?:a?|b?){60}(?=x)} on the empty text), so counting the characters read
 * bounds nothing; it also ends with a stack overflow on long texts, refuses lookbehind without a
 * maximum length and fails on a reference to a group that captured nothing. Here every instruction
 * is counted and the stack is an array.
 */
final class EcmaBacktracker implements EcmaMatcher {

  /** Steps that any search may take. */
  static final long STEPS = 2_000_000;

  /** Steps more for each UTF-16 unit of the text, so that linear searches of long texts end. */
  static final long STEPS_PER_CHAR = 50;

  /** Ints on the stack of choices left: 48 MB. */
  private static final int MAX_STACK = 12 << 20;

  private final String pattern;
  private final EcmaProgram program;

  EcmaBacktracker(String pattern, EcmaProgram program) {
    this.pattern = pattern;
    this.program = program;
  }

  @Override
  public boolean find(String text) {
    return new Run(text).find();
  }

  /** One search; the only mutable part. */
  private final class Run {

    private final String text;
    private final long budget;
    private final int[] registers = new int[program.registers()];
    private long steps;

    /**
     * Triples, from the bottom up: an instruction with the first and last position to try it at, of
     * which the last goes first; or the complement of a register's number, the value to give it
     * back, and nothing. A loop over single characters takes one triple, however long it runs.
     */
    private int[] stack = new int[96];

    private int top;

    Run(String text) {
      this.text = text;
      budget = STEPS + STEPS_PER_CHAR * text.length();
    }

    boolean find() {
      for (var from = 0; from <= text.length(); ) {
        Arrays.fill(registers, -1);
        steps += registers.length / 16;
        if (matches(0, from)) {
          return true;
        }
        from += from < text.length() ? Character.charCount(text.codePointAt(from)) : 1;
      }
      return false;
    }

    /** Whether the program from the instruction on matches at the position; captures stay. */
    private boolean matches(int start, int from) {
      var base = top;
      var pc = start;
      var at = from;
      while (true) {
        if (++steps > budget) {
          throw new PatternBudgetException(pattern, budget);
        }
        var op = program.op(pc);
        if (op == EcmaProgram.Op.MATCH) {
          commit(base);
          return true;
        }
        if (op == EcmaProgram.Op.SPLIT) {
          choose(program.y(pc), at);
          pc = program.x(pc);
          continue;
        }
        at = step(op, pc, at);
        if (at >= 0) {
          pc =
              switch (op) {
                case JUMP -> program.x(pc);
                case LOOK, LOOK_NOT -> program.y(pc);
                default -> pc + 1;
              };
          continue;
        }
        if (!backtrack(base)) {
          return false;
        }
        pc = stack[top];
        at = stack[top + 2];
        if (at > stack[top + 1]) {
          stack[top + 2] = at - Character.charCount(text.codePointBefore(at));
          top += 3;
        }
      }
    }

    /** The position after the instruction, -1 if it fails. */
    private int step(EcmaProgram.Op op, int pc, int at) {
      var x = program.x(pc);
      return switch (op) {
        case CHAR -> {
          var c = at < text.length() ? text.codePointAt(at) : -1;
          yield c >= 0 && program.set(x).contains(c) ? at + Character.charCount(c) : -1;
        }
        case CHAR_BACK -> {
          var c = at > 0 ? text.codePointBefore(at) : -1;
          yield c >= 0 && program.set(x).contains(c) ? at - Character.charCount(c) : -1;
        }
        case JUMP -> at;
        case MARK -> {
          set(x, at);
          yield at;
        }
        case MOVED -> registers[x] == at ? -1 : at;
        case START -> at == 0 ? at : -1;
        case END -> at == text.length() ? at : -1;
        case WORD_EDGE -> word(at - 1) != word(at) ? at : -1;
        case NOT_WORD_EDGE -> word(at - 1) == word(at) ? at : -1;
        case FORGET -> {
          for (var i = x; i < program.y(pc); i++) {
            set(i, -1);
          }
          yield at;
        }
        case CAPTURE -> capture(x, registers[x + 2], at, at);
        case CAPTURE_BACK -> capture(x, at, registers[x + 2], at);
        case REFERENCE -> reference(x, at, 1);
        case REFERENCE_BACK -> reference(x, at, -1);
        case LOOK -> matches(pc + 1, at) ? at : -1;
        case LOOK_NOT -> matches(pc + 1, at) ? -1 : at;
        case SPLIT, MATCH -> throw new IllegalStateException("not a step: " + op);
      };
    }

    private int capture(int group, int from, int to, int at) {
      set(group, from);
      set(group + 1, to);
      return at;
    }

    private int reference(int group, int at, int direction) {
      if (registers[group] < 0) {
        return at;
      }
      var length = registers[group + 1] - registers[group];
      var from = direction > 0 ? at : at - length;
      steps += length / 16;
      return from >= 0 && text.regionMatches(from, text, registers[group], length)
          ? at + direction * length
          : -1;
    }

    private boolean word(int at) {
      return at >= 0 && at < text.length() && EcmaSet.WORD.contains(text.charAt(at));
    }

    private void set(int register, int value) {
      steps++;
      push(~register, registers[register], 0);
      registers[register] = value;
    }

    /** Leaves a choice on the stack; one that is the next code point of the topmost joins it. */
    private void choose(int pc, int at) {
      if (top > 0 && stack[top - 3] == pc) {
        var last = stack[top - 1];
        if (last < at && last + Character.charCount(text.codePointAt(last)) == at) {
          stack[top - 1] = at;
          return;
        }
      }
      push(pc, at, at);
    }

    private void push(int what, int first, int last) {
      if (top == stack.length) {
        if (top > MAX_STACK / 2) {
          throw new PatternBudgetException(pattern, budget);
        }
        stack = Arrays.copyOf(stack, top * 2);
      }
      stack[top++] = what;
      stack[top++] = first;
      stack[top++] = last;
    }

    /** Takes the topmost choice off the stack, to lie just above it; false if there is none. */
    private boolean backtrack(int base) {
      while (top > base) {
        top -= 3;
        if (stack[top] >= 0) {
          return true;
        }
        registers[~stack[top]] = stack[top + 1];
      }
      return false;
    }

    /** Drops the choices above the base, for a look is not entered again, but keeps the undoing. */
    private void commit(int base) {
      var kept = base;
      for (var i = base; i < top; i += 3) {
        if (stack[i] < 0) {
          stack[kept] = stack[i];
          stack[kept + 1] = stack[i + 1];
          kept += 3;
        }
      }
      steps += (top - base) / 32;
      top = kept;
    }
  }
}
