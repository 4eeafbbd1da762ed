package org.valida.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Matches by RE2/J, in time linear in the text. It is the engine for regular patterns that are too
 * large for an automaton or ask for word edges.
 *
 * <p>Linear is not bounded: RE2/J may look at every instruction for every character. The product of
 * both is held to a limit.
 */
final class EcmaRe2 implements EcmaMatcher {

  /** The largest product of text length and program size, some seconds of work. */
  static final long MAX_WORK = 200_000_000;

  /** The largest program for which RE2/J is asked. */
  private static final int MAX_INSTRUCTIONS = 10_000;

  /** The largest repetition that RE2/J reads; larger ones are written as several. */
  private static final int MAX_REPEAT = 1_000;

  private final String source;
  private final Pattern pattern;
  private final long size;

  /**
   * @param size instructions of the program, as {@link EcmaCompiler} counts them
   */
  EcmaRe2(String source, EcmaTree tree, int size) {
    this.source = source;
    this.size = size;
    var translated = new StringBuilder();
    write(tree.root(), translated);
    try {
      pattern = Pattern.compile(translated.toString());
    } catch (StackOverflowError | PatternSyntaxException beyond) {
      throw new PatternUnsupportedException("The pattern is too large for RE2/J.");
    }
  }

  /**
   * Whether RE2/J may run the program: one of moderate size, without a literal surrogate, which it
   * would find inside of a pair too.
   */
  static boolean suits(EcmaProgram program) {
    return program.length() <= MAX_INSTRUCTIONS
        && program.sets().stream().noneMatch(EcmaSet::isLoneSurrogate);
  }

  @Override
  public boolean find(String text) {
    if ((text.length() + 1) * size > MAX_WORK) {
      throw new PatternBudgetException(source, MAX_WORK);
    }
    try {
      return pattern.matcher(text).find();
    } catch (StackOverflowError deep) { // RE2/J recurs through steps that take no character
      throw new PatternBudgetException(source, MAX_WORK);
    }
  }

  private static void write(EcmaNode node, StringBuilder out) {
    if (node instanceof EcmaNode.Chars chars) {
      write(chars.set(), out);
    } else if (node instanceof EcmaNode.Sequence sequence) {
      sequence.parts().forEach(part -> write(part, out));
    } else if (node instanceof EcmaNode.Choice choice) {
      var separator = "(?:";
      for (var option : choice.options()) {
        write(option, out.append(separator));
        separator = "|";
      }
      out.append(')');
    } else if (node instanceof EcmaNode.Group group) {
      write(group.body(), out);
    } else if (node instanceof EcmaNode.Repeat repeat) {
      write(repeat, out);
    } else if (node instanceof EcmaNode.Assertion assertion) {
      out.append(
          switch (assertion) {
            case START -> "\\A";
            case END -> "\\z";
            case WORD_EDGE -> "\\b";
            case NOT_WORD_EDGE -> "\\B";
          });
    } else if (!(node instanceof EcmaNode.Empty)) {
      throw new IllegalArgumentException("not regular: " + node);
    }
  }

  private static void write(EcmaNode.Repeat repeat, StringBuilder out) {
    var once = new StringBuilder("(?:");
    write(repeat.body(), once);
    if (once.length() == "(?:".length()) {
      return; // nothing, however often
    }
    once.append(')');
    var unbounded = repeat.max() == EcmaNode.UNBOUNDED;
    var min = repeat.body().alwaysMayBeEmpty() ? 0 : repeat.min();
    var rest = min;
    for (; rest > MAX_REPEAT; rest -= MAX_REPEAT) {
      out.append(once).append("{1000}");
    }
    out.append(once).append('{').append(rest).append(unbounded ? ",}" : "}");
    rest = unbounded ? 0 : repeat.max() - min;
    for (; rest > 0; rest -= MAX_REPEAT) {
      out.append(once).append("{0,").append(Math.min(rest, MAX_REPEAT)).append('}');
    }
  }

  private static void write(EcmaSet set, StringBuilder out) {
    var edges = set.edges().isEmpty() ? EcmaSet.ALL.edges() : set.edges();
    out.append(set.edges().isEmpty() ? "[^" : "[");
    for (var i = 0; i < edges.size(); i += 2) {
      out.append("\\x{").append(Integer.toHexString(edges.get(i)));
      out.append("}-\\x{").append(Integer.toHexString(edges.get(i + 1) - 1)).append('}');
    }
    out.append(']');
  }
}
