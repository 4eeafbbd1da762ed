package org.valida.text;

import java.util.List;

/**
 * A pattern as a list of instructions, the common ground of the automaton and the backtracker.
 *
 * <p>{@code x} and {@code y} are operands; what they mean is said at each {@link Op}. Execution
 * goes on with the next instruction unless the operation says otherwise.
 */
final class EcmaProgram {

  /** What an instruction does. */
  enum Op {
    /** Takes a code point of set x. */
    CHAR,
    /** Takes the code point before, of set x; inside lookbehind, which ECMA-262 runs backward. */
    CHAR_BACK,
    /** Goes on at x, or else at y. */
    SPLIT,
    /** Goes on at x. */
    JUMP,
    /** Keeps the position in register x. */
    MARK,
    /** Fails if the position is still that of register x. */
    MOVED,
    START,
    END,
    WORD_EDGE,
    NOT_WORD_EDGE,
    /** Forgets registers x to y, y excluded: what groups captured in an earlier round of a loop. */
    FORGET,
    /** Ends the group whose registers begin at x: its start, its end, where it was opened. */
    CAPTURE,
    CAPTURE_BACK,
    /** Takes the text captured in registers x and x + 1. */
    REFERENCE,
    REFERENCE_BACK,
    /** Goes on at y if the program that follows matches here. */
    LOOK,
    /** Goes on at y if the program that follows does not match here. */
    LOOK_NOT,
    MATCH
  }

  /** One instruction; an operand that the operation does not use is 0. */
  record Instruction(Op op, int x, int y) {}

  private final Op[] ops;
  private final int[] xs;
  private final int[] ys;
  private final List<EcmaSet> sets;
  private final int registers;

  /**
   * @param sets the distinct sets that instructions name by their number
   * @param registers how many registers a backtracking run needs
   */
  EcmaProgram(List<Instruction> instructions, List<EcmaSet> sets, int registers) {
    ops = new Op[instructions.size()];
    xs = new int[ops.length];
    ys = new int[ops.length];
    for (int pc = 0; pc < ops.length; pc++) {
      ops[pc] = instructions.get(pc).op();
      xs[pc] = instructions.get(pc).x();
      ys[pc] = instructions.get(pc).y();
    }
    this.sets = List.copyOf(sets);
    this.registers = registers;
  }

  int length() {
    return ops.length;
  }

  Op op(int pc) {
    return ops[pc];
  }

  int x(int pc) {
    return xs[pc];
  }

  int y(int pc) {
    return ys[pc];
  }

  EcmaSet set(int number) {
    return sets.get(number);
  }

  List<EcmaSet> sets() {
    return sets;
  }

  int registers() {
    return registers;
  }
}
