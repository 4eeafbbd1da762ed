package org.valida.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.text.EcmaProgram.Instruction;
import org.valida.text.EcmaProgram.Op;

/**
 * Turns a tree into a program. Repetitions are written out, so the size of the program bounds the
 * work of whoever runs it; captures are kept only if the pattern refers to them.
 */
final class EcmaCompiler {

  /** How many instructions a pattern may come to once its repetitions are written out. */
  static final int MAX_INSTRUCTIONS = 200_000;

  /** How many nodes may be visited for that; a node that writes nothing costs a visit too. */
  private static final int MAX_VISITS = 1_000_000;

  private final List<Instruction> instructions = new ArrayList<>();
  private final Map<EcmaSet, Integer> sets = new LinkedHashMap<>();
  private final boolean capturing;
  private int registers;
  private int visits;

  private EcmaCompiler(EcmaTree tree) {
    capturing = tree.references();
    registers = capturing ? tree.groups() * 3 : 0;
  }

  /**
   * @throws PatternUnsupportedException if the program passes {@link #MAX_INSTRUCTIONS}
   */
  static EcmaProgram compile(EcmaTree tree) {
    var compiler = new EcmaCompiler(tree);
    compiler.write(tree.root(), false);
    compiler.add(Op.MATCH, 0, 0);
    return new EcmaProgram(
        compiler.instructions, List.copyOf(compiler.sets.keySet()), compiler.registers);
  }

  private void write(EcmaNode node, boolean back) {
    if (++visits > MAX_VISITS) {
      throw tooLarge();
    }
    if (node instanceof EcmaNode.Chars chars) {
      var number = sets.computeIfAbsent(chars.set(), set -> sets.size());
      add(back ? Op.CHAR_BACK : Op.CHAR, number, 0);
    } else if (node instanceof EcmaNode.Sequence sequence) {
      var parts = sequence.parts();
      for (var i = 0; i < parts.size(); i++) {
        write(parts.get(back ? parts.size() - 1 - i : i), back);
      }
    } else if (node instanceof EcmaNode.Choice choice) {
      choice(choice, back);
    } else if (node instanceof EcmaNode.Repeat repeat) {
      repeat(repeat, back);
    } else if (node instanceof EcmaNode.Group group) {
      group(group, back);
    } else if (node instanceof EcmaNode.Reference reference) {
      add(back ? Op.REFERENCE_BACK : Op.REFERENCE, (reference.group() - 1) * 3, 0);
    } else if (node instanceof EcmaNode.Look look) {
      var at = add(look.negated() ? Op.LOOK_NOT : Op.LOOK, 0, 0);
      write(look.body(), !look.ahead());
      add(Op.MATCH, 0, 0);
      patch(at, 0, here());
    } else if (node instanceof EcmaNode.Assertion assertion) {
      add(Op.valueOf(assertion.name()), 0, 0);
    }
  }

  private void choice(EcmaNode.Choice choice, boolean back) {
    var ends = new ArrayList<Integer>();
    var options = choice.options();
    for (var option : options.subList(0, options.size() - 1)) {
      var split = add(Op.SPLIT, 0, 0);
      write(option, back);
      ends.add(add(Op.JUMP, 0, 0));
      patch(split, split + 1, here());
    }
    write(options.get(options.size() - 1), back);
    ends.forEach(end -> patch(end, here(), 0));
  }

  private void group(EcmaNode.Group group, boolean back) {
    var first = (group.number() - 1) * 3;
    if (capturing) {
      add(Op.MARK, first + 2, 0);
    }
    write(group.body(), back);
    if (capturing) {
      add(back ? Op.CAPTURE_BACK : Op.CAPTURE, first, 0);
    }
  }

  /** Writes nothing if a round is nothing, however many rounds there are. */
  private void repeat(EcmaNode.Repeat repeat, boolean back) {
    var body = repeat.body();
    var min = !capturing && body.alwaysMayBeEmpty() ? 0 : repeat.min();
    var unbounded = repeat.max() == EcmaNode.UNBOUNDED;
    var loops = unbounded && min > 0 && !body.mayBeEmpty();
    for (var i = loops ? 1 : 0; i < min; i++) {
      if (round(repeat, back) == 0) {
        return;
      }
    }
    if (loops) {
      var start = here();
      round(repeat, back);
      split(add(Op.SPLIT, 0, 0), start, here(), repeat.greedy());
    } else {
      rounds(repeat, unbounded ? 1 : repeat.max() - min, unbounded, back);
    }
  }

  /** Rounds that may be left out: that many, or a loop of one. */
  private void rounds(EcmaNode.Repeat repeat, int count, boolean loop, boolean back) {
    var start = here();
    var splits = new ArrayList<Integer>();
    for (var i = 0; i < count; i++) {
      splits.add(add(Op.SPLIT, 0, 0));
      if (movingRound(repeat, back) == 0) {
        instructions.subList(start, here()).clear();
        return;
      }
    }
    if (loop) {
      add(Op.JUMP, start, 0);
    }
    for (var at : splits) {
      split(at, at + 1, here(), repeat.greedy());
    }
  }

  /** One round that must take something: ECMA-262, RepeatMatcher, step 2.b. Returns its size. */
  private int movingRound(EcmaNode.Repeat repeat, boolean back) {
    if (!repeat.body().mayBeEmpty()) {
      return round(repeat, back);
    }
    var mark = registers++;
    add(Op.MARK, mark, 0);
    var size = round(repeat, back);
    add(Op.MOVED, mark, 0);
    return size;
  }

  /** One round; it begins with no captures from the round before. Returns its size. */
  private int round(EcmaNode.Repeat repeat, boolean back) {
    var start = here();
    if (capturing && repeat.lastGroup() > repeat.groupsBefore()) {
      add(Op.FORGET, repeat.groupsBefore() * 3, repeat.lastGroup() * 3);
    }
    write(repeat.body(), back);
    return here() - start;
  }

  private void split(int at, int round, int end, boolean greedy) {
    patch(at, greedy ? round : end, greedy ? end : round);
  }

  private int here() {
    return instructions.size();
  }

  private int add(Op op, int x, int y) {
    if (instructions.size() == MAX_INSTRUCTIONS) {
      throw tooLarge();
    }
    instructions.add(new Instruction(op, x, y));
    return instructions.size() - 1;
  }

  private void patch(int at, int x, int y) {
    instructions.set(at, new Instruction(instructions.get(at).op(), x, y));
  }

  private static PatternUnsupportedException tooLarge() {
    return new PatternUnsupportedException(
        "The pattern is too large: its repetitions come to more than "
            + MAX_INSTRUCTIONS
            + " steps when written out.");
  }
}
