package org.valida.text;

/**
 * A regular expression as JSON Schema writes it in {@code pattern} and {@code patternProperties}:
 * ECMA-262, unanchored, by code points. Immutable and safe to share among threads.
 *
 * <p>Three engines stand behind it, and the pattern decides which runs:
 *
 * <ol>
 *   <li>a finite automaton, also over UTF-8 bytes, for every regular pattern whose automaton is
 *       small: nearly all that schemas hold;
 *   <li>RE2/J, linear in the text, for other regular patterns (word edges, large counts);
 *   <li>backtracking under a budget, for lookaround, references to groups, and what RE2/J does not
 *       do.
 * </ol>
 *
 * <p>No pattern hangs. A pattern is read up to 100,000 characters and 200 nested groups, and its
 * repetitions may come to 200,000 instructions when written out. A search may take 2,000,000 steps
 * and 50 more per character when backtracking; in RE2/J, 200,000,000 characters times instructions.
 */
public final class TextPattern {

  /** Programs up to this size certainly suit an engine, so it is made when a text comes. */
  private static final int CERTAIN = 200;

  private final String pattern;
  private final EcmaTree tree;
  private final EcmaProgram program;

  /** Null until it is needed. Immutable, so that two threads may both make it. */
  private EcmaMatcher matcher;

  private TextPattern(String pattern, EcmaTree tree, EcmaProgram program) {
    this.pattern = pattern;
    this.tree = tree;
    this.program = program;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if the pattern is not valid, with what is wrong and the index
   *     of the UTF-16 unit; or if it is valid but passes a limit or names a property of Unicode
   *     that is not known here
   */
  public static TextPattern compile(String pattern) {
    var tree = EcmaSyntax.parse(pattern);
    var compiled = new TextPattern(pattern, tree, EcmaCompiler.compile(tree));
    if (compiled.program.length() > CERTAIN) {
      compiled.matcher();
    }
    return compiled;
  }

  private static EcmaMatcher matcher(String pattern, EcmaTree tree, EcmaProgram program) {
    if (!tree.regular()) {
      return new EcmaBacktracker(pattern, program);
    }
    var automaton = EcmaAutomatonBuilder.build(program);
    if (automaton.isPresent()) {
      return automaton.get();
    }
    return EcmaRe2.suits(program)
        ? new EcmaRe2(pattern, tree, program.length())
        : new EcmaBacktracker(pattern, program);
  }

  /** The pattern as written. */
  public String pattern() {
    return pattern;
  }

  /**
   * Whether the pattern matches anywhere in the text.
   *
   * @throws PatternBudgetException if the search takes more than its budget, so the answer is
   *     unknown
   */
  public boolean find(String text) {
    return matcher().find(text);
  }

  /**
   * As {@link #find(String)}, on valid UTF-8; faster, for most patterns need no decoding.
   *
   * @param from first byte of the text
   * @param to one past its last byte
   * @throws PatternBudgetException as {@link #find(String)}
   */
  public boolean find(byte[] utf8, int from, int to) {
    return matcher().find(utf8, from, to);
  }

  /** The engine that runs. */
  EcmaMatcher matcher() {
    var known = matcher;
    if (known == null) {
      known = matcher(pattern, tree, program);
      matcher = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return pattern;
  }
}
