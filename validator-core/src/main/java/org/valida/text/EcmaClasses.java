package org.valida.text;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reads a class in brackets, ECMA-262 CharacterClass: {@code []} matches nothing and {@code [^]}
 * everything.
 */
final class EcmaClasses {

  private final EcmaScanner in;
  private final EcmaEscapes escapes;
  private final Set<EcmaSet> members = new LinkedHashSet<>();

  /**
   * @param codePoint the code point that the atom stands for; -1 for a class escape, which cannot
   *     bound a range
   */
  private record Atom(EcmaSet set, int codePoint) {}

  EcmaClasses(EcmaScanner in, EcmaEscapes escapes) {
    this.in = in;
    this.escapes = escapes;
  }

  /**
   * The set of the class, its opening bracket being read already.
   *
   * @param start index of the bracket
   */
  EcmaSet read(int start) {
    var negated = in.take('^');
    while (!in.take(']')) {
      var from = in.index();
      var first = atom(start);
      if (!in.take('-')) {
        members.add(first.set);
      } else if (in.at(']')) {
        members.add(first.set);
        members.add(EcmaSet.of('-'));
      } else {
        range(first, atom(start), from);
      }
    }
    var union = EcmaSet.union(members);
    return negated ? union.negate() : union;
  }

  private void range(Atom first, Atom last, int from) {
    if (first.codePoint < 0 || last.codePoint < 0) {
      members.add(first.set);
      members.add(EcmaSet.of('-'));
      members.add(last.set);
    } else if (first.codePoint > last.codePoint) {
      throw in.error(from, "the bounds of the range are out of order");
    } else {
      members.add(EcmaSet.range(first.codePoint, last.codePoint));
    }
  }

  private Atom atom(int start) {
    if (in.done()) {
      throw in.error(start, "the class is not closed");
    }
    var from = in.index();
    var c = in.next();
    if (c != '\\') {
      return new Atom(EcmaSet.of(c), c);
    }
    var many = in.atAnyOf("dDwWsSpP");
    var set = escapes.read(from, true);
    return new Atom(set, many ? -1 : set.edges().get(0));
  }
}
