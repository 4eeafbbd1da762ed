package org.valida.violation;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that a mistyped one was probably meant to be.
 *
 * <p>Near is a Damerau-Levenshtein distance (insertions, deletions, substitutions, neighbours
 * swapped; case does not count) of at most 1 for names of up to five characters, 2 up to nine, 3
 * beyond. Words that both begin with do not count for that length: {@code cod_conta} is not {@code
 * cod_fonte}. A name without a slash is also compared with what stands behind the last slash of a
 * known one, so that {@code despesa} finds {@code mce/despesa}.
 */
public final class NearestName {

  private static final int MOST = 3;

  private NearestName() {}

  /**
   * The nearest of the known names, the first in alphabetical order among equals; empty if none is
   * near.
   */
  public static Optional<String> of(String wrong, Collection<String> known) {
    var sought = wrong.toLowerCase(Locale.ROOT);
    String best = null;
    int least = MOST + 1;
    for (var name : known) {
      var folded = name.toLowerCase(Locale.ROOT);
      int bound = bound(sought, folded);
      int distance = distance(sought, folded, bound);
      if (distance > bound) {
        continue;
      }
      if (distance < least || distance == least && best != null && name.compareTo(best) < 0) {
        least = distance;
        best = name;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int bound(String sought, String name) {
    int common = 0;
    for (int i = 0; i < Math.min(sought.length(), name.length()); i++) {
      char c = sought.charAt(i);
      if (c != name.charAt(i)) {
        break;
      }
      common = c == '_' || c == '-' ? i + 1 : common;
    }
    int length = sought.length() - common;
    return length <= 5 ? 1 : length <= 9 ? 2 : MOST;
  }

  private static int distance(String sought, String name, int bound) {
    int whole = editDistance(sought, name, bound);
    int slash = name.lastIndexOf('/');
    return slash < 0 || sought.indexOf('/') >= 0
        ? whole
        : Math.min(whole, editDistance(sought, name.substring(slash + 1), bound));
  }

  /**
   * The distance, or {@code bound + 1} where it is greater; looks at long names only where their
   * lengths are close.
   */
  private static int editDistance(String a, String b, int bound) {
    if (Math.abs(a.length() - b.length()) > bound) {
      return bound + 1;
    }
    var beforeLast = new int[b.length() + 1];
    var last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var row = new int[b.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > bound + 1) {
        return bound + 1;
      }
      beforeLast = last;
      last = row;
    }
    return Math.min(last[b.length()], bound + 1);
  }
}
