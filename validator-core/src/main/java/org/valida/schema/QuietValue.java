package org.valida.schema;

import java.time.LocalDate;
import org.valida.schema.Value.Meaning;
import org.valida.text.TextPattern;

/**
 * Which values of a schema nobody has anything to say of: told by its rules and keywords, each of
 * which narrows it down, when the schema is compiled. Nearly all values of a payload are such
 * values; {@link QuietMembers} passes them by a look at their bytes. Whatever else comes is judged
 * by the rules themselves, so a rule that narrows too much costs time, and no verdict.
 *
 * <p>A value is a whole number, a decimal in its usual form, or a text of plain ASCII.
 */
public final class QuietValue {

  /** Until when numbers or days are right, beyond the bounds that are known beforehand. */
  enum Until {
    OPEN,
    THIS_YEAR,
    TODAY
  }

  /** What these bounds are on a day. */
  static final class Bounds {
    private final long[] latest = new long[Until.values().length];

    Bounds(LocalDate today) {
      latest[Until.OPEN.ordinal()] = Long.MAX_VALUE;
      latest[Until.THIS_YEAR.ordinal()] = today.getYear();
      latest[Until.TODAY.ordinal()] = today.toEpochDay();
    }

    long latest(Until until) {
      return latest[until.ordinal()];
    }
  }

  /** No quiet text is longer. */
  static final int LONGEST_TEXT = 4096;

  /** No quiet number is longer. */
  static final int LONGEST_NUMBER = 32;

  /** Digits of a number that always fits. */
  private static final int LONG_DIGITS = 18;

  /** Digits behind the point of a decimal. */
  private static final int CENTS = 2;

  private static final long MOST = 999_999_999_999_999_999L;

  boolean numbers;
  boolean texts = true;

  // Numbers.
  long least = -MOST;
  long greatest = MOST;
  Until until = Until.OPEN;
  int wholeDigits = LONG_DIGITS;
  boolean decimal;
  QuietCodes codes;

  // Texts.
  int shortest;
  int longest = LONGEST_TEXT;
  boolean free;
  boolean asNumber;
  TextPattern pattern;
  QuietText reader;
  Meaning textMeaning = Meaning.NONE;
  private String implied = "";

  private QuietValue() {}

  /** The quiet values of a compiled schema, null if it has none that could be told. */
  static QuietValue of(Node node) {
    if (node.never
        || !node.plain()
        || node.enumerated
        || node.constant != null
        || node == Node.ANY) {
      return null;
    }
    var quiet = new QuietValue();
    quiet.numbers = (node.types & Value.INTEGER) != 0;
    for (var rule : node.form) {
      if (!rule.quiet(quiet)) {
        return null;
      }
    }
    quiet.keywords(node);
    for (var rule : node.meaning) {
      if (!rule.quiet(quiet)) {
        return null;
      }
    }
    return quiet.numbers || quiet.texts ? quiet : null;
  }

  private void keywords(Node node) {
    texts &= (node.types & (asNumber ? Value.INTEGER : Value.STRING)) != 0;
    if (decimal && (node.types & Value.NUMBER) == 0) {
      numbers = false;
    }
    var limits = node.numbers;
    if (limits.any()) {
      if (decimal || !limits.wholeBounds() || limits.multipleOf() != null) {
        numbers = false;
        texts &= !asNumber;
      } else {
        between(limits.least(), limits.greatest());
      }
    }
    var strings = node.strings;
    if (!strings.any() || asNumber) {
      return;
    }
    shortest = (int) Math.max(shortest, Math.min(strings.minimum(), LONGEST_TEXT + 1L));
    longest = (int) Math.min(longest, strings.maximum());
    if (strings.pattern() != null && !strings.pattern().pattern().equals(implied)) {
      pattern = strings.pattern();
    }
    if (strings.format() != null
        && !(textMeaning == Meaning.DAY && strings.format().name().equals("date"))) {
      noTexts();
    }
  }

  /** No number is quiet. */
  public void noNumbers() {
    numbers = false;
  }

  /** No text is quiet. */
  public void noTexts() {
    texts = false;
  }

  /** The empty text is not quiet. */
  public void notEmpty() {
    shortest = Math.max(shortest, 1);
  }

  /** Texts must have no blanks at their ends, and nothing that looks like a wrong decoding. */
  public void freeTexts() {
    free = true;
  }

  /** Numbers outside of the bounds are not quiet. */
  public void between(long from, long to) {
    least = Math.max(least, from);
    greatest = Math.min(greatest, to);
  }

  /** Numbers beyond the year of today are not quiet. */
  public void untilThisYear() {
    until = Until.THIS_YEAR;
  }

  /** Days after today are not quiet. */
  public void untilToday() {
    until = Until.TODAY;
  }

  /** Whether a number is kept out by the bounds already. */
  public boolean keepsOut(long number) {
    return number < least || number > greatest;
  }

  /**
   * Numbers are exact decimals, and texts are not quiet.
   *
   * @return false if that cannot be told here
   */
  public boolean decimals(int digitsBeforePoint, int digitsBehindPoint) {
    decimal = true;
    wholeDigits = digitsBeforePoint;
    noTexts();
    return digitsBehindPoint == CENTS && digitsBeforePoint + CENTS <= LONG_DIGITS;
  }

  /** What a whole unit is, in the unit that bounds are given in. */
  public long unit() {
    return decimal ? 100 : 1;
  }

  /**
   * Texts of digits count as the number they write.
   *
   * @param digits reads them
   */
  public void textsAsNumbers(QuietText digits) {
    asNumber = true;
    reader = digits;
    textMeaning = Meaning.NUMBER;
  }

  /** Whether {@link #textsAsNumbers} was said. */
  public boolean readsTextsAsNumbers() {
    return asNumber;
  }

  /**
   * Texts are read by a rule; one that another rule reads already cannot be told here.
   *
   * @param meaning what their numbers mean
   * @param pattern one that everything the reader accepts matches
   */
  public boolean texts(QuietText read, Meaning meaning, String pattern) {
    if (reader != null) {
      return false;
    }
    reader = read;
    textMeaning = meaning;
    implied = pattern;
    return true;
  }

  /** Numbers must be known; what another rule knows already cannot be told here. */
  public boolean codes(QuietCodes known) {
    if (codes != null) {
      return false;
    }
    codes = known;
    return true;
  }
}
