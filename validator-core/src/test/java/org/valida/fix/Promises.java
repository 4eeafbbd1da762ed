package org.valida.fix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.valida.violation.Violation;

/**
 * What every repair promises, looked at from outside: what was repaired is gone, nothing is new, no
 * other byte has changed.
 */
final class Promises {

  private Promises() {}

  /** The promises that were broken, in words. */
  static List<String> broken(
      String name, FixedInput input, byte[] before, byte[] after, Fixing fixing) {
    var wrong = new ArrayList<String>();
    if (!sameBytesOutside(input.piece().patch().repairs(), before, after)) {
      wrong.add(name + "other bytes have changed");
    }
    var expected = places(fixing.violations(before), input, false);
    for (var repair : input.piece().patch().repairs()) {
      if (!expected.remove(repair.rule() + " " + repair.offset())) {
        wrong.add(name + "repaired what was not reported: " + repair.rule());
      }
    }
    var found = places(fixing.violations(after), input, true);
    var news = new TreeSet<>(found);
    news.removeAll(expected);
    if (!news.isEmpty()) {
      wrong.add(name + "reported only now, or still: " + news);
    }
    return wrong;
  }

  private static Set<String> places(
      List<Violation> violations, FixedInput input, boolean repaired) {
    var places = new TreeSet<String>();
    boolean mark = input.piece().patch().find(Remedies.BYTE_ORDER_MARK, 0).isPresent();
    for (var violation : violations) {
      long offset = violation.offset();
      if (repaired) {
        offset = input.piece().patch().original(offset);
      }
      places.add(violation.rule().id() + " " + (mark && offset == 3 ? 0 : offset));
    }
    return places;
  }

  /** Cuts the repairs out of both and compares the rest, without the code that made them. */
  private static boolean sameBytesOutside(List<Repair> repairs, byte[] before, byte[] after) {
    int from = 0;
    int to = 0;
    for (var repair : repairs) {
      int length = (int) repair.offset() - from;
      if (!Arrays.equals(before, from, from + length, after, to, to + length)) {
        return false;
      }
      from += length + repair.original().length;
      to += length + repair.replacement().length;
    }
    return Arrays.equals(before, from, before.length, after, to, after.length);
  }
}
