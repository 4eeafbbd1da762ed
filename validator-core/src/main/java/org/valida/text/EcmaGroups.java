package org.valida.text;

import java.util.HashMap;
import java.util.Map;

/**
 * The capturing groups of a pattern, found before it is parsed, for a reference may stand before
 * its group.
 */
record EcmaGroups(int count, Map<String, Integer> names) {

  EcmaGroups {
    names = Map.copyOf(names);
  }

  static EcmaGroups of(String pattern) {
    var in = new EcmaScanner(pattern);
    var names = new HashMap<String, Integer>();
    var count = 0;
    var inClass = false;
    while (!in.done()) {
      var start = in.index();
      var c = in.next();
      if (c == '\\' && !in.done()) {
        in.next();
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '(' && !in.take('?')) {
        count++;
      } else if (c == '(' && !in.take("<=") && !in.take("<!") && in.take('<')) {
        if (names.putIfAbsent(in.name(), ++count) != null) {
          throw in.error(start, "two groups have the same name");
        }
      }
    }
    return new EcmaGroups(count, names);
  }
}
