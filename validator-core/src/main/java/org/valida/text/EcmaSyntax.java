package org.valida.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Parses the pattern grammar of ECMA-262 in its Unicode mode (flag {@code u}, clause 22.2.1),
 * without flags: by code points, case-sensitive, {@code ^} and {@code $} only at the ends of the
 * text.
 *
 * <p>Schemas of drafts 4 to 7 were often written for the older grammar, so two things are read that
 * Unicode mode refuses, for they can mean only one thing: a backslash before any ASCII punctuation
 * ({@code \-}, {@code \@}), and a hyphen beside a class escape ({@code [\w-.]}). A lone {@code ]},
 * <code>{</code> or <code>}</code> stays an error, as in edition 5.1.
 */
final class EcmaSyntax {

  /** The longest pattern that is read, in UTF-16 units. */
  static final int MAX_LENGTH = 100_000;

  /** How deep groups may be nested. */
  static final int MAX_NESTING = 200;

  private final EcmaScanner in;
  private final EcmaEscapes escapes;
  private final Map<String, Integer> names;
  private final int groups;
  private int opened;
  private int nesting;
  private boolean references;
  private boolean looks;

  private EcmaSyntax(String pattern) {
    in = new EcmaScanner(pattern);
    escapes = new EcmaEscapes(in);
    var census = EcmaGroups.of(pattern);
    names = census.names();
    groups = census.count();
  }

  /**
   * @throws PatternUnsupportedException for a pattern too long, too deep or with a property of
   *     Unicode that is not known here
   * @throws IllegalArgumentException for anything that is not a pattern; says what and where
   */
  static EcmaTree parse(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      throw new PatternUnsupportedException(
          "The pattern is longer than " + MAX_LENGTH + " characters.");
    }
    var syntax = new EcmaSyntax(pattern);
    var root = syntax.disjunction();
    if (!syntax.in.done()) {
      throw syntax.in.error("there is a ) without its (");
    }
    return new EcmaTree(root, syntax.groups, syntax.references, syntax.looks);
  }

  private EcmaNode disjunction() {
    var options = new ArrayList<EcmaNode>();
    do {
      options.add(alternative());
    } while (in.take('|'));
    return options.size() == 1 ? options.get(0) : new EcmaNode.Choice(List.copyOf(options));
  }

  private EcmaNode alternative() {
    var parts = new ArrayList<EcmaNode>();
    while (!in.done() && !in.at('|') && !in.at(')')) {
      var part = term();
      if (!(part instanceof EcmaNode.Empty)) {
        parts.add(part);
      }
    }
    return switch (parts.size()) {
      case 0 -> new EcmaNode.Empty();
      case 1 -> parts.get(0);
      default -> new EcmaNode.Sequence(List.copyOf(parts));
    };
  }

  private EcmaNode term() {
    var start = in.index();
    var before = opened;
    var c = in.next();
    var atom =
        switch (c) {
          case '^' -> EcmaNode.Assertion.START;
          case '$' -> EcmaNode.Assertion.END;
          case '.' -> new EcmaNode.Chars(EcmaSet.DOT);
          case '(' -> group(start);
          case '[' -> new EcmaNode.Chars(new EcmaClasses(in, escapes).read(start));
          case '\\' -> escape(start);
          case '*', '+', '?' -> throw in.error(start, "there is nothing before it to repeat");
          case ']', '{', '}' ->
              throw in.error(
                  start,
                  "the character " + (char) c + " stands alone; to mean it, write \\" + (char) c);
          default -> new EcmaNode.Chars(EcmaSet.of(c));
        };
    var fixed = atom instanceof EcmaNode.Assertion || atom instanceof EcmaNode.Look;
    return quantified(atom, fixed, before);
  }

  private EcmaNode quantified(EcmaNode atom, boolean fixed, int before) {
    var start = in.index();
    int min;
    int max = EcmaNode.UNBOUNDED;
    if (in.take('*')) {
      min = 0;
    } else if (in.take('+')) {
      min = 1;
    } else if (in.take('?')) {
      min = 0;
      max = 1;
    } else if (in.take('{')) {
      min = in.number();
      max = min;
      if (in.take(',')) {
        max = in.at('}') ? EcmaNode.UNBOUNDED : in.number();
      }
      in.expect('}', "a repetition is written {2}, {2,} or {2,4}");
      if (max < min) {
        throw in.error(start, "the numbers of the repetition are out of order");
      }
    } else {
      return atom;
    }
    if (fixed) {
      throw in.error(start, "an assertion cannot be repeated");
    }
    var greedy = !in.take('?');
    if (max == 0 || atom instanceof EcmaNode.Empty) {
      return new EcmaNode.Empty();
    }
    return new EcmaNode.Repeat(atom, min, max, greedy, before, opened);
  }

  private EcmaNode group(int start) {
    if (++nesting > MAX_NESTING) {
      throw new PatternUnsupportedException(
          "The pattern nests groups deeper than " + MAX_NESTING + ".");
    }
    EcmaNode node;
    if (!in.take('?')) {
      node = captured();
    } else if (in.take(':')) {
      node = apart(disjunction());
    } else if (in.take('=')) {
      node = look(true, false);
    } else if (in.take('!')) {
      node = look(true, true);
    } else if (in.take("<=")) {
      node = look(false, false);
    } else if (in.take("<!")) {
      node = look(false, true);
    } else if (in.take('<')) {
      in.name();
      node = captured();
    } else {
      throw in.error(start, "a group begins with (, (?:, (?=, (?!, (?<=, (?<! or (?<name>");
    }
    nesting--;
    if (!in.take(')')) {
      throw in.error(start, "the group is not closed");
    }
    return node;
  }

  private EcmaNode captured() {
    var number = ++opened;
    return new EcmaNode.Group(disjunction(), number);
  }

  /** In a group of its own an assertion can be repeated. */
  private static EcmaNode apart(EcmaNode node) {
    return node instanceof EcmaNode.Assertion || node instanceof EcmaNode.Look
        ? new EcmaNode.Sequence(List.of(node))
        : node;
  }

  private EcmaNode look(boolean ahead, boolean negated) {
    looks = true;
    return new EcmaNode.Look(disjunction(), ahead, negated);
  }

  private EcmaNode escape(int start) {
    if (in.take('b')) {
      return EcmaNode.Assertion.WORD_EDGE;
    }
    if (in.take('B')) {
      return EcmaNode.Assertion.NOT_WORD_EDGE;
    }
    if (in.take('k')) {
      if (!in.take('<')) {
        throw in.error(start, "\\k must be followed by a group's name, as in \\k<name>");
      }
      var group = names.get(in.name());
      if (group == null) {
        throw in.error(start, "no group has the name that \\k refers to");
      }
      references = true;
      return new EcmaNode.Reference(group);
    }
    if (in.atDigit() && !in.at('0')) {
      var group = in.number();
      if (group > groups) {
        throw in.error(start, "\\" + group + " refers to a group that does not exist");
      }
      references = true;
      return new EcmaNode.Reference(group);
    }
    return new EcmaNode.Chars(escapes.read(start, false));
  }
}
