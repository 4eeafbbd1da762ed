package org.valida.schema;

import org.valida.text.TextFormat;
import org.valida.text.TextPattern;

/**
 * What JSON Schema keywords ask of a string.
 *
 * @param minimum least length in code points
 * @param maximum greatest length in code points
 * @param pattern null for none
 * @param format null for none
 */
record StringChecks(long minimum, long maximum, TextPattern pattern, TextFormat format) {

  static final StringChecks NONE = new StringChecks(0, Long.MAX_VALUE, null, null);

  boolean any() {
    return limitsLength() || pattern != null || format != null;
  }

  boolean limitsLength() {
    return minimum > 0 || maximum != Long.MAX_VALUE;
  }
}
