package org.valida.schema;

import org.valida.json.Decimal;

/**
 * What JSON Schema keywords ask of a number. Bounds are compared exactly; bounds that are whole
 * numbers are also kept as such, for the common case of a whole number in the payload.
 *
 * @param minimum null for none, likewise the others
 */
record NumberChecks(
    Decimal minimum,
    boolean exclusiveMinimum,
    Decimal maximum,
    boolean exclusiveMaximum,
    Decimal multipleOf,
    boolean wholeBounds,
    long least,
    long greatest) {

  static final NumberChecks NONE = of(null, false, null, false, null);

  static NumberChecks of(
      Decimal minimum,
      boolean exclusiveMinimum,
      Decimal maximum,
      boolean exclusiveMaximum,
      Decimal multipleOf) {
    var least = whole(minimum, Long.MIN_VALUE);
    var greatest = whole(maximum, Long.MAX_VALUE);
    boolean whole = least != null && greatest != null;
    // Above a whole number is at least the next one.
    return new NumberChecks(
        minimum,
        exclusiveMinimum,
        maximum,
        exclusiveMaximum,
        multipleOf,
        whole,
        whole ? least + (minimum != null && exclusiveMinimum ? 1 : 0) : 0,
        whole ? greatest - (maximum != null && exclusiveMaximum ? 1 : 0) : 0);
  }

  private static Long whole(Decimal bound, long none) {
    if (bound == null) {
      return none;
    }
    var whole = bound.whole();
    return whole.isPresent() ? whole.getAsLong() : null;
  }

  boolean any() {
    return minimum != null || maximum != null || multipleOf != null;
  }

  /** The variant of the bound that the number breaks, null if it breaks none. */
  String broken(Decimal number) {
    if (minimum != null) {
      int order = number.compareTo(minimum);
      if (order < 0 || order == 0 && exclusiveMinimum) {
        return exclusiveMinimum ? "exclusive-minimum" : "minimum";
      }
    }
    if (maximum != null) {
      int order = number.compareTo(maximum);
      if (order > 0 || order == 0 && exclusiveMaximum) {
        return exclusiveMaximum ? "exclusive-maximum" : "maximum";
      }
    }
    return null;
  }
}
