package org.valida.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.valida.json.MemberName;
import org.valida.schema.QuietValue.Until;
import org.valida.schema.Value.Meaning;
import org.valida.text.Digits;
import org.valida.text.TextPattern;

/**
 * An attribute of an object and its {@link QuietValue}s, judged on their bytes without a string or
 * any other object made. Immutable.
 *
 * <p>Where the window ends there are zeros, which end everything that is read here as something
 * that is not quiet.
 */
final class QuietMember {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x80 * ONES;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long AMPERSANDS = '&' * ONES;
  private static final long DELETES = 0x7F * ONES;
  private static final long SPACES = ' ' * ONES;

  /** What is answered of a value that is not quiet. */
  static final int SPEAKS = -1;

  private final MemberName name;
  private final boolean numbers;
  private final boolean texts;
  private final long least;
  private final long greatest;
  private final Until until;
  private final int wholeDigits;
  private final boolean decimal;
  private final Meaning numberMeaning;
  private final QuietCodes codes;
  private final int shortest;
  private final int longest;
  private final boolean free;
  private final TextPattern pattern;
  private final QuietText reader;
  private final Meaning textMeaning;
  private final boolean textBounds;

  QuietMember(MemberName name, QuietValue quiet) {
    this.name = name;
    numbers = quiet.numbers;
    texts = quiet.texts;
    least = quiet.least;
    greatest = quiet.greatest;
    until = quiet.until;
    wholeDigits = quiet.wholeDigits;
    decimal = quiet.decimal;
    numberMeaning = quiet.decimal ? Meaning.AMOUNT : Meaning.NUMBER;
    codes = quiet.codes;
    shortest = quiet.shortest;
    longest = quiet.longest;
    free = quiet.free;
    pattern = quiet.pattern;
    reader = quiet.reader;
    textMeaning = quiet.textMeaning;
    textBounds = textMeaning == Meaning.NUMBER || textMeaning == Meaning.DAY;
  }

  /** Whether its name stands in quotes, the first of them before the index. */
  boolean named(byte[] bytes, int at) {
    return name.stands(bytes, at);
  }

  /** Whether its texts are read, by a rule that makes numbers of them. */
  boolean readsTexts() {
    return texts && reader != null;
  }

  int nameLength() {
    return name.length();
  }

  /**
   * Reads a value.
   *
   * @param into takes it; holds nothing that may be used if it is not quiet
   * @param frame the object that holds it
   * @return one past its last byte, {@link #SPEAKS} if it is not quiet
   */
  int read(byte[] bytes, int at, Slot into, Frame frame) {
    return bytes[at] == '"' ? text(bytes, at + 1, into, frame) : number(bytes, at, into, frame);
  }

  // ---- numbers

  /** As {@link #anyNumber}, at once where it is written in the usual way with few digits. */
  private int number(byte[] bytes, int at, Slot into, Frame frame) {
    long word = Digits.word(bytes, at);
    int digits = Digits.count(word);
    if (digits == 0 || digits == Long.BYTES || digits > wholeDigits) {
      return anyNumber(bytes, at, into, frame);
    }
    long number = Digits.number(word, digits);
    int end = at + digits;
    if (decimal) {
      number *= 100;
      if (bytes[end] == '.') {
        int tenths = bytes[end + 1] - '0';
        int cents = bytes[end + 2] - '0';
        // Negative where one of them is no digit.
        if ((tenths | cents | 9 - tenths | 9 - cents) < 0) {
          return anyNumber(bytes, at, into, frame);
        }
        number += tenths * 10 + cents;
        end += 3;
      }
    }
    boolean zero = (word & 0xFF) == 0 && digits > 1;
    return numbers
            && !zero
            && mayFollow(bytes[end])
            && keep(number, numberMeaning, true, into, frame)
        ? end
        : SPEAKS;
  }

  private int anyNumber(byte[] bytes, int at, Slot into, Frame frame) {
    boolean negative = bytes[at] == '-';
    int first = negative ? at + 1 : at;
    long number = 0;
    int end = first;
    for (; isDigit(bytes[end]) && end - first <= wholeDigits; end++) {
      number = number * 10 + (bytes[end] - '0');
    }
    if (!numbers
        || end == first
        || end - first > wholeDigits
        || bytes[first] == '0' && end > first + 1) {
      return SPEAKS;
    }
    if (decimal) {
      number *= 100;
      if (bytes[end] == '.') {
        int tenths = bytes[end + 1];
        int cents = bytes[end + 2];
        if (!isDigit(tenths)) {
          return SPEAKS;
        }
        number += (tenths - '0') * 10L;
        end += 2;
        if (isDigit(cents)) {
          number += cents - '0';
          end++;
        }
      }
    }
    number = negative ? -number : number;
    return mayFollow(bytes[end]) && keep(number, numberMeaning, true, into, frame) ? end : SPEAKS;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean mayFollow(int c) {
    return c == ',' || c == '\n' || c == '}' || c == '\r' || c == ' ' || c == '\t';
  }

  // ---- texts

  /** As {@link #anyText}, at once where it is a short one that came before. */
  private int text(byte[] bytes, int from, Slot into, Frame frame) {
    var known = into.knownTexts();
    if (known == null) {
      return anyText(bytes, from, into, frame);
    }
    long word = (long) LONGS.get(bytes, from);
    long hits = ends(word);
    int length = hits == 0 ? Long.BYTES : Long.numberOfTrailingZeros(hits) >>> 3;
    if (length == 0 || bytes[from + length] != '"') {
      return anyText(bytes, from, into, frame);
    }
    word &= -1L >>> Long.SIZE - length * Byte.SIZE;
    long number = known.number(word);
    if (number == QuietText.SPEAKS) {
      int end = anyText(bytes, from, into, frame);
      if (end >= 0 && into.meaning() != Meaning.NONE) {
        known.learn(word, into.number());
      }
      return end;
    }
    return keep(number, textMeaning, textBounds, into, frame) ? from + length + 1 : SPEAKS;
  }

  private int anyText(byte[] bytes, int from, Slot into, Frame frame) {
    if (!texts) {
      return SPEAKS;
    }
    int to = free ? endOfFree(bytes, from) : endOfPlain(bytes, from);
    int length = to - from;
    if (bytes[to] != '"' || length < shortest || length > longest) {
      return SPEAKS;
    }
    if (free && length > 0 && (bytes[from] == ' ' || bytes[to - 1] == ' ')) {
      return SPEAKS;
    }
    if (pattern != null && !pattern.find(bytes, from, to)) {
      return SPEAKS;
    }
    long number = reader == null ? QuietText.NO_NUMBER : reader.read(bytes, from, to);
    if (number == QuietText.SPEAKS) {
      return SPEAKS;
    }
    if (number == QuietText.NO_NUMBER) {
      into.keepText(bytes, from, to);
    } else if (!keep(number, textMeaning, textBounds, into, frame)) {
      return SPEAKS;
    }
    return to + 1;
  }

  /** The first byte that is a quote, a backslash, a control character or beyond ASCII. */
  private static int endOfPlain(byte[] bytes, int from) {
    for (int at = from; ; at += Long.BYTES) {
      long word = (long) LONGS.get(bytes, at);
      long hits = ends(word);
      if (hits != 0) {
        return at + (Long.numberOfTrailingZeros(hits) >>> 3);
      }
    }
  }

  /** As {@link #endOfPlain}, or an ampersand or delete, if one of them is the first. */
  private static int endOfFree(byte[] bytes, int from) {
    for (int at = from; ; at += Long.BYTES) {
      long word = (long) LONGS.get(bytes, at);
      long hits =
          ends(word) | ((word ^ AMPERSANDS) - ONES | (word ^ DELETES) - ONES) & ~word & HIGH_BITS;
      if (hits != 0) {
        return at + (Long.numberOfTrailingZeros(hits) >>> 3);
      }
    }
  }

  /** The high bit of the first byte that ends a plain text; those of later bytes mean nothing. */
  private static long ends(long word) {
    return ((word ^ QUOTES) - ONES | (word ^ BACKSLASHES) - ONES | word - SPACES | word)
        & HIGH_BITS;
  }

  // ---- what a number means

  private boolean keep(long number, Meaning meaning, boolean bounded, Slot into, Frame frame) {
    if (bounded
        && (number < least
            || number > greatest
            || until != Until.OPEN && number > frame.latest(until))) {
      return false;
    }
    var row = CodeRow.NONE;
    if (codes != null) {
      row = codes.row(number, frame);
      if (row == null) {
        return false;
      }
    }
    into.keepNumber(meaning, number, row);
    return true;
  }
}
